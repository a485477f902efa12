internal import Foundation
internal import Kit
internal import Papers
internal import Storage

/// The list of long-term mechanisms as a workbook, a row each. Whoever sees the campaign may take it along, so of the records that a
/// problem was drawn from it tells how many of each kind.
struct MechanismSheet {
  let campaign: CampaignSummary
  let lines: [MechanismRecord]
  let owners: [Int64: String]
  /// `案件 2 起`, by line.
  let sources: [ID<Mechanism>: String]
  /// The campaign that a line was carried from.
  let former: [ID<Mechanism>: String]
  let kinds: MechanismKinds
  let today: CivilDate

  static let columns: [(String, Double)] = [
    ("序号", 6), ("共性问题", 50), ("类别", 14), ("原因分析", 50), ("制度名称", 30), ("要管住什么", 40), ("责任人", 12), ("时限", 12),
    ("状态", 12), ("文号", 24), ("施行日期", 12), ("不再制定的理由", 30), ("来源", 24), ("承接自", 30),
  ]

  var rows: [[SheetWriter.Cell]] {
    lines.map { one in
      let state = one.isLate(on: today) ? MechanismGroup.late.title : one.state.title
      return [
        .text("\(one.position)"), .text(one.text.problem), .text(kinds.title(one.text.kind)), .text(one.text.cause),
        .text(one.text.name), .text(one.text.words), .text(owners[one.id.value] ?? ""), .date(one.due), .text(state),
        .text(one.document ?? ""), one.forceDate.map { .date($0) } ?? .empty, .text(one.reason ?? ""),
        .text(sources[one.id] ?? ""), .text(former[one.id] ?? ""),
      ]
    }
  }

  func file(in folder: DataFolder) throws -> [UInt8] {
    try SheetFile.bytes(
      in: folder, sheet: "长效机制清单", title: "\(campaign.title)长效机制清单（截至 \(today.iso)）", Self.columns, rows)
  }
}
