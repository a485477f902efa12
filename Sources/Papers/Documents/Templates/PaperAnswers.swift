package import Kit

extension PaperTemplate {
  /// What was typed, checked and in the words of paper: days as `2026年11月22日`, amounts as `5,000元`.
  ///
  /// Refuses all faulty fields at once, each as a `FieldRefusal` with the key of the ask: what is demanded and empty, what
  /// is no day, time, amount or number, what is none of the choices, what is too long. Keys that the template does not
  /// ask for are left out. With `isDraft` nothing is demanded yet.
  package func answers(_ typing: PaperTyping, isDraft: Bool = false) throws(Refusals) -> PaperValues {
    var values = PaperValues()
    var faults: [FieldRefusal] = []
    for ask in asks {
      if ask.kind == .rows {
        let rows = PaperAnswer.rows(ask, typing.rows[ask.key] ?? [], &faults)
        values.type(rows, for: ask.key)
        if rows.isEmpty, ask.isRequired, !isDraft { faults.append(ask.missing) }
      } else {
        let text = typing.texts[ask.key] ?? ""
        if text.trimmed.isEmpty, ask.isRequired, !isDraft { faults.append(ask.missing) }
        if let answer = PaperAnswer.of(ask.kind, ask.choices, text, &faults, at: (ask.key, "“\(ask.label)”")) {
          for (name, text) in answer.names(ask.key) { values.type(text, for: name) }
        }
      }
    }
    if !faults.isEmpty { throw Refusals(faults) }
    return values
  }
}

extension PaperAsk {
  fileprivate var missing: FieldRefusal {
    FieldRefusal(key, kind == .rows ? "“\(label)”至少要写一行。" : "“\(label)”没有填写。")
  }
}

/// One typed value in the words of paper.
private struct PaperAnswer {
  let text: String
  var capitals: String?

  func names(_ key: String) -> [(String, String)] { [(key, text)] + (capitals.map { [("\(key).capital", $0)] } ?? []) }

  static func rows(_ ask: PaperAsk, _ typed: [[String: String]], _ faults: inout [FieldRefusal]) -> [[String: String]] {
    let filled = typed.filter { row in ask.columns.contains { row[$0.key]?.trimmed.isEmpty == false } }
    if filled.count > most {
      faults.append(FieldRefusal(ask.key, "“\(ask.label)”有 \(filled.count) 行，最多 \(most) 行。"))
      return []
    }
    return filled.enumerated().map { index, row in
      var answers: [String: String] = [:]
      for column in ask.columns {
        let place = (ask.key, "“\(ask.label)”第 \(index + 1) 行的“\(column.label)”")
        answers[column.key] = of(column.kind.ask, column.choices, row[column.key] ?? "", &faults, at: place)?.text
      }
      return answers
    }
  }

  /// nil where nothing was typed or it was refused.
  static func of(
    _ kind: PaperAsk.Kind, _ choices: [String], _ typed: String, _ faults: inout [FieldRefusal],
    at place: (key: String, name: String)
  ) -> PaperAnswer? {
    let text = kind == .lines ? typed : typed.trimmed
    if text.trimmed.isEmpty { return nil }
    let length = text.scalarCount
    guard length <= (kind == .lines ? longest : line) else {
      faults.append(FieldRefusal(place.key, "\(place.name)有 \(length) 个字，最多 \(kind == .lines ? longest : line) 个。"))
      return nil
    }
    if let answer = read(kind, choices, text) { return answer }
    faults.append(FieldRefusal(place.key, "\(place.name)写的是“\(text.clipped(to: 40))”，\(wanted(kind))。"))
    return nil
  }

  private static func read(_ kind: PaperAsk.Kind, _ choices: [String], _ text: String) -> PaperAnswer? {
    switch kind {
    case .line, .lines, .rows: PaperAnswer(text: text)
    case .choice: choices.contains(text) ? PaperAnswer(text: text) : nil
    case .date: CivilDate(iso: text).map { PaperAnswer(text: $0.onPaper) }
    case .time: PaperTime.onPaper(text).map { PaperAnswer(text: $0) }
    case .money: Money(yuanText: text).map { PaperAnswer(text: $0.text + "元", capitals: $0.capitals) }
    case .number: isNumber(text) ? PaperAnswer(text: text) : nil
    }
  }

  /// Digits with at most one point between them.
  private static func isNumber(_ text: String) -> Bool {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    return halves.count <= 2 && halves.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  private static func wanted(_ kind: PaperAsk.Kind) -> String {
    switch kind {
    case .date: "不是日期，应像 2026-11-22"
    case .time: "不是时间，应像 14:05 或者 2026-11-22T14:05"
    case .money: "不是金额，应像 5000 或者 5000.50"
    case .number: "不是数，应像 3 或者 2.5"
    case .choice: "不在可选的几项里"
    case .line, .lines, .rows: "不能用"
    }
  }

  private static let most = 10_000
  private static let line = 1_000
  private static let longest = 50_000
}

/// Times as browsers send them.
private enum PaperTime {
  /// `14:05` → `14时05分`, `2026-11-22T14:05` → `2026年11月22日14时05分`; nil for anything else.
  static func onPaper(_ text: String) -> String? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let clock = halves.last.flatMap(clock) else { return nil }
    if halves.count == 1 { return clock }
    guard halves.count == 2, let day = CivilDate(iso: halves[0]) else { return nil }
    return day.onPaper + clock
  }

  private static func clock(_ text: Substring) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return "\(hour)时\(minute.twoDigits)分"
  }
}
