import Kit
import Web

/// The first question of a report: what it is about, and where to go with what is not ours.
enum MatterChoice {
  /// Of the public form and the desk. Urgent things are no choice: they stand above every form.
  static func field(_ book: ChannelBook, _ state: FormState) -> HTML {
    let usual = book.matters.filter { $0.key == ChannelBook.usual }
    let others = book.matters.filter { $0.key != ChannelBook.usual && !$0.isUrgent }
    return Field("matter", "反映什么事", state).select((usual + others).map { ($0.key, $0.title) }, empty: nil)
      + insisting(book, state)
  }

  /// Where to go with what is not ours, as a list to open before writing.
  static func elsewhere(_ book: ChannelBook) -> HTML {
    let items = book.matters.filter { !$0.isOurs && !$0.isUrgent }.map { matter -> HTML in
      "<li><b>\(matter.title)</b>：\(matter.place)</li>"
    }
    let first = book.matters.compactMap { matter in
      matter.first.map { "<li><b>\(matter.title)</b>：\($0)</li>" as HTML }
    }
    return """
      <details class="more under"><summary>不归我们管的，找谁更快</summary><ul class="stack small">\(items)\(first)</ul></details>
      """
  }

  /// What to do now, above every form.
  static func urgent(_ book: ChannelBook) -> HTML {
    let words = book.matters.filter(\.isUrgent).compactMap(\.place).joined()
    return """
      <p class="note warn"><b>\(words)</b>本站不能代替急救和报警。</p>
      """
  }

  /// Reads the choice of a citizen. What is not ours is refused once with the place to go; whoever insists is taken.
  static func read(_ read: FormReader, _ form: Form, _ book: ChannelBook, asksBack: Bool) -> String {
    let key = form.value("matter") ?? ChannelBook.usual
    guard let matter = book.matter(key), !matter.isUrgent else {
      read.refuse("matter", "“反映什么事”选的不在列表里，请重新选。")
      return ChannelBook.usual
    }
    if asksBack, !matter.isOurs, !read.checked("anyway") {
      read.refuse("matter", "“\(matter.title)”不归我们管：\(matter.place ?? "")仍要交给我们的，勾选下面一格再提交。")
    }
    return key
  }

  private static func insisting(_ book: ChannelBook, _ state: FormState) -> HTML {
    guard state.problem("matter") != nil, book.matter(state.value("matter"))?.isOurs == false else { return .none }
    return Field("anyway", "不归我们管的", state, required: false).checks([
      (value: "yes", words: "知道了，仍要交给卫生健康部门登记", hint: "我们会登记，并告诉你受理不受理。")
    ])
  }
}
