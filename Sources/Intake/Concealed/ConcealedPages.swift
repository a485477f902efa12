import Kit
import Offices
import Storage
import Web

/// The pages of clues that were taken out of the reach of the agency that they are about.
enum ConcealedPages {
  static func form(
    _ model: ClueModel, agencies: [(id: ID<Agency>, name: String)], receivers: [Person], _ state: FormState
  ) -> Page {
    let clue = model.clue
    return Page(
      "移出本单位", crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head("反映的是单位或其人员，移出", meta: ["\(clue.number)"]))<div class="two"><div>\(state.summary)\
      \(receivers.isEmpty ? nobody : fields(clue, agencies, receivers, state))</div>\
      <div><section class="panel"><h2>举报内容</h2>\(paragraphs(clue.text))</section></div></div>
      """)
  }

  private static let nobody: HTML = empty("没有能接收的人", "系统里没有上级或者纪检监察机关的账号。请用公函直接送去，不要由本单位办理。")

  private static func fields(
    _ clue: ClueRecord, _ agencies: [(id: ID<Agency>, name: String)], _ receivers: [Person], _ state: FormState
  ) -> HTML {
    """
    <p class="note warn">移出以后，被反映单位的人在列表、搜索、数字、待办和附件里都看不到这条线索，不能撤回。</p>\
    <form class="stack under" method="post" action="\(link: "/clues/\(clue.id)/conceal")">\
    \(Field("agency", "反映的是哪个单位或其人员", state).select(agencies.map { ($0.id.text, $0.name) }))\
    \(Field("receiver", "交给", state, hint: "上级或者纪检监察机关；不能是被反映的单位。").select(receivers.map { ($0.id.text, "\($0.agencyName)　\($0.name)（\($0.post)）") }))\
    \(Field("ground", "依据和理由", state).lines(rows: 3, most: 2000))\(Field("due", "哪天以前答复举报人", state).date())\
    <p class="row"><button class="btn">移出</button></p></form>
    """
  }

  static func list(_ clues: [ClueRecord], _ listing: Listing, today: CivilDate) -> Page {
    let lines = clues.map { clue in
      Table.Line([
        "<a href=\"\(link: "/concealed/\(clue.id)")\">\(clue.number)</a>", "\(clue.summary)", clue.state.chip,
        "<span class=\"nw\">\(clue.receivedAt.chinese(today: today))</span>",
        clue.due.map { "\($0.chinese(today: today))" } ?? "<span class=\"dim\">已结束</span>",
      ])
    }
    let columns = ["编号", "事由", "状态", "收到", "时限"].map { Table.Column($0) }
    let content: HTML =
      clues.isEmpty
      ? empty("没有移来的线索", "反映下级单位或其人员的线索移过来以后列在这里，只有本单位看得到。")
      : Table(listing.caption("线索"), columns, lines, listing: listing).html
    return Page("反映单位的线索", "\(head("反映单位的线索"))\(content)")
  }

  static func page(
    _ clue: ClueRecord, _ concealed: ConcealedClue, _ files: [Attachment], receivers: [Person], today: CivilDate,
    _ state: FormState
  ) -> Page {
    Page(
      clue.number, crumbs: [("反映单位的线索", "/concealed")],
      """
      \(head(clue.summary, meta: ["\(clue.number)", clue.state.chip, "被反映的单位：\(concealed.agencyName)"]))\(state.summary)\
      <div class="two"><div>\(section("举报内容", paragraphs(clue.text)))\(facts([
        ("地点", "\(clue.place)"), ("移出的理由", paragraphs(concealed.ground)),
        ("移出", "\(concealed.by)，\(concealed.at.chinese(today: today))"), ("由谁办", "\(concealed.receiverName)"),
        ("附件", files.isEmpty ? nil : attachmentList(files)), ("答复", clue.answer.map { paragraphs($0) }),
      ]))</div><div>\(clue.state.isOpen ? steps(clue, receivers, state) : .none)</div></div>
      """)
  }

  private static func steps(_ clue: ClueRecord, _ receivers: [Person], _ state: FormState) -> HTML {
    let others = receivers.map { ($0.id.text, "\($0.agencyName)　\($0.name)（\($0.post)）") }
    let pass: HTML =
      others.isEmpty
      ? .none
      : """
      <form class="panel" method="post" action="\(link: "/concealed/\(clue.id)/pass")"><h2>转给别的单位</h2>\
      \(Field("receiver", "交给", state).select(others))<p class="row"><button class="btn p">转给</button></p></form>
      """
    return """
      <form class="panel first" method="post" action="\(link: "/concealed/\(clue.id)/answer")"><h2>答复举报人</h2>\
      \(Field("answer", "答复", state, hint: "举报人凭查询码看到的就是这段话，线索随之办结。").lines(rows: 6, most: 2000))\
      <p class="row"><button class="btn">答复并办结</button></p></form>\(pass)
      """
  }
}
