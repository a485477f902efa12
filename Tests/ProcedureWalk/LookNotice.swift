import Kit
import Procedure

extension Look {
  /// A report of investigation that covers all evidence.
  var investigationIsOver: Bool {
    guard let end = before.lastIndex(where: { $0.kind == .investigationEnd }) else { return false }
    return before.lastIndex { Self.evidence.contains($0.kind) }.map { $0 < end } ?? false
  }

  /// The notice tells what the last report of investigation found, and no order to decide again came after it.
  var noticeIsOfNow: Bool {
    guard let notice = before.lastIndex(where: { $0.kind == .priorNotice }) else { return false }
    let changes = before.lastIndex {
      Self.evidence.contains($0.kind) || $0.kind == .investigationEnd
        || $0.kind == .challengeResult && $0.facts.outcome == "redo"
    }
    return changes.map { $0 < notice } ?? true
  }

  static let kinds: Set<String> = ["warning", "criticism", "fine", "gains", "goods", "suspend", "stop", "revoke"]

  /// At least one kind of 《行政处罚法》 9, each known, amounts where and only where their kind stands.
  func isComplete(_ facts: StepFacts) -> Bool {
    let chosen = Set(facts.penalties)
    return !chosen.isEmpty && chosen.isSubset(of: Self.kinds)
      && chosen.contains("fine") == ((facts.fine ?? .zero) > .zero)
      && chosen.contains("gains") == ((facts.gains ?? .zero) > .zero)
  }

  var overlappingPauses: Bool {
    let pauses = all(.suspension)
    return zip(pauses, pauses.dropFirst()).contains { earlier, later in
      answers(.resumption, to: earlier).first.map { $0.on > later.on } ?? true
    }
  }
}
