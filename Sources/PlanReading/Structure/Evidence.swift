internal import Kit

/// What a reading itself tells of a text whose words leave open whether it is a plan: an officer's plain language has few of the
/// genre's words, but its steps have dates, its tasks somebody who answers for them, its chapters the genre's headings.
enum Evidence {
  static func speaks(for plan: ReadPlan, _ reader: PlanReader) -> Bool {
    let chapters = Set(reader.chapters.filter { !$0.isOrphan && $0.node.marker?.number != nil }.map(\.role.rawValue))
      .subtracting([0])
    let kinds = [
      chapters.count >= 2, chapters.count >= 3,
      plan.phases.count { $0.dateText != nil } >= 2,
      plan.tasks.contains { !$0.lead.isEmpty },
      plan.tasks.count { !$0.violations.isEmpty } >= 2,
      !plan.deadlines.isEmpty,
      !plan.coverage.isEmpty,
      plan.organisation.leadingGroup != nil || plan.organisation.members.count >= 3,
    ]
    return kinds.count { $0 } >= 2
  }
}
