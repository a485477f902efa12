/// Names that a text may begin with, and what they stand for. Most texts begin with none: its first two characters tell which
/// lengths are worth a look.
struct Beginnings: Sendable {
  private var numbers: [UInt64: [UInt16]] = [:]
  /// Under the first two characters; bit n for a name of n.
  private var known: [UInt32: UInt32] = [:]

  /// Leaves out a name of one character, and of more than thirty.
  mutating func add(_ name: [UInt16], _ number: UInt16) {
    guard (2..<31).contains(name.count) else { return }
    known[Beginnings.head(name, 0), default: 0] |= 1 << UInt32(name.count)
    numbers[Beginnings.key(name[...]), default: []].append(number)
  }

  /// In the order in which they were added.
  func called(_ name: ArraySlice<UInt16>) -> [UInt16] { numbers[Beginnings.key(name)] ?? [] }

  /// How many characters from `start` may be a name, the most first.
  func lengths(_ units: [UInt16], _ start: Int) -> Lengths {
    let left = units.count - start
    guard left > 1 else { return Lengths(bits: 0) }
    let bits = known[Beginnings.head(units, start)] ?? 0
    return Lengths(bits: left < 31 ? bits & (1 << UInt32(left + 1) - 1) : bits)
  }

  struct Lengths: Sequence, IteratorProtocol {
    var bits: UInt32

    mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      let length = 31 - bits.leadingZeroBitCount
      bits &= ~(1 << UInt32(length))
      return length
    }
  }

  private static func head(_ units: [UInt16], _ start: Int) -> UInt32 {
    UInt32(units[start]) << 16 | UInt32(units[start + 1])
  }

  private static func key(_ units: ArraySlice<UInt16>) -> UInt64 {
    var mix = Mix()
    for unit in units { mix.add(UInt64(unit)) }
    return mix.value
  }
}
