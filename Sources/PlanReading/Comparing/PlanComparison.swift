/// Two plans laid side by side (方案比较): the superior's or last year's (`model`) and one's own (`own`).
///
/// Tasks, phases, deadlines and percentages are aligned one to one by their words; what has no partner is missing or
/// added, partners that differ say in what. Both places are shown; nothing is judged: a task may be left out rightly.
/// Guarantees: pure, close to linear time, never traps.
package struct PlanComparison: Sendable {
  package let model: ComparedPlan
  package let own: ComparedPlan
  package let differences: [Difference]
  /// How many items have a partner without difference.
  package let alike: Int
  /// The same plan in other words.
  package let isCopy: Bool

  package init(_ model: ComparedPlan, _ own: ComparedPlan) {
    self.model = model
    self.own = own
    let parts = Difference.Part.allCases.map { part in
      Alignment(model.entries(part), own.entries(part), isOrdered: part == .phase)
    }
    let shift = own.shift(from: model)
    let found = zip(Difference.Part.allCases, parts).flatMap { Difference.all($0, $1, model, own, shift) }
    differences = found
    alike = parts.reduce(0) { $0 + $1.pairs.count } - found.count { $0.change == .changed }
    isCopy = Copies.isLike(model.body, own.body) || Self.tellsTheSame(parts)
  }

  /// Most items of both plans say the same, however the sentences around them differ.
  private static func tellsTheSame(_ parts: [Alignment]) -> Bool {
    let pairs = parts.flatMap(\.pairs).count { $0.likeness >= 0.7 }
    let all = parts.reduce(0) { $0 + $1.model.count + $1.own.count }
    return pairs >= 5 && pairs * 2 * 10 >= all * 8
  }
}

/// A plan with the text that its ranges point into.
package struct ComparedPlan: Sendable {
  package let text: String
  package let plan: ReadPlan
  private let scalars: [Unicode.Scalar]

  package init(text: String, plan: ReadPlan) {
    (self.text, self.plan) = (text, plan)
    scalars = Array(text.unicodeScalars)
  }

  /// The words of the first range, in one line.
  package func quote(_ source: [SourceRange], most: Int = 160) -> String {
    guard let first = source.first else { return "" }
    let span = (max(first.start, 0)..<max(first.start, first.end, 0)).clamped(to: 0..<scalars.count)
    var view = String.UnicodeScalarView()
    for scalar in scalars[span].prefix(most) { view.append(scalar.isLineEnd ? " " : scalar) }
    return String(view) + (span.count > most ? "……" : "")
  }

  /// The plan without its neighbours in the file.
  var body: String {
    let span = (max(plan.range.start, 0)..<max(plan.range.start, plan.range.end, 0)).clamped(to: 0..<scalars.count)
    return String(String.UnicodeScalarView(scalars[span]))
  }

  /// By how many years the plan follows the other; nil where one of them names no year.
  func shift(from model: ComparedPlan) -> Int? {
    guard let own = plan.year?.value, let other = model.plan.year?.value else { return nil }
    return own - other
  }
}
