/// The records hit by the keys of one question, with what the keys are worth; kept from question to question.
struct Scratch {
  private static let size = 1 << 14
  private var slots = [UInt32](repeating: 0, count: Scratch.size)
  private var stamps = [UInt32](repeating: 0, count: Scratch.size)
  private var stamp: UInt32 = 0
  private var records: [UInt32] = []
  /// By lane the rarest key that the record shares.
  private var gains: [SIMD8<Float>] = []
  /// The keys of the question.
  var keys: [AskedKey] = []
  var touched: UInt64 = 0
  /// What `choose` took.
  private(set) var chosen: [UInt32] = []

  mutating func begin() {
    stamp &+= 1
    keys.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    gains.removeAll(keepingCapacity: true)
  }

  mutating func ask(_ family: KeyFamily, _ value: UInt64) { keys.append(AskedKey(family: family, value: value)) }

  mutating func hit(_ record: UInt32, _ lane: Int, _ gain: Float) {
    var slot = Int((record &* 0x9E37_79B1) >> 18)
    while stamps[slot] == stamp {
      if records[Int(slots[slot])] == record {
        let place = Int(slots[slot])
        gains[place][lane] = max(gains[place][lane], gain)
        return
      }
      slot = (slot + 1) & (Scratch.size - 1)
    }
    guard records.count < Scratch.size / 2 else { return }
    stamps[slot] = stamp
    slots[slot] = UInt32(records.count)
    records.append(record)
    var first = SIMD8<Float>()
    first[lane] = gain
    gains.append(first)
  }

  /// The records whose keys are worth most; where several have the last sum that counts, all of them up to twice as many.
  mutating func choose(_ most: Int) {
    chosen.removeAll(keepingCapacity: true)
    guard records.count > most else {
      chosen.append(contentsOf: records)
      return
    }
    Scratch.pick(gains, most) { chosen.append(records[$0]) }
  }

  /// The places whose sums are highest; where several have the last sum that counts, all of them up to twice as many.
  static func pick(_ gains: [SIMD8<Float>], _ most: Int, _ take: (Int) -> Void) {
    var steps = InlineArray<256, Int32>(repeating: 0)
    let sums = gains.map { min(Int($0.sum() * 2), 255) }
    for sum in sums { steps[sum] += 1 }
    var (floor, taken, count) = (255, 0, 0)
    while floor > 0, taken + Int(steps[floor]) <= most {
      taken += Int(steps[floor])
      floor -= 1
    }
    for (place, sum) in sums.enumerated() where sum > floor || sum == floor && count < most * 2 {
      take(place)
      count += 1
    }
  }
}
