internal import Kit
internal import PlanReading
internal import Storage

/// Findings that need no look of their own any more, because the items around them were completed: the blank date of a
/// phase that now has its dates, the missing lead of a task that now has one.
enum Answers {
  static func settle(_ plan: PlanRecord, _ tx: Transaction) throws {
    let items = try ItemStore.all(of: plan.id, tx)
    let open = items.filter { $0.isOpenFinding && ($0.isGap || $0.isFinding(.missingLead)) }
    guard !open.isEmpty else { return }
    let scalars = Array(try PlanStore.text(plan.id, tx).unicodeScalars)
    let answered = open.filter { isAnswered($0, items, scalars) }
    guard !answered.isEmpty else { return }
    for var finding in answered {
      finding.state = .settled
      try ItemStore.update(finding, tx)
    }
    let numbers = answered.map { "\($0.number)" }.joined(separator: "、")
    tx.tell(plan.ref, "内容补全，疑点随之了结：第 \(numbers) 项")
  }

  /// Every item around the finding is complete, and there is one. A blank that is no date (组长：____) stays open.
  static func isAnswered(_ finding: PlanItem, _ items: [PlanItem], _ text: [Unicode.Scalar]) -> Bool {
    if finding.isGap, !isDate(finding, text) { return false }
    let kinds: [ItemKind] = finding.isGap ? [.phase, .deadline] : [.task]
    let around = items.filter { kinds.contains($0.kind) && $0.isThere && $0.holds(finding) }
    return !around.isEmpty && around.allSatisfy(\.lacks.isEmpty)
  }

  private static func isDate(_ finding: PlanItem, _ text: [Unicode.Scalar]) -> Bool {
    finding.source.contains { place in
      text[(place.start..<max(place.start, place.end)).clamped(to: text.indices)]
        .contains { "年月日".unicodeScalars.contains($0) }
    }
  }
}
