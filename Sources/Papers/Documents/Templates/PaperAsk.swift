/// What the officer types for a paper: one field of its form.
package struct PaperAsk: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case line, lines, date, time, money, number, choice, rows
  }

  /// Unique within the template, without a point.
  package let key: String
  package let label: String
  package let kind: Kind
  package let hint: String?
  package let isRequired: Bool
  /// What fills the field before the officer sees it, the first that is there: a supplied text or list, or
  /// `paper/ask`, which is what was typed in the latest such paper of the case.
  package let from: [String]
  /// What it begins with where nothing was found.
  let standard: PaperPhrase
  let standardRows: [[String: String]]
  /// For a choice.
  package let choices: [String]
  /// For rows.
  package let columns: [PaperColumn]
  /// Nil: it tells nothing of a person by itself.
  let personal: PaperPersonal?
}

/// A column of a table or of a field with rows.
package struct PaperColumn: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case line, lines, date, time, money, number, choice

    var ask: PaperAsk.Kind { PaperAsk.Kind(rawValue: rawValue) ?? .line }
  }

  /// Key of the value in a row; `index` numbers the rows.
  package let key: String
  package let label: String
  package let kind: Kind
  /// For a choice.
  package let choices: [String]
  /// Its share of the width, beside the shares of the others.
  package let width: Int
  /// As of an ask.
  let personal: PaperPersonal?

  package static let index = "index"
}
