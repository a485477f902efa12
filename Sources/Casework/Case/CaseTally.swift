import Kit

/// How many cases a list has, what they owe together and what was paid.
struct CaseTally: Sendable {
  let count: Int64
  let owed: Money
  let paid: Money

  /// Names of the kept sums beside the states.
  static let owed = "owed"
  static let paid = "paid"

  init(count: Int64, owed: Money, paid: Money) {
    self.count = count
    self.owed = owed
    self.paid = paid
  }

  init(kept parts: [String: Int64]) {
    count = CaseState.allCases.reduce(0) { $0 + parts[$1.rawValue, default: 0] }
    owed = Money(fen: parts[Self.owed, default: 0])
    paid = Money(fen: parts[Self.paid, default: 0])
  }
}
