import Procedure

/// What a walk did, and what it found.
struct WalkTally: Sendable {
  /// Put to the machine through a door of the rooms, in a deed with its transaction.
  var proposed = 0
  var taken = 0
  /// Nobody let the person through the door: not put, not counted as proposed.
  var atTheDoor = 0
  var cases = 0
  var kinds: [String: Int] = [:]
  var refusals: [String: Int] = [:]
  /// Unlawful states and every other difference between what was done and what the store tells.
  var faults: [String] = []

  mutating func refused(_ reasons: [String]) {
    for reason in reasons { refusals[reason, default: 0] += 1 }
  }

  /// Sums on one line, then each reason and each kind by how often.
  func lines(_ store: String, seconds: Double) -> [String] {
    let rate = Double(proposed) / max(seconds, 0.001)
    return [
      "walk on \(store): \(proposed) steps proposed, \(taken) taken, \(proposed - taken) refused, \(atTheDoor) stopped at the door, \(cases) cases, \(Int(seconds)) s, \(Int(rate)) a second, \(faults.count) unlawful",
      "taken: \(Self.listed(kinds))", "refused: \(Self.listed(refusals))",
    ]
  }

  private static func listed(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
