internal import Foundation
internal import Kit
internal import Papers
internal import Storage

/// The list of seconded people as a workbook (抽调人员名单).
struct SecondmentSheet {
  let campaign: CampaignSummary
  let people: [SecondmentRecord]
  let today: CivilDate

  static let columns: [(String, Double)] = [
    ("姓名", 10), ("原单位", 24), ("职务", 18), ("承担的工作", 40), ("权限", 10), ("执法证号", 16), ("从哪天起", 12), ("到哪天为止", 12),
    ("归队", 12), ("提前归队的理由", 30), ("状态", 14),
  ]

  /// Written to the data folder, read and removed.
  func file(in folder: DataFolder) throws -> [UInt8] {
    let url = folder.incoming.appending(path: "secondments-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try SheetWriter(
      url, folder: folder.incoming, sheet: "抽调人员名单", title: "\(campaign.title)抽调人员名单（截至 \(today.iso)）",
      columns: Self.columns.map { SheetWriter.Column($0.0, width: $0.1) })
    for one in people {
      try writer.add([
        .text(one.name), .text(one.unit), .text(one.post), .text(one.work), .text(one.authority.title),
        .text(one.certificate ?? ""), .date(one.since), .date(one.until), one.last.map { .date($0) } ?? .empty,
        .text(one.reason ?? ""), .text(one.group(on: today).title),
      ])
    }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }
}
