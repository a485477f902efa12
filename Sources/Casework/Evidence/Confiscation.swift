import Kit
import Procedure

/// Whether the confiscation by a decision still holds (没收的效力). Ways of a list name the one in which they are open.
package enum Confiscation: String, CaseIterable, Sendable {
  /// The decision stands, and confiscates as it was made.
  case stands
  /// A reconsideration or a suit took it away: revoked, to be decided again, or changed to a penalty without it.
  case fallen
  /// As `fallen`, and the decision made anew confiscates once more.
  case again
  /// Changed, and still a confiscation: some things may go back, the others stay confiscated.
  case changed

  func opens(_ way: GoodsWay) -> Bool {
    switch way.when {
    case nil: true
    case .stands, .changed: self == .stands || self == .changed
    case .fallen: self != .stands
    case .again: self == .again
    }
  }
}

extension Procedure {
  /// Of the decision `step`; nil: it never confiscated things.
  func confiscation(by step: Taken, in file: CaseFile) -> Confiscation? {
    guard step.kind == .decision, step.facts.penalties.contains(Penalty.goods.rawValue) else { return nil }
    let standing = standing(file)
    let holds = standing?.penalty.penalties.contains(Penalty.goods.rawValue) == true
    guard standing?.decision.id == step.id else { return holds ? .again : .fallen }
    guard holds else { return .fallen }
    let results = file.steps.filter { $0.kind == .challengeResult && $0.id > step.id }
    return results.contains { $0.facts.outcome == "changed" } ? .changed : .stands
  }
}
