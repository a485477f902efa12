/// One name, folded, at most twelve characters, without dots and blanks.
struct NameCode: Hashable, Sendable {
  var units = InlineArray<12, UInt16>(repeating: 0)
  var count: UInt8 = 0
  /// Characters of the surname; 0 where the name has none that is known (nicknames, names with a middle dot).
  var family: UInt8 = 0

  static func == (a: NameCode, b: NameCode) -> Bool {
    guard a.count == b.count else { return false }
    for place in 0..<Int(a.count) where a.units[place] != b.units[place] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    for place in 0..<Int(count) { hasher.combine(units[place]) }
  }

  /// Numbered the same way in every process: keys may lie in a store.
  func key(_ from: Int = 0, _ to: Int? = nil) -> UInt64 {
    var mix = Mix()
    for place in from..<(to ?? Int(count)) { mix.add(UInt64(units[place])) }
    return mix.value
  }
}

/// Reads names (姓名): compound surnames, dots of minority names, and nicknames such as 小王 and 王老三.
struct NameReader: Sendable {
  private let compound: Set<UInt32>
  private let prefixes: Set<UInt16>
  private let petStarts: Set<UInt16>
  private let dots: Set<UInt16>

  init(_ pack: NamePack, _ glyphs: Glyphs) {
    let pairs = pack.compound.map { glyphs.units($0) }.filter { $0.count == 2 }
    compound = Set(pairs.map { (pair: [UInt16]) -> UInt32 in NameReader.pair(pair[0], pair[1]) })
    prefixes = Set(pack.callers.flatMap { glyphs.units($0) })
    petStarts = Set(pack.petStarts.flatMap { glyphs.units($0) })
    dots = Set("·•・．.‧∙･-".unicodeScalars.map(Glyphs.unit))
  }

  private static func pair(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }

  func read(_ units: [UInt16]) -> NameCode {
    var (name, hasDot) = (NameCode(), false)
    for unit in units {
      if dots.contains(unit) {
        hasDot = true
      } else if name.count < 12 {
        name.units[Int(name.count)] = unit
        name.count += 1
      }
    }
    if !hasDot, name.count > 1 {
      name.family = name.count > 2 && compound.contains(NameReader.pair(name.units[0], name.units[1])) ? 2 : 1
    }
    return name
  }

  /// 小王, 老张: the surname alone is told.
  func isCall(_ name: NameCode) -> Bool { name.count == 2 && prefixes.contains(name.units[0]) }
  /// 王老三, 王小宝.
  func isPet(_ name: NameCode) -> Bool { name.count == 3 && name.family == 1 && petStarts.contains(name.units[1]) }
}
