import Campaign
import Intake
import Kit
import Offices
import Storage
import Web

/// From forms to deeds: what was typed becomes a plan or a report, or is refused field by field.
enum VisitForm {
  static func answerField(_ item: String) -> String { "a-\(item)" }
  static func noteField(_ item: String) -> String { "n-\(item)" }

  /// The field `task` holds a task, or `c-` and a campaign, or nothing for daily supervision.
  static func plan(_ form: Form) throws -> NewVisit {
    guard let premises = RecordLinks.premises(form.value("premises")) else { throw InspectionRefusal.noPremises }
    let read = FormReader(form)
    let date = read.date("date", "检查日期")
    let first = read.id("first", "主办人员", Account.self)
    let second = read.id("second", "协办人员", Account.self)
    let checklist = read.text("checklist", "检查表", most: 60)
    try read.done()
    let purpose = form.value("task") ?? ""
    return NewVisit(
      premises: premises, clue: read.maybeID("clue"),
      campaign: purpose.hasPrefix("c-") ? ID(text: purpose.dropFirst(2)) : nil,
      task: purpose.hasPrefix("c-") ? nil : ID(text: purpose), date: date, first: first, second: second,
      checklist: checklist)
  }

  static func report(_ form: Form, _ items: [VisitItem]) throws -> VisitReport {
    let read = FormReader(form)
    let date = read.date("date", "检查日期")
    let place = read.text("place", "检查地点")
    let began = clock("began", "开始时间", read, form)
    let ended = clock("ended", "结束时间", read, form)
    let summary = read.text("summary", "检查情况", most: 5000)
    let result = read.choice("result", "结论", VisitResult.self)
    let order = order(read)
    let lines = lines(items, read, form)
    refuseOddFiles(read)
    try read.done()
    return VisitReport(
      date: date, place: place, began: began, ended: ended, summary: summary, result: result ?? .clean, lines: lines,
      order: order)
  }

  private static func order(_ read: FormReader) -> NewRectification? {
    guard let text = read.maybeText("order", "改正内容", most: 5000) else { return nil }
    return NewRectification(text: text, due: read.date("due", "改正期限"))
  }

  private static func lines(_ items: [VisitItem], _ read: FormReader, _ form: Form) -> [String: VisitReport.Line] {
    items.reduce(into: [:]) { lines, item in
      let note = read.maybeText(noteField(item.id), "发现的问题", most: 1000)
      guard let answer = form.value(answerField(item.id)).flatMap(VisitAnswer.init(rawValue:)) else { return }
      lines[item.id] = VisitReport.Line(answer, note: note)
    }
  }

  /// `9:14`, `09：14` or `0914`, kept as `09:14`.
  private static func clock(_ name: String, _ label: String, _ read: FormReader, _ form: Form) -> String? {
    guard let text = form.value(name) else { return nil }
    let all = text.unicodeScalars.filter { ("0"..."9").contains($0) }.map { Int($0.value) - 48 }
    // Before they are added up: hundreds of digits make a number that no `Int` holds.
    let digits = all.count <= 4 ? all : []
    let others = text.unicodeScalars.filter { !("0"..."9").contains($0) }
    let hours = digits.dropLast(2).reduce(0) { $0 * 10 + $1 }
    let minutes = digits.suffix(2).reduce(0) { $0 * 10 + $1 }
    guard (3...4).contains(digits.count), hours < 24, minutes < 60, others.allSatisfy({ $0 == ":" || $0 == "：" }),
      others.count < 2
    else {
      read.refuse(name, "“\(label)”写的是“\(text.clipped(to: 20))”，不是时间。写成 09:14 这样。")
      return nil
    }
    return "\(hours.twoDigits):\(minutes.twoDigits)"
  }

  /// What a file is by its first bytes decides, not its name.
  static func refuseOddFiles(_ read: FormReader) {
    let allowed = FileType.pictures.union(["application/pdf", "video/mp4"])
    for file in read.files("files") where !allowed.contains(file.type) {
      read.refuse("files", "“\(file.name)”不是照片、PDF 或 MP4，没有保存。")
    }
  }
}
