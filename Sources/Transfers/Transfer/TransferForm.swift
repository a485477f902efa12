import Kit
import Offices
import Web

enum TransferForm {
  static func propose(_ form: Form) throws -> NewTransfer {
    let read = FormReader(form)
    let check = read.id("check", "涉嫌的罪名", ThresholdCheck.self)
    let head = read.id("head", "报给", Account.self)
    let facts = read.text("facts", "核实的情况", most: 10_000)
    let proof = read.text("proof", "证据", most: 10_000)
    let items = read.maybeText("items", "涉案物品", most: 10_000) ?? ""
    let police = read.text("police", "公安机关", most: 60)
    let procuratorate = read.text("procuratorate", "人民检察院", most: 60)
    try read.done()
    return NewTransfer(
      check: check, head: head, facts: facts, proof: proof, items: items, police: police, procuratorate: procuratorate)
  }

  enum Choice: String { case approve, refuse }

  /// A refusal needs its reasons; an approval may have words.
  static func decide(_ form: Form) throws -> (approves: Bool, words: String) {
    let read = FormReader(form)
    let choice = read.choice("choice", "决定", Choice.self)
    let words = read.maybeText("words", "理由", most: 5000) ?? ""
    if choice == .refuse, words.isEmpty { read.refuse("words", "不批准移送的，要写明理由，记录在案（移送规定第五条）。") }
    try read.done()
    return (choice == .approve, words)
  }

  static func revoke(_ form: Form) throws -> String {
    let read = FormReader(form)
    let words = read.text("words", "理由", most: 5000)
    try read.done()
    return words
  }

  static func event(_ form: Form, _ action: TransferAction) throws -> NewEvent {
    let read = FormReader(form)
    let on = read.date("on", "日期")
    let clock = action.wantsClock ? clock(read, form) : nil
    let document = action.wantsDocument ? read.text("document", "文书文号", most: 80) : nil
    let count = action.wantsCount ? count(read) : nil
    let term = action == .prolong ? read.text("term", "延长到", most: 40) : nil
    let words =
      action.wantsWords
      ? read.text("words", "理由、内容", most: 10_000) : read.maybeText("words", "说明", most: 10_000) ?? ""
    try read.done()
    return NewEvent(on: on, clock: clock, document: document, count: count, term: term, words: words)
  }

  private static func clock(_ read: FormReader, _ form: Form) -> String? {
    guard let text = form.value("clock") else { return nil }
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      read.refuse("clock", "“时间”写的是“\(text.clipped(to: 10))”，写成 14:05 这样。")
      return nil
    }
    return "\(parts[0].twoDigits):\(parts[1].twoDigits)"
  }

  private static func count(_ read: FormReader) -> Int64 {
    guard let number = Int64(read.text("count", "人数", most: 4)), (1...9999).contains(number) else {
      read.refuse("count", "“人数”写成 1 到 9999 的整数。")
      return 0
    }
    return number
  }
}
