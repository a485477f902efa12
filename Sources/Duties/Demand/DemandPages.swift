import Kit
import Law
import Storage
import Web

enum DemandPages {
  /// On the page of the duty: what was demanded and answered, the oldest first.
  static func history(_ demands: [Demand], _ today: CivilDate) -> HTML {
    guard !demands.isEmpty else { return .none }
    let items = demands.map { one -> HTML in
      let answer: HTML =
        one.answer.map { text in
          "<p>\(one.answeredBy ?? "")\(one.answeredAt.map { " \($0.chinese(today: today))" } ?? "") 答复：\(text)</p>"
        } ?? "<p class=\"why\">要求 \(one.answerBy.chinese(today: today)) 以前答复，还没有答复。</p>"
      return """
        <li><b>第 \(one.number) 次督办　\(one.by) \(one.at.chinese(today: today))</b><p>\(one.words)</p>\(answer)</li>
        """
    }
    return section("督办", id: "demands", "<ol class=\"steps\">\(items)</ol>")
  }

  /// What the owner owes, then what the one who presses may do.
  static func forms(
    _ model: OneDuty, _ demands: [Demand], _ viewer: Viewer, mayPress: Bool, today: CivilDate, _ state: FormState
  ) -> HTML {
    guard model.ended == nil else { return .none }
    let isMine = viewer.accounts.contains(model.duty.owner.value)
    let waits = demands.contains { $0.answer == nil }
    // The next one has to wait for the last one's date or answer.
    let runs = demands.last.map { $0.answer == nil && $0.answerBy >= today } == true
    return
      "\(if: isMine && waits, answer(model.duty, state))\(if: mayPress && !runs && model.duty.kind != Demands.answerKind, press(model.duty, state))"
  }

  private static func answer(_ duty: OpenDuty, _ state: FormState) -> HTML {
    section(
      "答复督办",
      """
      <form method="post" action="\(link: "/duties/\(duty.id)/answer")">\
      \(Field("answer", "办到哪一步，什么时候办结", state).lines(rows: 3, most: 1000))\
      <p class="row"><button class="btn">答复</button></p></form>
      """)
  }

  private static func press(_ duty: OpenDuty, _ state: FormState) -> HTML {
    section(
      "督办这件事", note: "第一次通知责任人，再次督办通知本单位负责人，第三次起通知上级。",
      """
      <form method="post" action="\(link: "/duties/\(duty.id)/demand")">\
      \(Field("words", "要求", state, hint: "例如：说明没有办结的原因，定出办结的日期").lines(rows: 3, most: 1000))\
      \(Field("answer-by", "哪天以前答复", state).date())<p class="row"><button class="btn">督办</button></p></form>
      """)
  }

  static func list(_ pressed: [DemandStore.Pressed], _ listing: Listing, today: CivilDate, _ calendar: WorkCalendar)
    -> Page
  {
    let columns = ["督办的事", "责任人", "督办", "答复"].map { Table.Column($0) }
    let lines = pressed.map { line($0, today, calendar) }
    return Page(
      "督办", crumbs: [("待办", "/duties")],
      """
      \(head("督办", meta: ["每件事列最近一次督办"]))\(groups(listing))\
      \(lines.isEmpty ? empty("这里没有督办", "打开一项待办，写明要求和答复的日期，就能督办它。") : Table(listing.caption("督办", unit: "件"), columns, lines, listing: listing).html)
      """)
  }

  private static func groups(_ listing: Listing) -> HTML {
    tabs(
      "督办分组",
      [(nil, "全部"), ("silent", "没有答复"), ("answered", "已答复"), ("ended", "已办结")].map { name, words in
        (words, listing.base.asking([("state", name)]), listing.filter("state") == name)
      })
  }

  private static func line(_ one: DemandStore.Pressed, _ today: CivilDate, _ calendar: WorkCalendar) -> Table.Line {
    let last = one.last
    let state: HTML =
      if one.ended != nil {
        "\(Chip.done.html("已办结"))"
      } else if let answer = last.answer {
        "\(answer.clipped(to: 60))"
      } else {
        Duties.clock(last.answerBy, provisional: false, today: today, calendar)
      }
    return .init([
      "<a href=\"\(link: "/duties/\(one.duty)")\">\(one.title)</a>", "<span class=\"nw\">\(one.owner)</span>",
      "第 \(last.number) 次　\(last.by) \(last.at.chinese(today: today))", state,
    ])
  }
}
