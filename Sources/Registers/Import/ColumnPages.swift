import Kit
import Papers
import Web

/// The page of a file whose columns are not all known: what is each of them?
enum ColumnPages {
  static func page(
    _ waiting: WaitingImport, _ columns: [ImportHead.Column], _ book: ImportColumns, _ state: FormState
  ) -> Page {
    let shown = columns.filter(isAsked)
    let unknown = shown.count { $0.guess == .unknown }
    let state = state.form.values.isEmpty ? filled(shown, state) : state
    return Page(
      "对列“\(waiting.fileName)”", crumbs: [("底册", "/institutions"), ("导入", "/institutions/import")],
      """
      \(head("对列“\(waiting.fileName)”", meta: ["还没有写入底册", unknown > 0 ? "有 \(unknown) 列不认识" : "有两列像是同一样东西"]))\
      \(state.summary)<p class="note">说清每一列是什么，再看预览。说过的列名会替本单位记住，下次不用再对。</p>\
      <form method="post" action="\(link: "/institutions/import/\(waiting.id)/columns")" class="panel" id="file">\
      \(shown.map { field($0, book, state) })\
      <p class="row"><button class="btn">对好了，看预览</button><a href="\(link: "/institutions/import")">换一个文件</a></p></form>
      """)
  }

  /// A column without a name and without a value is not asked for.
  static func isAsked(_ column: ImportHead.Column) -> Bool { !column.heading.isEmpty || !column.samples.isEmpty }

  static func name(_ column: ImportHead.Column) -> String { "column-\(column.place)" }

  static func label(_ column: ImportHead.Column) -> String {
    let letters = SheetPlace.letters(column.place + 1)
    return column.heading.isEmpty ? "\(letters) 列（没有列名）" : "\(letters) 列“\(column.heading)”"
  }

  private static func field(_ column: ImportHead.Column, _ book: ImportColumns, _ state: FormState) -> HTML {
    let fields = book.columns.map { ($0.field.rawValue, $0.title + ($0.field.isRequired ? "（必填）" : "")) }
    let samples = column.samples.joined(separator: "、").clipped(to: 60)
    return Field(
      name(column), label(column), state, hint: samples.isEmpty ? "开头几行都空着" : "例如：\(samples)"
    ).select(fields + [(ColumnChoice.ignored.text, "不用这一列")])
  }

  private static func filled(_ columns: [ImportHead.Column], _ state: FormState) -> FormState {
    let guessed = FormState.filled(columns.map { (name($0), $0.guess.text) })
    return FormState(guessed.form, problems: state.problems)
  }
}
