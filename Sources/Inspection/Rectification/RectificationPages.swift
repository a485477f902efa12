import Campaign
import Duties
import Kit
import Law
import Offices
import Storage
import Web

/// What the page of a rectification shows.
struct RectificationDetail {
  let record: RectificationRecord
  let premises: HTML?
  let campaign: HTML?
  let duties: [OpenDuty]
  let files: [Attachment]
  let history: [LedgerEntry]
  let people: [Person]
  let panels: HTML
  let viewer: Viewer
  let today: CivilDate
  let calendar: WorkCalendar

  var mayWork: Bool { viewer.scope(.visitWork)?.allows(record.place) == true }
}

enum RectificationPages {
  static func list(
    _ records: [RectificationRecord], _ listing: Listing, campaigns: [(String, String)], premises: String?,
    today: CivilDate, _ calendar: WorkCalendar
  ) -> Page {
    let lines = records.map { record in
      Table.Line([
        "<a href=\"\(link: "/rectifications/\(record.id)")\">\(record.premisesName)</a><span class=\"s\">\(record.visitNumber)</span>",
        "\(record.text.clipped(to: 40))", "\(record.orderedOn.chinese(today: today))", due(record, today, calendar),
        RectificationChips.state(record),
      ])
    }
    let columns = [
      Table.Column("对象"), Table.Column("改正内容"), Table.Column("下达", sort: "ordered"),
      Table.Column("改正期限", sort: "due"), Table.Column("状态"),
    ]
    return Page(
      "整改",
      """
      \(head("整改", meta: ["责令改正的事项和复查结果"]))\(filters(listing, campaigns, premises))\
      \(records.isEmpty ? nothing(listing) : Table(listing.caption("整改", unit: "件"), columns, lines, listing: listing).html)
      """)
  }

  private static func filters(_ listing: Listing, _ campaigns: [(String, String)], _ premises: String?) -> HTML {
    FilterRow("/rectifications", listing)
      .select("state", "状态", RectificationState.allCases.map { ($0.rawValue, $0.title) }, all: "全部状态")
      .select("campaign", "专项行动", campaigns, all: "全部行动")
      .select("owner", "责任人", [("me", "我负责的")], all: "全部责任人")
      .select("late", "期限", [("1", "改正期限已过，还没有复查")], all: "全部期限")
      .keep("premises", premises).html
  }

  private static func nothing(_ listing: Listing) -> HTML {
    listing.isFiltered
      ? empty("没有符合条件的整改", "<p>换一个筛选条件，或者<a href=\"\(link: "/rectifications")\">看全部整改</a>。</p>")
      : empty("还没有责令改正的事项", "<p>检查记录的结论是责令改正时，会在这里等复查。</p>" + button("看检查", "/visits"))
  }

  private static func due(_ record: RectificationRecord, _ today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    record.state == .open
      ? Duties.clock(record.due, provisional: false, today: today, calendar) : "\(record.due.chinese(today: today))"
  }

  static func page(_ model: RectificationDetail, _ state: FormState) -> Page {
    let record = model.record
    return Page(
      record.title, crumbs: [("整改", "/rectifications")],
      """
      \(head(record.title, meta: ["来自检查 <a href=\"\(link: "/visits/\(record.visit)")\">\(record.visitNumber)</a>", RectificationChips.state(record)]))\
      <div class="two"><div>\(facts(model))\(recheck(record, model.today))\(files(model))\(form(model, state))\(model.panels)</div>\
      <div>\(stepsPanel(steps(model)))\(Duties.panel(model.duties, today: model.today, model.calendar))\
      \(historySection(model.history, today: model.today))</div></div>
      """)
  }

  private static func facts(_ model: RectificationDetail) -> HTML {
    let record = model.record
    return Web.facts([
      ("对象", model.premises ?? "\(record.premisesName)"), ("专项行动", model.campaign),
      ("下达日期", "\(record.orderedOn.chinese(today: model.today))"),
      ("改正期限", due(record, model.today, model.calendar)), ("改正内容", paragraphs(record.text)),
      ("依据", "《卫生健康行政处罚程序规定》第二十八条"),
    ])
  }

  private static func recheck(_ record: RectificationRecord, _ today: CivilDate) -> HTML {
    guard let check = record.recheck else { return .none }
    return section(
      "复查",
      Web.facts([
        ("结果", RectificationChips.state(record)), ("复查日期", "\(check.date.chinese(today: today))"),
        ("执法人员", "\(check.team.labels)"), ("复查情况", paragraphs(check.note)),
      ]))
  }

  private static func files(_ model: RectificationDetail) -> HTML {
    guard !model.files.isEmpty else { return .none }
    return section("照片、材料", note: "\(model.files.count) 个", attachmentList(model.files))
  }

  private static func form(_ model: RectificationDetail, _ state: FormState) -> HTML {
    guard model.record.state == .open, model.mayWork else { return state.summary }
    let verdicts = [
      (value: RecheckVerdict.passed.rawValue, words: RectificationState.passed.title, hint: nil as String?),
      (value: RecheckVerdict.failed.rawValue, words: RectificationState.failed.title, hint: "可以接着立案" as String?),
    ]
    return section(
      "记录复查", id: "recheck",
      """
      \(state.summary)<form method="post" action="\(link: "/rectifications/\(model.record.id)/recheck")" enctype="multipart/form-data" class="panel">\
      \(Field("date", "复查日期", state).date())\(teamFields(model.people, state))\(Field("verdict", "复查结果", state).radios(verdicts))\
      \(Field("note", "复查情况", state, hint: "逐条写改没改、怎么改的").lines(rows: 4))\
      \(VisitRecordPages.files(state))\
      <button class="btn">记录复查</button></form>
      """)
  }

  private static func steps(_ model: RectificationDetail) -> [Step] {
    let record = model.record
    switch record.state {
    case .open:
      let wait = Step("立案", "先复查；没有改正的，可以立案。")
      guard model.mayWork else { return [Step("记录复查", "由本县执法人员办，你的岗位只能查看。"), wait] }
      let page: Link = "/rectifications/\(record.id)"
      return [Step("记录复查", "改正期限\(record.due.chinese(today: model.today))，当事人提前改完的可以提前复查。", page.at("recheck")), wait]
    case .passed: return []
    case .failed:
      guard model.viewer.may(Permission("case.work")) else { return [Step("立案", "没有改正，可以立案；由有办案权限的执法人员办。")] }
      return [Step("立案", "没有改正，可以立案。", Link("/cases/new").asking([("visit", record.visit.text)]))]
    }
  }
}

enum RectificationChips {
  static func state(_ record: RectificationRecord) -> HTML {
    switch record.state {
    case .open: Chip.half.html(record.state.title)
    case .passed: Chip.done.html(record.state.title)
    case .failed: Chip.bad.html(record.state.title)
    }
  }
}
