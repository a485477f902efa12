import Kit
import Storage
import Web

/// An alarm with what it names, for pages.
struct AlarmView: Sendable {
  let alarm: AlarmRecord
  /// With the link of each record that the reader may open.
  let signals: [(signal: Signal, link: Link?)]
  let answeredBy: String?
}

enum AlarmPages {
  /// On the page of a post: the open alarm with its form, and those that were answered.
  static func section(_ alarms: [AlarmView], of post: PostRecord, mayAnswer: Bool, _ state: FormState, today: CivilDate)
    -> HTML
  {
    guard !alarms.isEmpty else { return .none }
    let items = alarms.map { view -> HTML in
      let isOpen = view.alarm.answeredAt == nil
      return """
        <li><b>\(view.alarm.rule)</b>　\(isOpen ? Chip.warn.html("等着核实") : Chip.done.html(view.alarm.found?.title ?? "已核实"))\
        <p>\(view.alarm.silence)。\(view.alarm.at.date.chinese(today: today))提醒。同一乡镇里：</p>\
        <ul class="stack small">\(view.signals.map { line($0, today) })</ul>\
        \(view.alarm.answer.map { paragraphs("\(view.answeredBy ?? "")：\($0)") } ?? .none)\
        \(if: isOpen && mayAnswer, form(post, view.alarm, state, today))</li>
        """
    }
    return Web.section("沉默提醒", id: "alarm", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func line(_ entry: (signal: Signal, link: Link?), _ today: CivilDate) -> HTML {
    let title =
      entry.link.map { "<a href=\"\(link: $0)\">\(entry.signal.title)</a>" as HTML } ?? "\(entry.signal.title)"
    return "<li>\(entry.signal.kind.title)：\(title)，\(entry.signal.on.chinese(today: today))</li>"
  }

  private static func form(_ post: PostRecord, _ alarm: AlarmRecord, _ state: FormState, _ today: CivilDate) -> HTML {
    """
    <form method="post" action="\(link: "/posts/\(post.id)/alarm")" class="panel under"><p>\(alarm.due.chinese(today: today))以前写明看到了什么。</p>\
    \(Field("found", "核实结果", state).radios(AlarmFinding.allCases.map { ($0.rawValue, $0.title, nil) }))\
    \(Field("answer", "看到了什么，怎么办", state).lines(rows: 3, most: 1000))<button class="btn">答复提醒</button></form>
    """
  }

  static func list(_ listing: Listing, _ alarms: [(alarm: AlarmRecord, post: String)], today: CivilDate) -> Page {
    let groups = [(nil, "全部"), ("open", "等着核实"), ("answered", "已核实")] as [(String?, String)]
    let columns = ["哨点", "为什么提醒", "提醒日期", "核实"].map { Table.Column($0) }
    let lines = alarms.map { entry -> Table.Line in
      let alarm = entry.alarm
      return Table.Line([
        "<a href=\"\(link: Link("/posts/\(alarm.post)").at("alarm"))\">\(entry.post)</a>",
        "\(alarm.rule)<span class=\"s\">\(alarm.silence)</span>", "\(alarm.at.date.chinese(today: today))",
        alarm.answeredAt == nil
          ? "\(Chip.warn.html("等着核实"))<span class=\"s\">\(alarm.due.chinese(today: today))以前</span>"
          : Chip.done.html(alarm.found?.title ?? "已核实"),
      ])
    }
    return Page(
      "沉默提醒", crumbs: [("监测哨点", "/posts")],
      """
      \(head("沉默提醒", meta: ["别处有动静，哨点却没有报告，请监督联系人去看；同样的动静不提醒两次"]))\
      \(tabs("提醒分组", groups.map { ($0.1, Link("/posts/alarms").asking([("state", $0.0)]), listing.filter("state") == $0.0) }))\
      <div class="under">\(lines.isEmpty ? empty("没有提醒", "每天核对一次；哨点按时报告或者零报告，就不会提醒。") : Table(listing.caption("提醒"), columns, lines, listing: listing).html)</div>
      """)
  }
}
