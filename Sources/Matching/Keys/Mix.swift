/// A 64-bit number out of several, the same in every process and on every machine (splitmix64).
struct Mix {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: UInt64) {
    var x = (value ^ word) &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    value = x ^ (x >> 31)
  }

  static func of(_ words: UInt64...) -> UInt64 {
    var mix = Mix()
    for word in words { mix.add(word) }
    return mix.value
  }

  static func of(_ units: ArraySlice<UInt16>) -> UInt32 {
    var mix = Mix()
    for unit in units { mix.add(UInt64(unit)) }
    return UInt32(truncatingIfNeeded: mix.value) | 1
  }
}
