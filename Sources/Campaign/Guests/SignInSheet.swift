internal import Foundation
internal import Kit
internal import Papers
internal import Storage

/// The sign-in sheet of a meeting (签到表): to be signed by hand before it, with what was entered after it; on paper, as Word and as workbook.
struct SignInSheet {
  let meeting: MeetingRecord
  let guests: [GuestRecord]
  let today: CivilDate

  static let template = "campaign-sign-in"

  /// A row, in the order of the columns.
  struct Line: Sendable, Hashable {
    let body: String
    let name: String
    let post: String
    /// Blank where it is signed by hand.
    let sign: String
    let note: String
  }

  var lines: [Line] {
    guests.map { one in
      Line(body: one.body, name: one.name, post: one.post, sign: sign(one), note: note(one))
    }
  }

  private func sign(_ one: GuestRecord) -> String {
    switch one.group {
    case .arrived: one.isOwn ? "本人签到 \(one.arrivedAt?.clock ?? "")" : "到会"
    case .excused: "请假"
    case .missing: meeting.isOver(on: today) ? "缺席" : ""
    }
  }

  private func note(_ one: GuestRecord) -> String {
    switch one.group {
    case .arrived: one.isOwn ? "" : "\(one.arrivedBy ?? "")登记"
    case .excused: one.reason ?? ""
    case .missing: ""
    }
  }

  func document(_ template: PaperTemplate, agency: String?) throws -> PaperDocument {
    let typing = PaperTyping(
      texts: ["heading": meeting.title, "held": meeting.whenAndWhere, "chair": meeting.chair],
      rows: [
        "guests": lines.map {
          ["body": $0.body, "name": $0.name, "post": $0.post, "sign": $0.sign, "note": $0.note]
        }
      ])
    var values = PaperValues()
    values[.agencyName] = agency
    return template.document(values.adding(try template.answers(typing)))
  }

  /// Written to the data folder, read and removed.
  func workbook(in folder: DataFolder) throws -> [UInt8] {
    let url = folder.incoming.appending(path: "sign-in-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let columns = [("序号", 6.0), ("单位", 24.0), ("姓名", 12.0), ("职务", 20.0), ("签到", 18.0), ("备注", 30.0)]
    let writer = try SheetWriter(
      url, folder: folder.incoming, sheet: "签到表", title: "\(meeting.title)签到表（\(meeting.whenAndWhere)）",
      columns: columns.map { SheetWriter.Column($0.0, width: $0.1) })
    for (index, line) in lines.enumerated() {
      try writer.add([
        .text("\(index + 1)"), .text(line.body), .text(line.name), .text(line.post), .text(line.sign), .text(line.note),
      ])
    }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }
}
