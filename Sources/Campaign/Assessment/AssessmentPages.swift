internal import Kit
internal import Law
internal import Offices
internal import Web

/// Where the assessment of a campaign stands, for the campaign's page.
enum AssessmentStanding: Sendable {
  case none, open, fixed
  case issued(ID<AssessmentResult>, number: Int64)

  func line(_ page: Link) -> HTML {
    switch self {
    case .none: "<a href=\"\(link: page)\">还没有选用考核指标</a>"
    case .open: "<a href=\"\(link: page)\">考核指标没有审定</a>"
    case .fixed: "<a href=\"\(link: page)\">指标已审定，没有印发结果</a>"
    case .issued(let result, let number):
      "已印发<a href=\"\(link: "/results/\(result)")\">考核结果第 \(number) 版</a>，<a href=\"\(link: page)\">看现在的得分</a>"
    }
  }
}

/// The assessment of a campaign: where it stands, how the units stand now, which results were issued.
struct AssessmentOverviewPages {
  let campaign: CampaignSummary
  let book: AssessmentBook
  let assessment: AssessmentRecord?
  let results: [ResultRecord]
  let readings: [FileReadingRecord]
  let viewer: Viewer
  let today: CivilDate

  static func crumbs(_ id: ID<CampaignRecord>, _ title: String) -> [(String, Link)] {
    [("专项行动", "/campaigns"), (title, "/campaigns/\(id)"), ("考核", "/campaigns/\(id)/assessment")]
  }

  private var mayWork: Bool { viewer.may(.campaignRelease) }

  /// `now`: as the units stand today, for whoever compares them.
  func page(_ now: HTML, _ state: FormState) -> Page {
    Page(
      "考核", crumbs: Array(Self.crumbs(campaign.id, campaign.title).dropLast()),
      """
      \(head("考核", meta: ["按单位打分，每个数字都能点开"], actions: actions))\(state.summary)\
      \(assessment.map { running($0, now, state) } ?? start)
      """)
  }

  private var actions: [HTML] {
    guard let assessment else { return [] }
    return [
      button("指标和单位", "/assessments/\(assessment.id)", plain: true),
      button("抽查案卷", "/assessments/\(assessment.id)/files", plain: true),
    ]
  }

  private var start: HTML {
    let sum = book.indicators.map { "<li>\($0.title)　\($0.points) 分</li>" as HTML }
    let form: HTML =
      mayWork && campaign.ended == nil
      ? """
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/assessment")"><p class="row under">\
      <button class="btn">选用这套指标</button></p></form>
      """ : .none
    return """
      \(empty("还没有选用考核指标", mayWork ? "选用以后可以改分值、选单位，送没有被考核的人审定。" : "由整治办选用，审定以后按单位打分。"))\
      \(section("\(book.rules.title)", note: "\(book.rules.source)", "<ul>\(sum)</ul>\(form)"))
      """
  }

  private func running(_ one: AssessmentRecord, _ now: HTML, _ state: FormState) -> HTML {
    let fixed: HTML =
      one.fixedAt.map { at in "\(Chip.done.html("指标已审定"))　\(one.fixedBy) \(at.chinese(today: today))审定，不再改动。" }
      ?? "\(Chip.warn.html("指标没有审定"))　<a href=\"\(link: "/assessments/\(one.id)")\">核对分值和单位，送审</a>。审定以前的分数只供核对。"
    return """
      <p class="under">\(fixed)</p>\(section("现在", note: "截至 \(today.chinese(today: today))，随事实变动", now))\
      \(section("考核结果", note: "印发的数字不再变动，更正的另出一版", "\(resultTable)\(making(one, state))"))\(files(one))
      """
  }

  private var resultTable: HTML {
    let shown = results.filter { $0.issue != nil || mayWork || viewer.may(.campaignApprove) }
    guard !shown.isEmpty else { return empty("还没有考核结果", mayWork ? "指标审定以后，出一份考核结果，送审以后印发。" : "印发以后列在这里。") }
    let columns = ["考核结果", "截至", "编号", "状态"].map { Table.Column($0) }
    return Table(
      "考核结果 \(shown.count) 份", columns,
      shown.reversed().map { one in
        .init([
          "<a href=\"\(link: "/results/\(one.id)")\">第 \(one.number) 版</a>", "\(one.day.plain(today))",
          "\(one.issue?.number ?? "—")", ResultPages.chip(one),
        ])
      }
    ).html
  }

  private func making(_ one: AssessmentRecord, _ state: FormState) -> HTML {
    guard mayWork, one.fixedAt != nil, !results.contains(where: \.isOpen) else { return .none }
    let isCorrection = results.contains { $0.issue != nil }
    let reason =
      isCorrection
      ? Field("reason", "更正的理由", state, hint: "会印在通报上，不写人名").lines(rows: 2, most: 500) : HTML.none
    return """
      <form method="post" class="under" action="\(link: "/assessments/\(one.id)/results")">\(reason)\
      <p class="row"><button class="btn">\(isCorrection ? "出一份更正" : "出考核结果")</button></p></form>
      """
  }

  private func files(_ one: AssessmentRecord) -> HTML {
    let list: Link = "/assessments/\(one.id)/files"
    guard !readings.isEmpty else { return .none }
    let waiting = readings.count { $0.finalPoints == nil }
    return section(
      "抽查案卷",
      "<p>抽中 \(Web.figure(readings.count, list)) 份，还没有定分 \(Web.figure(waiting, list.asking([("state", "waiting")]))) 份。</p>"
    )
  }
}

/// The indicators and units of an assessment, and its approval.
struct AssessmentPages {
  let assessment: AssessmentRecord
  /// Of the county, for the choice of units.
  let agencies: [(id: ID<Agency>, name: String)]
  let towns: [(number: Int64, name: String)]
  let approval: ApprovalPages
  let history: HTML
  let mayWork: Bool
  let today: CivilDate

  private var one: AssessmentRecord { assessment }
  private var isOpen: Bool { one.fixedAt == nil }

  func page(_ state: FormState) -> Page {
    let chip = isOpen ? Chip.half.html("没有审定") : Chip.done.html("已审定")
    return Page(
      "指标和单位", crumbs: AssessmentOverviewPages.crumbs(one.campaign, one.campaignTitle),
      """
      \(head("指标和单位", meta: [chip, "指标 \(one.used.count) 项", "单位 \(one.units.count) 个"]))\(state.summary)\
      \(isOpen && mayWork ? form(state) : shown)\
      \(isOpen ? approval.section(state) : section("审定", "<p>\(one.fixedBy) \(one.fixedAt?.chinese(today: today))审定，不再改动。</p>"))\
      \(history)
      """)
  }

  private var note: HTML {
    """
    \(one.rules.source)。能计分的指标不满 \(one.rules.leastPoints) 分、到期的事项不满 \(one.rules.leastItems) 件的单位不排名。
    """
  }

  private var shown: HTML {
    let columns = [Table.Column("指标"), Table.Column("分值", numeric: true), Table.Column("怎么数")]
    let lines = one.used.map { line -> Table.Line in
      .init(["\(line.title)<span class=\"s\">\(line.part)</span>", "\(line.points)", Self.how(line)])
    }
    let units = one.units.map { unit -> Table.Line in .init(["\(unit.name)", "\(role(unit))"]) }
    return """
      \(section("指标", note: note, Table("指标 \(lines.count) 项", columns, lines).html))\
      \(section("被考核的单位", Table("单位 \(units.count) 个", [Table.Column("单位"), Table.Column("组别")], units).html))
      """
  }

  private static func how(_ line: AssessmentLine) -> HTML {
    let each: HTML = line.each > 0 ? "，每件扣 \(line.each) 分" : .none
    return "\(line.formula.words)\(each)。"
  }

  private func role(_ unit: AssessedUnit) -> String {
    unit.town.map { number in towns.first { $0.number == number }?.name ?? "撤并的乡镇" } ?? AssessedGroup.department.title
  }

  private func form(_ state: FormState) -> HTML {
    let state = state.problems.isEmpty ? filled : state
    let points = one.lines.map { line in
      Field("points-\(line.position)", "\(line.title)（\(line.part)）", state, hint: hint(line)).line(
        most: 3, narrow: true, mode: "numeric")
    }
    let choices = [("department", "考核，部门")] + towns.map { ("\($0.number)", "考核，对应\($0.name)") }
    let units = agencies.map { agency in
      Field("unit-\(agency.id)", agency.name, state, required: false).select(choices, empty: "不考核")
    }
    return """
      <form method="post" action="\(link: "/assessments/\(one.id)/weights")">\
      \(section("指标", note: note, "\(points)"))\
      \(section("单位", note: "乡镇和乡镇比，部门和部门比；对应乡镇的按那里的机构数检查覆盖", id: "units", "\(units)"))\
      <p class="row"><button class="btn">保存</button></p></form>
      """
  }

  private func hint(_ line: AssessmentLine) -> String {
    "\(line.formula.words)\(line.each > 0 ? "，每件扣 \(line.each) 分" : "")。不用的填 0"
  }

  private var filled: FormState {
    .filled(
      one.lines.map { ("points-\($0.position)", "\($0.points)") }
        + one.units.map { ("unit-\(ID<Agency>($0.agency))", $0.town.map { "\($0)" } ?? "department") })
  }
}
