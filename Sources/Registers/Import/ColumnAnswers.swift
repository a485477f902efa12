import Web

/// What somebody said of the columns of a file, by place.
package struct ColumnAnswers: Sendable {
  let choices: [Int: ColumnChoice]

  /// Refuses a column without an answer, and two columns that are to be the same.
  init(_ form: Form, _ columns: [ImportHead.Column], _ book: ImportColumns) throws {
    let reader = FormReader(form)
    var choices: [Int: ColumnChoice] = [:]
    for column in columns where ColumnPages.isAsked(column) {
      let name = ColumnPages.name(column)
      let choice = ColumnChoice(form.value(name) ?? "")
      if choice == .unknown { reader.refuse(name, "\(ColumnPages.label(column))还没有选。") }
      if let field = choice.field, choices.values.contains(choice) {
        reader.refuse(name, "“\(book.title(field))”选了两次，一样东西只能有一列。")
      }
      choices[column.place] = choice
    }
    try reader.done()
    self.choices = choices
  }
}
