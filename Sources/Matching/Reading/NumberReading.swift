/// An identity number (身份证号) as far as it is told: eighteen places, each a digit, 10 for X, or unknown.
struct NumberCode: Hashable, Sendable {
  enum Form: UInt8 { case none, whole, part, odd }
  static let unknown: UInt8 = 15

  /// Eighteen places; for `odd` the up to twenty digits as typed, from the left.
  var digits = InlineArray<20, UInt8>(repeating: NumberCode.unknown)
  var length: UInt8 = 0
  var form = Form.none

  static func == (a: NumberCode, b: NumberCode) -> Bool {
    guard a.form == b.form, a.length == b.length else { return false }
    for place in 0..<20 where a.digits[place] != b.digits[place] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    for place in 0..<20 { hasher.combine(digits[place]) }
  }

  static func read(_ units: [UInt16]) -> NumberCode {
    var typed: [UInt8] = []
    for unit in units.prefix(40) {
      switch unit {
      case 48...57: typed.append(UInt8(unit - 48))
      case 88, 120: typed.append(10)
      case 42, 0x3F, 0x2217, 0xFF0A: typed.append(unknown)
      default: continue
      }
    }
    return placed(typed)
  }

  private static func placed(_ typed: [UInt8]) -> NumberCode {
    var code = NumberCode()
    code.form = .part
    switch typed.count {
    case 18:
      code.put(typed, at: 0)
      code.form = typed.contains(unknown) ? .part : .whole
    case 15:
      code.put(Array(typed[..<6]) + [1, 9] + Array(typed[6...]), at: 0)
      if !typed.contains(unknown) { code.complete() }
    case 4, 5, 6: code.put(typed, at: 18 - typed.count)
    case 14: code.put(typed, at: 0)
    case 16...20:
      code.put(typed, at: 0)
      code.form = .odd
    default: code.form = .none
    }
    code.length = UInt8(min(typed.count, 20))
    return code
  }

  private mutating func put(_ typed: [UInt8], at start: Int) {
    for (place, digit) in typed.enumerated() where start + place < 20 { digits[start + place] = digit }
  }

  private mutating func complete() {
    digits[17] = check
    form = .whole
  }

  private static let weights: InlineArray<17, Int> = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks: InlineArray<11, UInt8> = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]

  /// The check digit that the first seventeen ask for.
  private var check: UInt8 {
    var sum = 0
    for place in 0..<17 { sum += NumberCode.weights[place] * Int(digits[place]) }
    return NumberCode.checks[sum % 11]
  }

  /// Eighteen digits with the right check digit: it was not mistyped, whomever it belongs to.
  var isValid: Bool { form == .whole && digits[17] == check }

  func isKnown(_ range: Range<Int>) -> Bool {
    for place in range where digits[place] == NumberCode.unknown { return false }
    return true
  }

  /// The places that its digits take: those typed where one is lost or doubled.
  fileprivate var places: Int { form == .odd ? Int(length) : 18 }

  /// The digits of a range as one number; nil where one is unknown.
  func value(_ range: Range<Int>) -> UInt64? {
    guard form != .none else { return nil }
    var value: UInt64 = 0
    for place in range {
      if digits[place] == NumberCode.unknown { return nil }
      value = value * 11 + UInt64(digits[place])
    }
    return value
  }

  /// Decimal, where the number stands in its places.
  func decimal(_ range: Range<Int>) -> Int? {
    guard form == .whole || form == .part else { return nil }
    var value = 0
    for place in range {
      if digits[place] > 9 { return nil }
      value = value * 10 + Int(digits[place])
    }
    return value
  }

  var year: Int? { decimal(6..<10).flatMap { (1900...2030).contains($0) ? $0 : nil } }
  /// 1 man, 2 woman.
  var sex: UInt8 { digits[16] < 10 && form != .odd && form != .none ? (digits[16] % 2 == 1 ? 1 : 2) : 0 }
}

/// How two identity numbers stand to each other. What agrees most comes first.
enum NumberRelation: Int, CaseIterable {
  /// All that both tell is the same: eighteen digits, or first generation against second.
  case whole
  /// One digit typed wrong, two swapped, one lost or doubled.
  case slip
  /// Area and birth date agree, the rest is hidden; area and last four; area and year; the last six; the last four.
  case front, ends, stem, six, four
  /// Same area and birth date, also where one of the numbers is mistyped, other person: twins, or neighbours of one day.
  case twin
  /// Same birth date elsewhere; same area and year; same area; nothing.
  case date, cohort, area, apart
  /// Hidden digits in both, or parts that do not meet.
  case silent

  static func of(_ a: NumberCode, _ b: NumberCode) -> NumberRelation {
    if a.form == .none || b.form == .none { return .silent }
    if a.form == .odd || b.form == .odd {
      if slipped(a, b) { return a.form == .part || b.form == .part ? .front : .slip }
      return isDayNear(a, b) ? .twin : apartness(a, b)
    }
    var (shared, wrong, first, second) = (0, 0, 20, 20)
    for place in 0..<18 {
      let (x, y) = (a.digits[place], b.digits[place])
      if x == NumberCode.unknown || y == NumberCode.unknown { continue }
      shared += 1
      if x == y { continue }
      wrong += 1
      if first == 20 { first = place } else { second = place }
    }
    if shared == 0 { return .silent }
    if wrong == 0 { return agreement(a, b, shared) }
    // Of two numbers that differ in one digit, one fails its check digit: it was mistyped.
    if shared >= 14, wrong == 1 { return .slip }
    if shared >= 14, wrong == 2, second == first + 1, a.digits[first] == b.digits[second],
      a.digits[second] == b.digits[first], !a.isValid || !b.isValid
    {
      return .slip
    }
    // Area and last four of a masked number, one digit off. Area and year alone would be a neighbour of nearly that age.
    if shared < 14, shared > 7, wrong == 1, a.isKnown(14..<18), b.isKnown(14..<18) { return .slip }
    return apartness(a, b)
  }

  private static func agreement(_ a: NumberCode, _ b: NumberCode, _ shared: Int) -> NumberRelation {
    func both(_ range: Range<Int>) -> Bool { a.isKnown(range) && b.isKnown(range) }
    if shared == 18 { return .whole }
    if both(0..<6), both(14..<18) { return .ends }
    if both(0..<14) { return .front }
    if both(0..<10) { return .stem }
    if both(12..<18) { return .six }
    return both(14..<18) ? .four : .silent
  }

  private static func apartness(_ a: NumberCode, _ b: NumberCode) -> NumberRelation {
    guard let x = a.decimal(0..<6), let y = b.decimal(0..<6) else { return .apart }
    let isArea = x == y
    if !isArea || a.decimal(6..<14) != b.decimal(6..<14), isDayNear(a, b) { return .twin }
    guard let left = a.decimal(6..<10), let right = b.decimal(6..<10) else { return isArea ? .area : .apart }
    if let day = a.decimal(6..<14), day == b.decimal(6..<14) { return isArea ? .twin : .date }
    return isArea ? (left == right ? .cohort : .area) : .apart
  }

  /// Area and birth date agree but for one digit wrong, lost or doubled in a number that cannot be anybody's.
  private static func isDayNear(_ a: NumberCode, _ b: NumberCode) -> Bool {
    guard a.isKnown(0..<14), b.isKnown(0..<14), !a.isValid || !b.isValid, a.form != .odd || b.form != .odd else {
      return false
    }
    if a.form != .odd, b.form != .odd { return (0..<14).count { a.digits[$0] != b.digits[$0] } == 1 }
    let (odd, proper) = a.form == .odd ? (a, b) : (b, a)
    let (long, short) = odd.length > 18 ? (odd, proper) : (proper, odd)
    let length = odd.length > 18 ? 14 : 13
    var skipped = 0
    for place in 0..<length {
      if long.digits[place + skipped] == short.digits[place] { continue }
      if skipped == 1 || long.digits[place + 1] != short.digits[place] { return false }
      skipped = 1
    }
    return true
  }

  /// One digit lost or doubled, in either; what the other hides fits anything.
  private static func slipped(_ a: NumberCode, _ b: NumberCode) -> Bool {
    let (long, short) = a.places > b.places ? (a, b) : (b, a)
    guard long.places == short.places + 1, a.isKnown(0..<14), b.isKnown(0..<14) else { return false }
    var (i, j, skipped) = (0, 0, false)
    while j < short.places {
      if long.digits[i] == short.digits[j] || i > 13 && long.digits[i] == NumberCode.unknown
        || j > 13 && short.digits[j] == NumberCode.unknown
      {
        i += 1
        j += 1
      } else if skipped {
        return false
      } else {
        skipped = true
        i += 1
      }
    }
    return true
  }
}

/// Telephone numbers (电话): eleven digits packed four bits each.
enum PhoneCode {
  static func read(_ units: [UInt16]) -> (UInt64, UInt64) {
    var (found, digits, packed) = ([UInt64](), 0, UInt64(0))
    func end() { if (7...12).contains(digits), found.count < 2 { found.append(packed) } }
    for unit in units {
      switch unit {
      case 48...57:
        packed = packed << 4 | UInt64(unit - 48)
        digits += 1
      case 45, 32, 40, 41: continue
      default:
        end()
        (digits, packed) = (0, 0)
      }
    }
    end()
    return (found.first ?? 0, found.count > 1 ? found[1] : 0)
  }

  /// Exactly one digit differs.
  static func isNear(_ a: UInt64, _ b: UInt64) -> Bool {
    var (x, wrong) = (a ^ b, 0)
    while x != 0 {
      if x & 15 != 0 { wrong += 1 }
      x >>= 4
    }
    return wrong == 1
  }
}
