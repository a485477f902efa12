import Kit

/// A seeded source of chance (SplitMix64): the same seed walks the same way.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int(next() % 1000) < percent * 10 }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &self) }
  mutating func some<Value: Hashable>(_ values: [Value], most: Int) -> [Value] {
    Array(values.shuffled(using: &self).prefix(number(0...most)))
  }
}
