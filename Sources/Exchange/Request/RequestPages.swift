import Kit
import Matching
import Offenders
import Offices
import Storage
import Web

enum RequestPages {
  static func list(
    _ records: [RequestRecord], _ listing: Listing, _ names: [County: String], isReceived: Bool, mayAsk: Bool,
    today: CivilDate
  ) -> Page {
    Page(
      "跨县查询",
      """
      \(head("跨县查询", meta: ["一个县向另一个县问一个人受过的处罚；两个县的台账都有记录"], actions: [button("问省里", "/exchange/queries", plain: true)] + (mayAsk ? [button("问别的县", "/exchange/requests/new")] : [])))\
      \(tabs("方向", [(words: "我们问的", link: "/exchange/requests", isHere: !isReceived), (words: "别的县问我们的", link: Link("/exchange/requests").asking([("side", "received")]), isHere: isReceived)]))\
      \(records.isEmpty ? nothing(isReceived, mayAsk) : table(records, listing, names, isReceived, today))
      """)
  }

  private static func nothing(_ isReceived: Bool, _ mayAsk: Bool) -> HTML {
    if isReceived { return empty("没有别的县来问", "<p>来了会出现在这里和“待办”里。</p>") }
    return empty(
      "还没有问过别的县", mayAsk ? button("问别的县", "/exchange/requests/new") : "<p>由有权限的同事发出。</p>")
  }

  private static func table(
    _ records: [RequestRecord], _ listing: Listing, _ names: [County: String], _ isReceived: Bool, _ today: CivilDate
  ) -> HTML {
    let lines = records.map { record -> Table.Line in
      let open = isReceived ? Link("/exchange/received/\(record.id)") : Link("/exchange/requests/\(record.id)")
      return Table.Line([
        "<a href=\"\(link: open)\">\(record.number)</a><span class=\"s\">\(record.new.purpose)</span>",
        "\(names[isReceived ? record.county : record.other] ?? "—")", "\(record.new.due.chinese(today: today))",
        chip(record.state, isReceived: isReceived),
      ])
    }
    let columns = [
      Table.Column("编号和用途"), Table.Column(isReceived ? "哪个县问" : "问哪个县"), Table.Column("要求答复"),
      Table.Column("状态"),
    ]
    return Table(listing.caption("跨县查询", unit: "件"), columns, lines, listing: listing).html
  }

  private static func chip(_ state: RequestState, isReceived: Bool) -> HTML {
    switch state {
    case .sent: Chip.open.html(isReceived ? "等我们答复" : state.title)
    case .refused where isReceived: Chip.warn.html("我们不提供")
    case .given: Chip.done.html(state.title)
    case .refused: Chip.warn.html(state.title)
    }
  }

  static func form(_ counties: [Region], _ state: FormState) -> Page {
    Page(
      "问别的县", crumbs: [("跨县查询", "/exchange/requests")],
      """
      \(head("问别的县", meta: ["对方看到这里写的人和用途，选出记录答复，或者说明理由"]))\(state.summary)\
      \(counties.isEmpty ? empty("系统里没有别的县", "<p>请用公函联系。</p>") : ask(counties, state))
      """)
  }

  private static func ask(_ counties: [Region], _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/exchange/requests")" class="panel gap">\
    \(Field("county", "哪个县", state).select(counties.map { ("\($0.number)", $0.name) }))\
    \(Field("name", "姓名", state, hint: "姓名、证件号码、电话至少写一项", required: false).line(most: 60))\
    \(Field("aliases", "又名", state, hint: "几个的用分号隔开", required: false).line(most: 100))\
    \(Field("sex", "性别", state, required: false).select([("男", "男"), ("女", "女")], empty: "不清楚"))\
    \(Field("birth-year", "出生年", state, required: false).line(most: 4, narrow: true, mode: "numeric"))\
    \(Field("id-number", "证件号码", state, required: false).line(most: 20))\
    \(Field("phone", "电话", state, required: false).line(most: 60))\
    \(Field("home", "籍贯", state, required: false).line(most: 100))\
    \(Field("purpose", "用途", state, hint: "哪起案件、为什么要问；记入两个县的台账，不写姓名").lines(rows: 3, most: 500))\
    \(Field("due", "希望哪天以前答复", state, hint: "没有法定期限").date())\
    <p class="row"><button class="btn">发给对方</button><a class="btn p" href="\(link: "/exchange/requests")">不发，返回</a></p></form>
    """
  }

  static func sent(
    _ record: RequestRecord, _ given: [OffenderRecord], _ names: [County: String], _ history: [LedgerEntry],
    today: CivilDate
  ) -> Page {
    Page(
      record.number, crumbs: [("跨县查询", "/exchange/requests")],
      """
      \(head(record.title, meta: ["问\(names[record.other] ?? "—")", chip(record.state, isReceived: false)]))\(asked(record, today))\
      \(answer(record, given, today))\(historySection(history, today: today))
      """)
  }

  static func received(
    _ record: RequestRecord, candidates: [RequestCandidate], given: [OffenderRecord], _ names: [County: String],
    _ history: [LedgerEntry], isOpen: Bool, today: CivilDate, _ state: FormState
  ) -> Page {
    Page(
      record.number, crumbs: [("跨县查询", Link("/exchange/requests").asking([("side", "received")]))],
      """
      \(head(record.title, meta: ["\(names[record.county] ?? "—")来问", chip(record.state, isReceived: true)]))\(state.summary)\(asked(record, today))\
      \(isOpen ? answering(record, candidates, state, today) : answer(record, given, today))\(historySection(history, today: today))
      """)
  }

  private static func asked(_ record: RequestRecord, _ today: CivilDate) -> HTML {
    let said = record.new.said.masked
    func some(_ text: String) -> HTML? { text.isEmpty ? nil : "\(text)" }
    return section(
      "问的是谁",
      facts([
        ("姓名", some(said.name)), ("又名", some(said.aliases)), ("性别", some(said.sex)), ("出生年", some(said.birthYear)),
        ("证件号码", some(said.idNumber)), ("电话", some(said.phone)), ("籍贯", some(said.homePlace)),
        ("用途", paragraphs(record.new.purpose)), ("希望答复的日期", "\(record.new.due.chinese(today: today))"),
        ("谁发的", "\(record.asker)，\(record.at.chinese(today: today))"),
      ]))
  }

  private static func answer(_ record: RequestRecord, _ given: [OffenderRecord], _ today: CivilDate) -> HTML {
    guard let answer = record.answer else { return "<p class=\"note under\">还没有答复。</p>" }
    let opened: HTML = record.isOpen ? "对方公开了姓名和号码" : "姓名和号码已遮盖"
    return section(
      "答复", note: given.isEmpty ? "没有提供记录" : opened,
      """
      \(paragraphs(answer.words))<p class="small dim">\(answer.by)，\(answer.at.chinese(today: today))</p>\
      \(given.isEmpty ? .none : table(given, isOpen: record.isOpen, today))
      """)
  }

  private static func table(_ records: [OffenderRecord], isOpen: Bool, _ today: CivilDate) -> HTML {
    let lines = records.map { record -> Table.Line in
      let (said, penalty) = (isOpen ? record.said : record.masked, record.penalty)
      let name = isOpen ? said.name : Mask.name(said.name)
      return Table.Line([
        "\(name)<span class=\"s\">\(said.idNumber)</span>",
        "\(penalty.decisionNumber)<span class=\"s\">\(penalty.authority)</span>",
        "\(penalty.kinds.map(\.title).joined(separator: "、"))", day(penalty.decidedOn, today),
        day(penalty.servedOn, today),
        "\(penalty.standing.title)",
      ])
    }
    let columns = ["人员", "决定书", "处罚", "决定日期", "送达日期", "效力"].map { Table.Column($0) }
    return Table("提供的记录 \(records.count) 条", columns, lines).html
  }

  private static func day(_ date: CivilDate?, _ today: CivilDate) -> HTML {
    date.map { "\($0.chinese(today: today))" } ?? "不清楚"
  }

  private static func answering(
    _ record: RequestRecord, _ candidates: [RequestCandidate], _ state: FormState, _ today: CivilDate
  ) -> HTML {
    let choices = candidates.flatMap { file in
      file.records.map { record -> (value: String, words: String, hint: String?) in
        let penalty = record.penalty
        let words = "\(record.said.name)　\(penalty.decisionNumber.isEmpty ? record.source : penalty.decisionNumber)"
        return (
          value: record.id.text, words: words,
          hint:
            "\(record.masked.idNumber)　\(penalty.kinds.map(\.title).joined(separator: "、"))　送达\(penalty.servedOn?.iso ?? "日期不清楚")"
        )
      }
    }
    return """
      <form method="post" action="\(link: "/exchange/received/\(record.id)/answer")" class="panel gap"><h2>答复</h2>\
      \(Field("choice", "答复", state).radios([(value: "give", words: "提供选中的记录；没有的，写明没有查到", hint: nil), (value: "refuse", words: "不提供，说明理由", hint: nil)]))\
      \(choices.isEmpty ? "<p class=\"note\">本县登记的记录里没有像这个人的。</p>" : Field("records", "提供哪些", state, hint: "只列本县登记的、可能是这个人的记录", required: false).checks(choices))\
      \(if: !choices.isEmpty, Field("opens", "姓名和号码", state, hint: "不勾就遮盖", required: false).checks([(value: "yes", words: "公开给对方", hint: nil)]))\
      \(Field("words", "说明或者理由", state, hint: "不提供的必填", required: false).lines(rows: 3))\
      <p class="row"><button class="btn">答复</button></p></form>
      """
  }
}
