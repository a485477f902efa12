import Kit
import Papers
import Web

/// The form of a paper and what it sends. Keys of asks hold no point, so names with points are free for the rest:
/// `answers.0.q` is a cell of rows, `party.phone` a supplied value that the house does not know.
struct CasePaperForm {
  let template: PaperTemplate

  static let day = "paper.date"
  static let step = "paper.step"
  /// Empty rows that follow those that are filled; without script no more can be added on the page.
  static let spare = 4
  private static let mostRows = 200

  init(_ template: PaperTemplate) { self.template = template }

  func read(_ form: Form) throws -> NewPaper {
    let read = FormReader(form)
    let day = read.date(Self.day, "文书日期")
    var typing = PaperTyping()
    for ask in template.asks {
      if ask.kind == .rows {
        typing.rows[ask.key] = rows(ask, form)
      } else {
        typing.texts[ask.key] = form.value(ask.key)
      }
    }
    for text in PaperText.allCases where form.values[text.name] != nil && text.name != Self.day {
      typing.texts[text.name] = read.maybeText(text.name, text.title, most: 1000)
    }
    try read.done()
    return NewPaper(template: template.id, step: form.value(Self.step).flatMap { Int64($0) }, day: day, typing: typing)
  }

  private func rows(_ ask: PaperAsk, _ form: Form) -> [[String: String]] {
    (0..<Self.mostRows).compactMap { index in
      let cells = ask.columns.compactMap { column in
        form.value(Self.cell(ask, index, column)).map { (column.key, $0) }
      }
      return cells.isEmpty ? nil : Dictionary(cells) { first, _ in first }
    }
  }

  static func cell(_ ask: PaperAsk, _ index: Int, _ column: PaperColumn) -> String {
    "\(ask.key).\(index).\(column.key)"
  }

  /// The form as it begins: fields with what they are filled from, or what the draft holds.
  func state(_ fields: [PaperField], typing: PaperTyping, day: CivilDate, step: Int64?, unknown: [PaperText])
    -> FormState
  {
    var values: [(String, String?)] = [(Self.day, day.iso), (Self.step, step.map { "\($0)" })]
    for field in fields {
      values.append((field.ask.key, field.text))
      for (index, row) in field.rows.enumerated() {
        values += field.ask.columns.map { (Self.cell(field.ask, index, $0), row[$0.key]) }
      }
    }
    return .filled(values + unknown.map { ($0.name, typing.texts[$0.name]) })
  }

  /// How many rows are filled in a form as it was sent or begun.
  static func filled(_ ask: PaperAsk, _ state: FormState) -> Int {
    ((0..<mostRows).last { index in ask.columns.contains { !state.value(cell(ask, index, $0)).isEmpty } } ?? -1) + 1
  }
}
