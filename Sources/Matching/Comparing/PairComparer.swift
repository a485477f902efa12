import Foundation

/// What is known of the asked record before any pair: computed once a question.
struct Asked {
  var read: ReadRecord
  /// All names, the main one first, with the number of records that bear it, and its sound, in the register.
  var names: [(code: NameCode, bearers: Float, expected: Float)]
  var soundBearers: Float
  /// Whether so many share the telephone that it tells nothing.
  var isPhoneShared: (Bool, Bool)
}

/// Compares two records in groups of evidence.
struct PairComparer: Sendable {
  let names: NameComparer
  let regions: Regions

  /// `pool` holds the other names of the kept record.
  func compare(_ asked: Asked, _ kept: Traits, _ pool: ArraySlice<NameCode>, _ census: Census, _ out: inout Findings) {
    out.clear()
    out.put(Term.base)
    let name = best(asked, kept, pool)
    putName(asked, name, census, &out)
    let person = putPerson(asked.read.traits, kept, name.relation, census, &out)
    putBearers(asked, name, person, &out)
    let site = putSite(asked.read.traits, kept, (name.relation, phone(asked, asked.read.traits, kept)), census, &out)
    let rough = name.relation.rough
    out.put(Term.namePerson + rough * Term.personKinds + person)
    out.put(Term.nameSite + rough * Term.siteKinds + site)
    out.put(Term.personSite + person * Term.siteKinds + site)
    out.put(Term.triple + (rough * Term.personKinds + person) * Term.siteKinds + site)
  }

  // MARK: Names

  func best(_ asked: Asked, _ kept: Traits, _ pool: ArraySlice<NameCode>) -> NameMatch {
    var best = names.compare(asked.read.traits.name, kept.name)
    if asked.names.count == 1, pool.isEmpty { return best }
    for (place, name) in asked.names.enumerated() {
      if place > 0, name.code == kept.name { take(&best, place) }
      for other in pool where name.code == other {
        if names.reader.isCall(other) { takeCall(&best) } else { take(&best, place) }
      }
    }
    return best
  }

  /// Both are called 小王: that tells the surname, which the names have told already unless one of them is wrong.
  private func takeCall(_ best: inout NameMatch) {
    if best.relation == .none { best.relation = .pet }
  }

  private func take(_ best: inout NameMatch, _ place: Int) {
    if best.relation.rough == 0 || best.relation.rough == 1 {
      best.hasSecond = true
      if best.relation.rough == 0 { return }
    }
    best.relation = .alias
    best.asked = place
    best.shared = 0xFFFF
  }

  private func putName(_ asked: Asked, _ match: NameMatch, _ census: Census, _ out: inout Findings) {
    out.put(Term.name + match.relation.rawValue)
    if match.hasSecond { out.put(Term.second) }
    let name = asked.names[match.asked]
    switch match.relation {
    case .same, .alias:
      out.put(Term.seen + (match.relation == .same ? 0 : 1), log2(max(name.bearers - 1, 0) + 0.4))
      out.put(Term.expected, log2(name.expected + 0.1))
    case .sound, .sounds, .dialect:
      out.put(Term.seen + 2, log2(asked.soundBearers + 0.4))
      out.put(Term.expected + 1, log2(census.expected(name.code, shared: match.shared) + 0.4))
    case .look, .swapped: out.put(Term.expected + 1, log2(census.expected(name.code, shared: match.shared) + 0.4))
    case .lost, .oneOther, .familyOther:
      out.put(Term.expected + 2, log2(census.expected(name.code, shared: match.shared) + 0.4))
    case .family: out.put(Term.expected + 3, log2(census.expected(name.code, shared: 1) + 0.4))
    case .pet, .long, .none: break
    }
  }

  /// What the name tells knowing what else agrees.
  private func putBearers(_ asked: Asked, _ match: NameMatch, _ person: Int, _ out: inout Findings) {
    switch match.relation {
    case .same, .alias: out.put(Term.seenWith + person, log2(max(asked.names[match.asked].bearers - 1, 0) + 0.4))
    case .sound, .sounds, .dialect: out.put(Term.seenWith + person, log2(asked.soundBearers + 0.4))
    case .oneOther: if match.isLastOther(of: asked.names[match.asked].code.count) { out.put(Term.generation) }
    default: break
    }
  }

  // MARK: Who it is

  /// Between the years of birth as written; where these differ, also between one of them and the year in the other's number,
  /// since years are written one or two off and numbers are copied.
  static func yearGap(_ a: Traits, _ b: Traits) -> Int? {
    if a.year == 0 || b.year == 0 { return nil }
    var gap = abs(Int(a.year) - Int(b.year))
    if gap > 0, let told = a.number.year { gap = min(gap, abs(told - Int(b.year))) }
    if gap > 0, let told = b.number.year { gap = min(gap, abs(told - Int(a.year))) }
    return gap
  }

  /// Between the years as written alone: kin who give the number of a registered person have their own year.
  static func writtenGap(_ a: Traits, _ b: Traits) -> Int {
    a.year == 0 || b.year == 0 ? 0 : abs(Int(a.year) - Int(b.year))
  }

  /// 0 same, 1 same city, 2 same province, 3 apart, 4 unknown.
  func gap(_ a: UInt16, _ b: UInt16) -> Int {
    if a == 0 || b == 0 { return 4 }
    if a == b { return 0 }
    let (x, y) = (regions.counties[Int(a)], regions.counties[Int(b)])
    return x.city == y.city ? 1 : x.province == y.province ? 2 : 3
  }

  private func putPerson(
    _ a: Traits, _ b: Traits, _ name: NameRelation, _ census: Census, _ out: inout Findings
  ) -> Int {
    let (relation, years, home) = (
      NumberRelation.of(a.number, b.number), PairComparer.yearGap(a, b), gap(a.home, b.home)
    )
    let isSexOther = a.sex != 0 && b.sex != 0 && a.sex != b.sex
    if relation != .silent { out.put(Term.number + relation.rawValue) }
    if relation.rawValue <= NumberRelation.stem.rawValue {
      if let years, years > 2 { out.put(Term.strong) }
      if home == 2 || home == 3 { out.put(Term.strong + 1) }
      if isSexOther { out.put(Term.strong + 2) }
      if name.rough > 2, relation == .front || relation == .stem { out.put(Term.strong + 4) }
      if name.rough > 1, PairComparer.writtenGap(a, b) > 0 { out.put(Term.strong + 5) }
    } else {
      if relation.rawValue > NumberRelation.four.rawValue, relation != .silent, PairComparer.isMistyped(a, b) {
        out.put(Term.strong + 3)
      }
      if let years { out.put(Term.year + PairComparer.yearTerm(years)) }
      out.put(Term.home + home)
      if home == 0 { out.put(Term.homeRare, census.homeShare(a.home) + 8) }
      if a.sex != 0, b.sex != 0 { out.put(Term.sex + (isSexOther ? 1 : 0)) }
    }
    if home == 0 {
      switch PlaceRelation.of(a.homePlace, b.homePlace) {
      case .same, .around: out.put(Term.homePlace)
      case .sameStreet, .elsewhere: out.put(Term.homePlace + 1)
      case .silent: break
      }
    }
    if a.people != 0, b.people != 0, a.people != b.people || a.people > 1 {
      out.put(Term.people + (a.people == b.people ? 0 : 1))
    }
    let isBorrowed = isSexOther || home == 2 || home == 3 || PairComparer.writtenGap(a, b) > 2
    return PairComparer.rough(relation, years, home, isSexOther, isBorrowed)
  }

  /// One of the numbers cannot be anybody's.
  private static func isMistyped(_ a: Traits, _ b: Traits) -> Bool {
    a.number.form != .part && !a.number.isValid || b.number.form != .part && !b.number.isValid
  }

  private static func yearTerm(_ years: Int) -> Int {
    switch years {
    case 0: 0
    case 1: 1
    case 2: 2
    case 3...5: 3
    case 6...14: 4
    default: 5
    }
  }

  /// Of the classes of `Term.persons`; `isBorrowed`: what is written beside the number contradicts it.
  private static func rough(
    _ relation: NumberRelation, _ years: Int?, _ home: Int, _ isSexOther: Bool, _ isBorrowed: Bool
  ) -> Int {
    if relation.rawValue <= NumberRelation.four.rawValue { return isBorrowed ? 7 : relation == .whole ? 0 : 1 }
    let isYear = years.map { $0 < 2 } ?? false
    let isYearOff = years.map { $0 > 2 } ?? false
    if relation != .silent { return isYear && home == 0 && relation != .twin ? 5 : 6 }
    if isYearOff { return 6 }
    if isSexOther || isYear && (home == 2 || home == 3) { return 5 }
    if isYear && home == 0 { return 2 }
    if isYear || home == 0 { return 3 }
    return home == 2 || home == 3 ? 5 : 4
  }

  // MARK: Where, and the telephone

  private func putSite(
    _ a: Traits, _ b: Traits, _ known: (name: NameRelation, phone: Int?), _ census: Census, _ out: inout Findings
  ) -> Int {
    let (name, phone) = known
    let county = gap(a.site, b.site)
    out.put(Term.county + county)
    var (isSite, isPart) = (false, false)
    if county == 0 {
      out.put(Term.countyRare, census.siteShare(a.site) + 8)
      if a.site == a.home, a.home == b.home { out.put(Term.countyHome) }
      let place = PlaceRelation.of(a.sitePlace, b.sitePlace)
      if place != .silent { out.put(Term.place + place.rawValue) }
      isSite = place == .same
      isPart = place == .around || place == .sameStreet
    }
    switch PairComparer.shop(a, b, county == 0) {
    case 0?:
      out.put(Term.shop)
      isSite = true
    case let term?:
      out.put(Term.shop + term)
      if county == 0, term == 3 || term == 4 { isPart = true }
    case nil: break
    }
    if name.rough > 0, a.shop.isHead(b.name) || b.shop.isHead(a.name) { out.put(Term.shop + 2) }
    if name == .familyOther || name == .look || name == .none, PairComparer.isOwner(a, b) || PairComparer.isOwner(b, a)
    {
      out.put(Term.shop + 9)
    }
    if let phone { out.put(Term.phone + phone) }
    return phone == 0 ? (isSite ? 0 : 1) : isSite ? 2 : isPart ? 3 : phone == 2 ? 5 : 4
  }

  /// 王氏诊所 of one whose surname is written otherwise, and the other is a 王.
  private static func isOwner(_ a: Traits, _ b: Traits) -> Bool {
    a.shop.isFamily && a.shop.head[0] == b.name.units[0] && a.shop.head[0] != a.name.units[0]
  }

  /// 0 same, 1 same elsewhere, 3 the same family's, 4 same kind without a name, 5 same kind, 6 other, 7 unknown.
  static func shop(_ a: Traits, _ b: Traits, _ isHere: Bool) -> Int? {
    let (x, y) = (a.shop, b.shop)
    if x.whole == 0 || y.whole == 0 { return nil }
    if x.whole == y.whole {
      if x.isNameless { return isHere ? 4 : nil }
      if x.isFamily { return isHere ? 0 : 8 }
      return isHere ? 0 : 1
    }
    if x.isFamily != y.isFamily, x.head[0] == y.head[0], x.kind == y.kind, x.kind != 0 { return isHere ? 3 : 8 }
    return isHere ? (x.kind == y.kind && x.kind != 0 ? 5 : 6) : nil
  }

  private func phone(_ asked: Asked, _ a: Traits, _ b: Traits) -> Int? {
    if a.phones.0 == 0 || b.phones.0 == 0 { return nil }
    if a.phones.0 == b.phones.0 || a.phones.0 == b.phones.1 { return asked.isPhoneShared.0 ? 3 : 0 }
    if a.phones.1 != 0, a.phones.1 == b.phones.0 || a.phones.1 == b.phones.1 { return asked.isPhoneShared.1 ? 3 : 0 }
    return PhoneCode.isNear(a.phones.0, b.phones.0) ? 1 : 2
  }
}
