import Foundation
import Kit
import Offices
import Papers
import Storage

/// The ledger of clues (线索台账) as a workbook: the filtered list, a row for each clue, in the list's order.
struct DocketSheet {
  let clues: [ClueRecord]
  /// By account.
  let owners: [Int64: String]
  /// By clue: who has it or was asked to take it.
  let away: [Int64: String]
  let today: CivilDate

  /// More rows than this do not go into one file; the list says so.
  static let most = 20_000
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private static let columns: [(String, Double)] = [
    ("编号", 18), ("收到", 12), ("来源", 10), ("来源说明", 18), ("事由", 50), ("地点", 28), ("状态", 10), ("承办", 12),
    ("现在在", 24), ("受理", 12), ("时限", 12), ("办结", 12), ("答复或者不予受理的理由", 50),
  ]

  /// Written to the data folder, read and removed.
  func file(in folder: DataFolder) throws -> [UInt8] {
    let url = folder.incoming.appending(path: "clues-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try SheetWriter(
      url, folder: folder.incoming, sheet: "线索台账", title: "线索台账（截至 \(today.iso)）",
      columns: Self.columns.map { SheetWriter.Column($0.0, width: $0.1) })
    for clue in clues { try writer.add(cells(clue)) }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }

  private func cells(_ clue: ClueRecord) -> [SheetWriter.Cell] {
    let away = away[clue.id.value]
    return [
      .text(clue.number), .date(clue.receivedAt.date), .text(clue.channel.title), .text(clue.origin ?? ""),
      .text(clue.text), .text(clue.place), .text(clue.state.title), .text(owners[clue.owner.value] ?? ""),
      .text(away ?? (clue.state.isOpen ? "本单位" : "")), day(clue.acceptedAt?.date), day(clue.due),
      day(clue.endedAt?.date), .text(clue.answer ?? ""),
    ]
  }

  private func day(_ date: CivilDate?) -> SheetWriter.Cell { date.map { .date($0) } ?? .empty }
}
