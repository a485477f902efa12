import Casework
import Duties
import Kit
import Law
import Offenders
import Storage
import Web

struct ActLine {
  let act: ActRecord
  let person: String
}

struct ActModel {
  let act: ActRecord
  let person: OffenderPerson?
  let results: [CountResult]
  let rule: CountingRule
  let subject: Link?
  let personLink: Link?
  let duties: [OpenDuty]
  let calendar: WorkCalendar
  let headName: String?
  let mayDecide: Bool
  let mayCheck: Bool
  let history: [LedgerEntry]
  let today: CivilDate
}

enum ActPages {
  static func list(_ lines: [ActLine], _ listing: Listing, today: CivilDate) -> Page {
    Page(
      "再犯提示",
      """
      \(head("再犯提示", meta: ["因非法行医受过两次行政处罚，又非法行医的，由负责人决定是否移送"], actions: [button("计数口径", "/recurrences/reading", plain: true)]))\
      \(tabs("状态", groups(listing)))\
      \(lines.isEmpty ? nothing(listing) : table(lines, listing, today))
      """)
  }

  private static func groups(_ listing: Listing) -> [(words: String, link: Link, isHere: Bool)] {
    let here = listing.filter("state")
    return [(words: "全部", link: "/recurrences", isHere: here == nil)]
      + ActState.allCases.map {
        (words: $0.title, link: Link("/recurrences").asking([("state", $0.rawValue)]), isHere: here == $0.rawValue)
      }
  }

  private static func nothing(_ listing: Listing) -> HTML {
    listing.isFiltered
      ? empty("没有这种状态的提示", "<p><a href=\"\(link: "/recurrences")\">看全部</a>。</p>")
      : empty(
        "还没有再犯提示", "<p>在违法人员库里判断案件的当事人和库里的人“是同一人”，系统就清点此前的处罚；够两次的出现在这里。</p>" + button("查违法人员库", "/offenders"))
  }

  private static func table(_ lines: [ActLine], _ listing: Listing, _ today: CivilDate) -> HTML {
    let rows = lines.map { line -> Table.Line in
      let act = line.act
      return Table.Line([
        "<a href=\"\(link: "/recurrences/\(act.id)")\">\(line.person)</a><span class=\"s\">\(act.subjectTitle)</span>",
        "\(act.on.chinese(today: today))", "\(act.raised.map { "\($0.number) 次" } ?? "—")", chip(act.state),
        "\(act.at.chinese(today: today))",
      ])
    }
    let columns = [
      Table.Column("人员"), Table.Column("这一次行为"), Table.Column("算得上的处罚"), Table.Column("状态"),
      Table.Column("登记", sort: "at"),
    ]
    return Table(listing.caption("再犯提示", unit: "件"), columns, rows, listing: listing).html
  }

  static func chip(_ state: ActState) -> HTML {
    switch state {
    case .watched: Chip.open.html(state.title)
    case .waiting: Chip.bad.html(state.title)
    case .transfer: Chip.full.html(state.title)
    case .kept: Chip.done.html(state.title)
    }
  }

  static func naming(_ person: OffenderPerson, _ cases: [CaseRecord], _ rule: CountingRule, _ state: FormState) -> Page
  {
    let crumb = Link("/offenders/\(person.id)")
    let standings = rule.subjects.map { ($0.key, $0.title) }
    return Page(
      "他又有新的行为", crumbs: [("违法人员库", "/offenders"), (person.name, crumb)],
      """
      \(head("他又有新的行为", meta: ["\(person.name)", "\(rule.title)"]))\(state.summary)\
      \(cases.isEmpty ? empty("你没有在办的案件", "<p>先立案，再回到这里确认当事人是同一个人。</p>" + button("看案件", "/cases")) : """
        <p class="note">确认以后系统按规定清点这个人此前的处罚；够两次的，提请负责人决定是否移送。不会自动移送。</p>\
        <form method="post" action="\(link: "/recurrences")" class="panel gap">\
        <input type="hidden" name="person" value="\(person.id.text)">\
        \(Field("case", "哪一起案件", state, hint: "只列你在办的").select(cases.map { ($0.id.text, $0.number + "　" + $0.violation.name) }))\
        \(Field("standing", "他这一次有没有医师资格", state, hint: "解释第一条；不清楚就空着", required: false).select(standings, empty: "不清楚"))\
        <p class="row"><button class="btn">确认是同一人</button><a class="btn p" href="\(link: crumb)">不确认，返回</a></p></form>
        """)
      """)
  }

  static func page(_ model: ActModel, _ state: FormState) -> Page {
    let act = model.act
    return Page(
      act.subjectTitle, crumbs: [("再犯提示", "/recurrences")],
      """
      \(head("再犯提示　\(act.subjectTitle)", meta: [chip(act.state)]))\(state.summary)\
      \(section("这一次行为", facts([
        ("人员", person(model)), ("在哪里发现", model.subject.map { "<a href=\"\(link: $0)\">\(act.subjectTitle)</a>" } ?? "\(act.subjectTitle)"),
        ("行为日期", "\(act.on.chinese(today: model.today))"),
        ("医师资格", "\(act.standing.flatMap(model.rule.subject)?.title ?? "不清楚")"),
        ("提示", act.raised.map { "\($0.at.chinese(today: model.today))，当时算得上的处罚 \($0.number) 次" }),
        ("由谁决定", model.headName.map { "\($0)" }),
        ("决定", act.decision.map { "\(act.state.title)。\(paragraphs($0.words))<p class=\"small dim\">\($0.by)，\($0.at.chinese(today: model.today))</p>" }),
      ])))\(waiting(model))\(next(model, state))\
      \(model.results.map { CountPages.result($0, today: model.today) })\(historySection(model.history, today: model.today))
      """)
  }

  private static func person(_ model: ActModel) -> HTML {
    let name = model.person?.name ?? "—"
    return model.personLink.map { "<a href=\"\(link: $0)\">\(name)</a>" } ?? "\(name)"
  }

  private static func waiting(_ model: ActModel) -> HTML {
    "\(model.duties.map { "<p class=\"why\">\($0.ownerName)：\($0.title)　\(Duties.clock($0, today: model.today, model.calendar))</p>" as HTML })"
  }

  private static func next(_ model: ActModel, _ state: FormState) -> HTML {
    let check = model.mayCheck && model.act.state != .kept ? checkButton(model) : HTML.none
    guard model.mayDecide else { return check }
    return check + """
      <form method="post" action="\(link: "/recurrences/\(model.act.id)/decide")" class="panel gap"><h2>负责人决定</h2>\
      <p class="dim">决定移送的，由承办的两名执法人员提出移送报告，再由你批准；系统不会自动移送。</p>\
      \(Field("choice", "决定", state).radios([(value: "transfer", words: "移送，由办案人员提出移送报告", hint: nil), (value: "keep", words: "不移送", hint: nil)]))\
      \(Field("words", "理由", state, hint: "记录在案；例如哪一次处罚不能算、资格还没有查清").lines(rows: 4))\
      <p class="row"><button class="btn">保存决定</button></p></form>
      """
  }

  private static func checkButton(_ model: ActModel) -> HTML {
    guard let id = model.act.lawCase else { return .none }
    let form = Link("/cases/\(id)/threshold").asking([("crime", model.rule.crime)])
    return "<p class=\"row under\">\(button("核对移送标准（此前的处罚已经填好）", form))</p>"
  }
}
