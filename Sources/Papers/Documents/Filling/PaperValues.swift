package import Kit

/// What a paper is filled with: texts, flags and lists of the rooms, and what the officer typed.
///
///     var values = PaperValues()
///     values[.partyName] = "卢茂生"
///     values.set(.hearingTold)
///     values[.items] = [["name": "血压计", "count": "1"]]
package struct PaperValues: Hashable, Sendable {
  private(set) var texts: [String: String] = [:]
  private(set) var flags: Set<String> = []
  private(set) var rows: [String: [[String: String]]] = [:]

  package init() {}

  /// nil and the empty text are the same: not known.
  package subscript(text: PaperText) -> String? {
    get { texts[text.name] }
    set { texts[text.name] = newValue }
  }

  /// Rows by the keys of `PaperList.columns`.
  package subscript(list: PaperList) -> [[String: String]] {
    get { rows[list.rawValue] ?? [] }
    set { rows[list.rawValue] = newValue }
  }

  package mutating func set(_ flag: PaperFlag, _ isSo: Bool = true) {
    if isSo { flags.insert(flag.rawValue) } else { flags.remove(flag.rawValue) }
  }

  package mutating func set(_ text: PaperText, _ date: CivilDate?) { self[text] = date?.onPaper }

  /// As papers write amounts: `5,000元`; `capital` takes it in capitals.
  package mutating func set(_ text: PaperText, _ amount: Money?, capital: PaperText? = nil) {
    self[text] = amount.map { $0.text + "元" }
    if let capital { self[capital] = amount?.capitals }
  }

  /// These values, and those of another set over them: the typed ones over the supplied ones.
  package func adding(_ other: PaperValues) -> PaperValues {
    var sum = self
    sum.texts.merge(other.texts) { $1 }
    sum.rows.merge(other.rows) { $1 }
    sum.flags.formUnion(other.flags)
    return sum
  }

  mutating func type(_ text: String, for ask: String) { texts[ask] = text }
  mutating func type(_ rows: [[String: String]], for ask: String) { self.rows[ask] = rows }

  func text(_ name: String) -> String { texts[name] ?? "" }

  /// A flag that is set, a text that is not blank, a list that has rows.
  func holds(_ name: String) -> Bool {
    flags.contains(name) || !CleanText.lines(text(name)).isEmpty || rows[name]?.isEmpty == false
  }
}
