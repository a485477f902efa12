import Kit
import Law
import Storage
import Web

struct KnowingPages {
  let record: Ref
  let title: String
  let link: Link?
  let knowing: Knowing
  /// Of the record itself, of a duty that of its subject, until the end of the day.
  let history: [LedgerEntry]
  let records: Records
  let viewer: Viewer
  let today: CivilDate

  /// No record was named.
  static let nothing = Page(
    "知情回放", crumbs: [("待办", "/duties")],
    "\(head("知情回放"))\(empty("没有选记录", "打开一项待办或者一个专项行动，从那里看当时谁知道什么。"))")

  var page: Page {
    Page(
      "知情回放", crumbs: [("待办", "/duties")],
      """
      \(head("知情回放", meta: [link.map { "<a href=\"\(link: $0)\">\(title)</a>" as HTML } ?? "\(title)", "截至 \(knowing.day.chinese(today: today))结束时"]))\
      \(form)\(knowing.lines.isEmpty ? empty("这一天还没有待办", "换一个晚一些的日子。") : "\(owed)\(events)")\
      \(historySection(history, today: today))
      """)
  }

  private var form: HTML {
    """
    <form class="row" method="get" action="\(link: "/known")"><input type="hidden" name="record" value="\(record.description)">\
    <label class="small" for="on">哪一天</label><input id="on" name="on" type="date" value="\(knowing.day.iso)" class="w12">\
    <button class="btn p">回放</button></form>
    """
  }

  private var owed: HTML {
    let lines = knowing.lines.map { line in
      Table.Line([
        name(line.known.duty), "<span class=\"nw\">\(line.owner)</span>",
        "<span class=\"nw\">\(line.known.begun.chinese(today: today))</span>",
        "<span class=\"nw\">\(line.due?.chinese(today: today) ?? "中止，不计期限")</span>",
        chip(line.state),
      ])
    }
    let more: HTML = knowing.isCut ? "只列最早的 \(KnowingStore.most) 项，还有更多。" : ""
    return section(
      "当时的待办", note: "责任人和期限是当时的。\(more)",
      Table("待办 \(lines.count) 项", ["要办的事", "责任人", "从什么时候", "当时的期限", "当时"].map { Table.Column($0) }, lines).html)
  }

  private func name(_ duty: OpenDuty) -> HTML { "<a href=\"\(link: "/duties/\(duty.id)")\">\(duty.title)</a>" }

  private func chip(_ state: Knowing.State) -> HTML {
    switch state {
    case .open: Chip.half.html("待办")
    case .late: Chip.bad.html("逾期")
    case .suspended: Chip.open.html("中止")
    case .ended: Chip.done.html("办结或者撤销")
    }
  }

  private var events: HTML {
    let entries = knowing.events.map { event in
      (time: event.at.chinese(today: today), words: "\(event.words)" as HTML, note: "\(event.duty.title)" as HTML?)
    }
    return section("谁在什么时候知道", note: "通知、看过、督办和答复的时间。督办和答复的内容在待办的页面。", timeline(entries))
  }
}
