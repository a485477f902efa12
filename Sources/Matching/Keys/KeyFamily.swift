/// Under what a record is found (候选键). Each family survives other mistakes; together they must find whom a person would.
package enum KeyFamily: UInt8, CaseIterable, Sendable {
  case name = 1
  case nameYear, soundYear, soundHome, soundSite, partHome, partSite, partYear, givenHome, givenYear
  case familyDay, familyHomeYear, familySiteYear, familyTail, familyPlace
  case number, numberFront, numberBack, numberEnds, tailYear
  case phone, phoneBack, phoneFront
  case shop, place, homePlace

  /// What the answer says when a list was too long to be gone through.
  package var title: String {
    switch self {
    case .name: "同姓名"
    case .nameYear: "同姓名、出生年相近"
    case .soundYear: "姓名同音、出生年相近"
    case .soundHome: "姓名同音、籍贯同县"
    case .soundSite: "姓名同音、执业同县"
    case .partHome, .partSite, .partYear: "姓与名中一字相同"
    case .givenHome, .givenYear: "名相同而姓不同"
    case .familyDay: "同姓、同日出生"
    case .familyHomeYear: "同姓、同籍贯、同年"
    case .familySiteYear, .familyPlace: "同姓、同执业地"
    case .familyTail: "同姓、证件号码末四位相同"
    case .number, .numberFront, .numberBack, .numberEnds, .tailYear: "证件号码"
    case .phone, .phoneBack, .phoneFront: "电话"
    case .shop: "同县、同场所名称"
    case .place: "同县、同地址"
    case .homePlace: "同一村庄或者街道"
    }
  }
}

/// A key of a record or of a question: what `Matcher.keys(of:)` gives to a store that keeps them in a table.
package struct MatchKey: Hashable, Sendable {
  package let family: KeyFamily
  package let value: UInt64
}

/// Makes the keys.
struct KeyMaker: Sendable {
  let glyphs: Glyphs
  let names: NameReader

  /// What the other families know besides is counted once: the best key of each lane, and the lanes together.
  static func lane(_ family: KeyFamily) -> Int {
    switch family {
    case .name, .nameYear, .soundYear, .partYear, .givenYear: 0
    case .soundHome, .partHome, .givenHome, .familyHomeYear: 1
    case .soundSite, .partSite, .familySiteYear, .familyPlace: 2
    case .number, .numberFront, .numberBack, .numberEnds, .tailYear, .familyDay, .familyTail: 3
    case .phone, .phoneBack, .phoneFront: 4
    case .shop: 5
    case .place: 6
    case .homePlace: 7
    }
  }

  /// Of a record that is kept (`asking` false), or of one that is looked for: then also with the years beside.
  func keys(of read: ReadRecord, asking: Bool, _ put: (KeyFamily, UInt64) -> Void) {
    let traits = read.traits
    numberKeys(traits, asking, put)
    for phone in [traits.phones.0, traits.phones.1] where phone != 0 {
      put(.phone, Mix.of(20, phone))
      put(.phoneBack, Mix.of(21, phone & 0xFFFFFF))
      put(.phoneFront, Mix.of(22, phone >> 16))
    }
    placeKeys(traits, put)
    nameKeys(traits.name, traits, asking, put)
    for name in read.others { nameKeys(name, traits, asking, put) }
    if asking { lookKeys(traits, put) }
  }

  private func years(_ traits: Traits, _ asking: Bool) -> ClosedRange<UInt64> {
    let year = UInt64(traits.year)
    return asking ? year - 1...year + 1 : year...year
  }

  private func nameKeys(_ name: NameCode, _ traits: Traits, _ asking: Bool, _ put: (KeyFamily, UInt64) -> Void) {
    guard name.count > 1 else { return }
    if names.isCall(name) { return callKeys(name.key(1, 2), traits, put) }
    let whole = name.key()
    put(.name, Mix.of(1, whole))
    var mix = Mix()
    for place in 0..<Int(name.count) { mix.add(UInt64(glyphs.sound(name.units[place]))) }
    let sound = mix.value
    if traits.year != 0 {
      for year in years(traits, asking) {
        put(.nameYear, Mix.of(2, whole, year))
        put(.soundYear, Mix.of(3, sound, year))
      }
    }
    if traits.home != 0 { put(.soundHome, Mix.of(4, sound, UInt64(traits.home))) }
    if traits.site != 0 { put(.soundSite, Mix.of(5, sound, UInt64(traits.site))) }
    if name.family > 0 { partKeys(name, traits, asking, put) }
  }

  /// The names that the eye may have taken for this one.
  private func lookKeys(_ traits: Traits, _ put: (KeyFamily, UInt64) -> Void) {
    let name = traits.name
    guard name.count > 1, name.count < 5 else { return }
    for place in 0..<Int(name.count) {
      for look in glyphs.looks(name.units[place]) {
        var other = name
        other.units[place] = look
        if traits.year != 0 { put(.nameYear, Mix.of(2, other.key(), UInt64(traits.year))) }
        guard traits.home != 0 || traits.site != 0 else { continue }
        var mix = Mix()
        for place in 0..<Int(name.count) { mix.add(UInt64(glyphs.sound(other.units[place]))) }
        if traits.home != 0 { put(.soundHome, Mix.of(4, mix.value, UInt64(traits.home))) }
        if traits.site != 0 { put(.soundSite, Mix.of(5, mix.value, UInt64(traits.site))) }
      }
    }
  }

  private func callKeys(_ family: UInt64, _ traits: Traits, _ put: (KeyFamily, UInt64) -> Void) {
    familyKeys(family, traits, true, put)
  }

  /// Whoever has this surname, and little else in common: another name, a nickname.
  private func familyKeys(_ family: UInt64, _ traits: Traits, _ asking: Bool, _ put: (KeyFamily, UInt64) -> Void) {
    if traits.site != 0, traits.sitePlace.place != 0 {
      put(.familyPlace, Mix.of(28, family, UInt64(traits.sitePlace.place), UInt64(traits.site)))
    }
    guard traits.year != 0 else { return }
    for year in years(traits, asking) {
      if traits.home != 0 { put(.familyHomeYear, Mix.of(13, family, UInt64(traits.home), year)) }
      if traits.site != 0 { put(.familySiteYear, Mix.of(27, family, UInt64(traits.site), year)) }
    }
  }

  private func partKeys(_ name: NameCode, _ traits: Traits, _ asking: Bool, _ put: (KeyFamily, UInt64) -> Void) {
    let (family, end) = (Int(name.family), Int(name.count))
    let surname = name.key(0, family)
    if end - family <= 3 {
      for place in family..<end {
        let part = Mix.of(surname, UInt64(name.units[place]))
        if traits.home != 0 { put(.partHome, Mix.of(6, part, UInt64(traits.home))) }
        if traits.site != 0 { put(.partSite, Mix.of(7, part, UInt64(traits.site))) }
        if traits.year != 0 { put(.partYear, Mix.of(25, part, UInt64(traits.year), UInt64(traits.sex))) }
      }
    }
    if end - family > 1 {
      let given = name.key(family)
      if traits.home != 0 { put(.givenHome, Mix.of(8, given, UInt64(traits.home))) }
      if traits.year != 0 { put(.givenYear, Mix.of(9, given, UInt64(traits.year))) }
    }
    if let day = traits.number.value(6..<14), traits.number.form != .odd { put(.familyDay, Mix.of(12, surname, day)) }
    familyKeys(surname, traits, asking, put)
    if let tail = traits.number.value(14..<18), traits.number.form != .odd {
      put(.familyTail, Mix.of(14, surname, tail))
    }
  }

  private func numberKeys(_ traits: Traits, _ asking: Bool, _ put: (KeyFamily, UInt64) -> Void) {
    let number = traits.number
    if number.form == .none { return }
    if number.form == .odd {
      let end = Int(number.length)
      if let front = number.value(0..<14) { put(.numberFront, Mix.of(16, front)) }
      if let back = number.value(end - 9..<end) { put(.numberBack, Mix.of(17, back)) }
      if let front = number.value(0..<6), let tail = number.value(end - 4..<end) {
        put(.numberEnds, Mix.of(18, front, tail))
      }
      return
    }
    if number.form == .whole, let whole = number.value(0..<18) { put(.number, Mix.of(15, whole)) }
    if let front = number.value(0..<14) { put(.numberFront, Mix.of(16, front)) }
    if let back = number.value(9..<18) { put(.numberBack, Mix.of(17, back)) }
    if let front = number.value(0..<6), let tail = number.value(14..<18) { put(.numberEnds, Mix.of(18, front, tail)) }
    if let tail = number.value(14..<18), traits.year != 0 {
      put(.tailYear, Mix.of(19, tail, UInt64(traits.year), UInt64(traits.home)))
    }
  }

  private func placeKeys(_ traits: Traits, _ put: (KeyFamily, UInt64) -> Void) {
    if traits.shop.whole != 0, !traits.shop.isNameless, traits.site != 0 {
      put(.shop, Mix.of(23, UInt64(traits.shop.whole), UInt64(traits.site)))
    }
    if traits.sitePlace.place != 0, traits.sitePlace.number != 0, traits.site != 0 {
      let place = traits.sitePlace
      put(.place, Mix.of(24, UInt64(place.place), UInt64(place.number), UInt64(traits.site)))
    }
    if traits.homePlace.place != 0, traits.homePlace.number != 0, traits.home != 0 {
      let place = traits.homePlace
      put(.homePlace, Mix.of(26, UInt64(place.place), UInt64(place.number), UInt64(traits.home)))
    }
  }
}
