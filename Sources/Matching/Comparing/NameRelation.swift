/// How two names stand to each other. A substitution that is explained counts for the pair, one that is not against it.
enum NameRelation: Int, CaseIterable, Sendable {
  case same, alias, sound, sounds, dialect, look, swapped, lost, oneOther, familyOther, long, pet, family, none

  /// Rough classes, for what is weighed together with other evidence. One other character is not like a lost one: brothers
  /// share the rest of their names. A call (小王) is not like another given name: people write it of the person himself.
  var rough: Int {
    switch self {
    case .same, .alias: 0
    case .sound, .sounds, .dialect, .look, .swapped: 1
    case .lost, .familyOther, .long: 2
    case .oneOther: 3
    case .pet: 4
    case .family: 5
    case .none: 6
    }
  }
  static let roughNames = [
    "name-same", "name-explained", "name-partly", "name-one-other", "pet", "surname-only", "name-other",
  ]
  /// Two names that nothing makes one.
  var isOther: Bool { rough > 3 }

  var slug: String {
    switch self {
    case .oneOther: "one-other"
    case .familyOther: "surname-other"
    case .family: "surname-only"
    default: "\(self)"
    }
  }
}

/// What two names share.
struct NameMatch: Sendable {
  var relation = NameRelation.none
  /// Which name of the asked record it was, 0 the main one.
  var asked = 0
  /// The characters that both have, as a set of places of the asked name.
  var shared: UInt16 = 0
  /// Another pair of names agrees as well.
  var hasSecond = false

  /// All characters are shared but the last: brothers share surname and generation.
  func isLastOther(of count: UInt8) -> Bool { shared == 1 << UInt16(count - 1) - 1 }
}

/// Compares names character by character.
struct NameComparer: Sendable {
  let glyphs: Glyphs
  let reader: NameReader

  func compare(_ a: NameCode, _ b: NameCode) -> NameMatch {
    var match = NameMatch()
    if a.count == 0 || b.count == 0 { return match }
    if a == b {
      match.relation = .same
      match.shared = 0xFFFF
      return match
    }
    if let pet = pet(a, b) ?? pet(b, a) {
      match.relation = pet
      return match
    }
    if a.count == b.count { return evenly(a, b) }
    if a.count > 4 || b.count > 4 {
      match.relation = isLongNear(a, b) ? .long : .none
      return match
    }
    return unevenly(a, b)
  }

  private func pet(_ a: NameCode, _ b: NameCode) -> NameRelation? {
    if reader.isCall(a), b.family > 0 { return a.units[1] == b.units[0] ? .pet : NameRelation.none }
    if reader.isPet(a), b.family > 0, a.units[0] == b.units[0], !reader.isCall(b) {
      return a.count == b.count && a.units[1] == b.units[1] ? nil : .pet
    }
    return nil
  }

  private func evenly(_ a: NameCode, _ b: NameCode) -> NameMatch {
    var match = NameMatch()
    var (kinds, apart, explained, apartPlace) = ((0, 0, 0), 0, 0, 0)
    for place in 0..<Int(a.count) {
      switch glyphs.likeness(a.units[place], b.units[place]) {
      case .same: match.shared |= 1 << UInt16(place)
      case .sound: kinds.0 += 1
      case .dialect: kinds.1 += 1
      case .look: kinds.2 += 1
      case .apart:
        apart += 1
        apartPlace = place
      }
    }
    explained = kinds.0 + kinds.1 + kinds.2
    let family = Int(max(a.family, 1))
    if apart == 0 {
      match.relation = explained > 1 ? .sounds : kinds.0 == 1 ? .sound : kinds.1 == 1 ? .dialect : .look
    } else if a.count == 3, a.family == 1, a.units[0] == b.units[0], a.units[1] == b.units[2], a.units[2] == b.units[1]
    {
      match.relation = .swapped
    } else if a.count > 4 {
      match.relation = isLongNear(a, b) ? .long : .none
    } else if apart == 1, a.count > 2, explained == 0 {
      match.relation = apartPlace < family ? .familyOther : .oneOther
    } else {
      match.relation = a.units[0] == b.units[0] && a.family > 0 && b.family > 0 ? .family : .none
    }
    return match
  }

  /// One character more or less in the given name.
  private func unevenly(_ a: NameCode, _ b: NameCode) -> NameMatch {
    var match = NameMatch()
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    guard a.units[0] == b.units[0], a.family > 0, b.family > 0 else { return match }
    match.relation = .family
    guard long.count == short.count + 1 else { return match }
    var at = 0
    for place in 0..<Int(long.count) where at < Int(short.count) && long.units[place] == short.units[at] { at += 1 }
    if at == Int(short.count) {
      match.relation = .lost
      for place in 0..<Int(a.count) {
        for other in 0..<Int(b.count) where a.units[place] == b.units[other] { match.shared |= 1 << UInt16(place) }
      }
    }
    return match
  }

  /// Transliterations: edits weigh less where the sound is near; at most a quarter of the longer name.
  private func isLongNear(_ a: NameCode, _ b: NameCode) -> Bool {
    let (n, m) = (Int(a.count), Int(b.count))
    if abs(n - m) > 2 { return false }
    var row = (0...m).map { $0 * 4 }
    for i in 1...n {
      var diagonal = row[0]
      row[0] = i * 4
      for j in 1...m {
        let likeness = glyphs.likeness(a.units[i - 1], b.units[j - 1])
        let change = likeness == .same ? 0 : likeness == .apart ? 4 : 1
        let next = min(row[j] + 3, row[j - 1] + 3, diagonal + change)
        diagonal = row[j]
        row[j] = next
      }
    }
    return row[m] <= max(n, m)
  }
}
