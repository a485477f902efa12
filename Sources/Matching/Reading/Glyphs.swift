import Kit

/// How one character stands to another in a name.
enum Likeness: UInt8 { case same, sound, dialect, look, apart }

/// Characters as the comparison sees them (字形与读音): width, Traditional and variant forms folded to one; readings; the
/// syllables that dialects merge; characters that the eye takes for each other. Flat tables: nothing is allocated per name.
struct Glyphs: Sendable {
  /// By code unit. What lies outside the basic plane has a place in the private area.
  private let forms: [UInt16]
  /// Up to three syllables of ten bits for each character.
  private let readings: [UInt32]
  /// By syllable: the number of the class that dialects merge it into.
  private let merged: [UInt16]
  private let looks: Set<UInt32>
  private let lookLists: [UInt16: [UInt16]]

  init(_ pack: GlyphPack) {
    var forms = (0...0xFFFF).map { UInt16($0) }
    for code in 0xFF01...0xFF5E { forms[code] = UInt16(code - 0xFEE0) }
    for code in 0x4E00...0x9FFF {
      if let scalar = Unicode.Scalar(UInt32(code)) { forms[code] = Glyphs.unit(scalar.simplified) }
    }
    for group in pack.variants {
      guard let first = group.first else { continue }
      for unit in group.dropFirst() { forms[Int(unit)] = forms[Int(first)] }
    }
    var (readings, classes, merged) = ([UInt32](repeating: 0, count: 0x10000), [String: UInt16](), [UInt16]())
    merged = [UInt16](repeating: 0, count: 1024)
    for code in 0x4E00...0x9FFF where forms[code] == UInt16(code) {
      guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      for (place, syllable) in Pinyin.readings(of: scalar).prefix(3).enumerated() {
        readings[code] |= UInt32(syllable.number) << UInt32(place * 10)
        let wide = pack.merged(syllable.letters)
        classes[wide] = classes[wide] ?? UInt16(classes.count + 1)
        merged[syllable.number] = classes[wide] ?? 0
      }
    }
    self.forms = forms
    self.readings = readings
    self.merged = merged
    var lists: [UInt16: Set<UInt16>] = [:]
    for group in pack.looks.map({ $0.map { forms[Int($0)] } }) {
      for unit in group { lists[unit, default: []].formUnion(group.filter { $0 != unit }) }
    }
    lookLists = lists.mapValues { $0.sorted() }
    looks = Set(
      pack.looks.flatMap { group in
        group.flatMap { a in group.map { b in UInt32(forms[Int(a)]) << 16 | UInt32(forms[Int(b)]) } }
      })
  }

  static func unit(_ scalar: Unicode.Scalar) -> UInt16 {
    scalar.value <= 0xFFFF ? UInt16(scalar.value) : UInt16(0xE000 + scalar.value % 6400)
  }

  /// Folded, without blanks.
  func units(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(text.utf8.count / 3 + 4)
    for scalar in text.unicodeScalars where !scalar.isBlank { units.append(forms[Int(Glyphs.unit(scalar))]) }
    return units
  }

  func likeness(_ a: UInt16, _ b: UInt16) -> Likeness {
    if a == b { return .same }
    let (left, right) = (readings[Int(a)], readings[Int(b)])
    var isNear = false
    if left != 0, right != 0 {
      var x = left
      while x != 0 {
        var y = right
        while y != 0 {
          if x & 1023 == y & 1023 { return .sound }
          if merged[Int(x & 1023)] == merged[Int(y & 1023)] { isNear = true }
          y >>= 10
        }
        x >>= 10
      }
    }
    if isNear { return .dialect }
    return looks.contains(UInt32(a) << 16 | UInt32(b)) ? .look : .apart
  }

  /// What the eye may take for this character.
  func looks(_ unit: UInt16) -> [UInt16] { lookLists[unit] ?? [] }

  /// The class of sound that keys are made of; the character itself where it has no reading.
  func sound(_ unit: UInt16) -> UInt16 {
    let reading = readings[Int(unit)] & 1023
    return reading == 0 ? unit : merged[Int(reading)]
  }
}
