internal import Kit
internal import Law
internal import Offices
internal import Papers
internal import Storage

/// The break-down of tasks (任务分解表) as a workbook: tasks, deadlines and resolutions of a campaign, a row each, with the sentence
/// that each comes from.
struct TaskSheet {
  let campaign: CampaignSummary
  let tasks: [CampaignTaskRecord]
  /// Of a task, the sentence of the plan or supplement.
  let sentences: [ID<CampaignTask>: String]
  let deadlines: [DeadlineRecord]
  let resolutions: [(record: ResolutionRecord, owner: String)]
  let ties: [ID<CampaignTask>: [Tie]]
  let law: LawContent
  let today: CivilDate

  static let columns: [(String, Double)] = [
    ("类别", 8), ("编号", 8), ("内容", 50), ("出处", 50), ("查处情形", 30), ("对应的违法行为", 40), ("牵头单位", 20), ("配合单位", 28),
    ("责任人", 22), ("时限", 12), ("状态", 12),
  ]

  /// A row of the sheet, in the order of the columns; the date is nil where the plan sets none.
  struct Line: Sendable, Hashable {
    let kind: String
    var number = ""
    let what: String
    let source: String
    /// Leaves and violations of a task, a line each.
    var leaves = ""
    var violations = ""
    var lead = ""
    var cooperating = ""
    var owner = ""
    var due: CivilDate?
    let state: String
  }

  var lines: [Line] {
    tasks.map { task in
      Line(
        kind: "任务", number: task.sign, what: task.text, source: sentences[task.id] ?? "",
        leaves: Leaf.all(task.violations).map(\.title).joined(separator: "\n"), violations: violations(task),
        lead: task.lead,
        cooperating: task.cooperating, state: campaign.ended == nil ? "进行中" : "行动已结束")
    }
      + deadlines.map { deadline in
        Line(
          kind: "期限", what: deadline.what, source: deadline.basis, owner: deadline.ownerName,
          due: deadline.due, state: state(isDone: deadline.metAt != nil, deadline.due))
      }
      + resolutions.map { one in
        Line(
          kind: "会议决议", number: "\(one.record.position)", what: one.record.text, source: one.record.meetingTitle,
          owner: one.owner, due: one.record.due, state: state(isDone: one.record.doneAt != nil, one.record.due))
      }
  }

  private func violations(_ task: CampaignTaskRecord) -> String {
    TaskLeaves(violations: task.violations, ties: ties[task.id] ?? []).violations
      .map { law.violation($0)?.name ?? $0 }.joined(separator: "\n")
  }

  private func state(isDone: Bool, _ due: CivilDate) -> String { isDone ? "已办结" : due < today ? "逾期" : "待办" }

  func file(in folder: DataFolder) throws -> [UInt8] {
    try SheetFile.bytes(
      in: folder, sheet: "任务分解表", title: "\(campaign.title)任务分解表（截至 \(today.iso)）", Self.columns,
      lines.map { line in
        [
          .text(line.kind), .text(line.number), .text(line.what), .text(line.source), .text(line.leaves),
          .text(line.violations), .text(line.lead), .text(line.cooperating), .text(line.owner),
          line.due.map { .date($0) } ?? .empty, .text(line.state),
        ]
      })
  }
}
