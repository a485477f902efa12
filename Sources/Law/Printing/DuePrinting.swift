internal import Kit
internal import Packs

extension DueAnswer: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(term.key, forKey: "term")
    try box.encode(term.title, forKey: "title")
    try box.encode(from.text, forKey: "from")
    try box.encode(due.text, forKey: "due")
    try box.encode(countedTo.text, forKey: "countedTo")
    try box.encode(term.unit.rawValue, forKey: "unit")
    try box.encode(term.count, forKey: "count")
    try box.encode(skipped, forKey: "skipped")
    try box.encode(term.provenance.source, forKey: "article")
    try box.encode(term.provenance.confidence.rawValue, forKey: "confidence")
    try box.encode(provisional, forKey: "provisional")
    try box.encode(term.start, forKey: "start")
    try box.encode(term.extensions, forKey: "extensions")
    try box.encode(remarks, forKey: "remarks")
  }

  package var text: String {
    var lines = ["\(term.title)（\(term.key)）：\(due.words)", "\(term.start)起\(term.length)，从\(from.words)算"]
    if term.direction == .before { lines[1] = "\(term.start)前\(term.length)，从\(from.words)往回算" }
    if countedTo != due { lines.append("最后一日：\(countedTo.words)") }
    if !skipped.isEmpty { lines.append("不计入：" + skipped.map { "\($0.date.iso)（\($0.why)）" }.joined(separator: "、")) }
    lines += ["依据：\(term.provenance.source)（\(term.provenance.confidence.title)）"] + remarks
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SkippedDay: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(date.iso, forKey: "date")
    try box.encode(why, forKey: "why")
  }
}

extension TermExtension: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(count, forKey: "count")
    try box.encode(by, forKey: "by")
  }
}

extension EventTime {
  /// `2026-09-30`, `2026-09-30 16:30`.
  fileprivate var words: String { text.replacing("T", with: " ") }
}

extension SurchargeAmount: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(surcharge.key, forKey: "term")
    try box.encode(surcharge.title, forKey: "title")
    try box.encode(from.iso, forKey: "from")
    try box.encode(until.iso, forKey: "until")
    try box.encode(until.iso, forKey: "due")
    try box.encode(until.iso, forKey: "countedTo")
    try box.encode("days", forKey: "unit")
    try box.encode(days, forKey: "days")
    try box.encode([SkippedDay](), forKey: "skipped")
    try box.encode(fine.yuan, forKey: "fine")
    try box.encode(amount.yuan, forKey: "amount")
    try box.encode(most.yuan, forKey: "most")
    try box.encode(isCapped, forKey: "capped")
    try box.encode(surcharge.provenance.source, forKey: "article")
    try box.encode(surcharge.provenance.confidence.rawValue, forKey: "confidence")
    try box.encode(false, forKey: "provisional")
    try box.encode(surcharge.note.map { [$0] } ?? [], forKey: "remarks")
  }

  package var text: String {
    let capped = isCapped ? "，已到上限\(most.text)元" : ""
    let lines = [
      "\(surcharge.title)（\(surcharge.key)）：\(amount.text)元",
      "\(surcharge.start)起，每日\(surcharge.daily.text)；罚款\(fine.text)元，从\(from.iso)到\(until.iso)共\(days)日\(capped)",
      "依据：\(surcharge.provenance.source)（\(surcharge.provenance.confidence.title)）",
    ]
    return (lines + [surcharge.note].compactMap { $0 }).joined(separator: "\n") + "\n"
  }
}
