package import Kit

/// What may be said of a duty where its words leave the house, or reach people who may not see its record: what is owed on plans and
/// campaigns stands by its title. Titles of visits, clues, cases and transfers name premises and parties, and a visit must not be
/// announced: of these the kind alone.
package enum ToldKinds {
  private static let named = Set(
    [
      "plan", "campaign", "deadline", "meeting", "resolution", "briefing", "filing", "finding", "sent-copy",
      "mechanism", "guest", "secondment", "placard", "assessment", "assessment-result", "file-reading",
    ].map { RefKind($0) })

  private static let nouns = [
    RefKind("visit"): "检查", RefKind("rectification"): "整改", RefKind("clue"): "线索", RefKind("case"): "案件",
    RefKind("transfer"): "移送", RefKind.duty: "督办答复",
  ]

  /// What everybody may read of one duty: its title, or its kind and its owner.
  package static func words(_ duty: OpenDuty) -> String {
    isNamed(duty.subject) ? duty.title : "\(noun(duty.subject))待办（\(duty.ownerName)）"
  }

  package static func isNamed(_ subject: Ref) -> Bool { named.contains(subject.kind) }
  static func noun(_ subject: Ref) -> String { nouns[subject.kind] ?? "其他" }

  /// `线索 4 项、检查 1 项`, the most first; empty for none.
  package static func counted(_ subjects: [Ref]) -> String {
    Dictionary(grouping: subjects, by: noun).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { "\($0.key) \($0.value.count) 项" }.joined(separator: "、")
  }
}
