internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// The files that were drawn in an assessment, how they were drawn, and the form that draws more.
struct FileListPages {
  let assessment: AssessmentRecord
  let readings: [FileReadingRecord]
  let draws: [FileDrawRecord]
  /// How many files of each unit can be drawn; empty where the reader does not draw.
  let pools: [(unit: AssessedUnit, count: Int)]
  let people: [Person]
  let listing: Listing
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    Page(
      "抽查案卷", crumbs: AssessmentOverviewPages.crumbs(assessment.campaign, assessment.campaignTitle),
      """
      \(head("抽查案卷", meta: ["随机抽取，种子和名单记进台账"]))\(state.summary)\(table)\(form(state))\(drawn)
      """)
  }

  private var table: HTML {
    guard !readings.isEmpty else {
      return empty("没有抽查的案卷", pools.isEmpty ? "抽查以后列在这里。" : "选单位、份数、评查人和复核人，由系统随机抽取。")
    }
    let columns =
      ["案卷", "单位", "评查人", "评查期限"].map { Table.Column($0) }
      + [Table.Column("得分", numeric: true), Table.Column("状态")]
    let rows = readings.dropFirst(listing.offset).prefix(Listing.size).map { one -> Table.Line in
      .init([
        "<a href=\"\(link: "/readings/\(one.id)")\">第 \(one.position) 份　\(one.noun)</a>", "\(one.agencyName)",
        "\(one.readerName)", "<span class=\"nw\">\(one.due.plain(today))</span>",
        one.finalPoints.map { "\($0)" } ?? "—", one.state.chip,
      ])
    }
    return Table(listing.caption("抽查的案卷", unit: "份"), columns, rows, listing: listing).html
  }

  private func form(_ state: FormState) -> HTML {
    guard !pools.isEmpty else { return .none }
    let units = pools.filter { $0.count > 0 }.map { ($0.unit, $0.count) }
    guard !units.isEmpty else { return section("抽取", "<p>被考核的单位现在没有可以抽的案卷：检查、案件办结一步以后才能抽，抽过的不再抽。</p>") }
    let choices = units.map { (ID<AssessedUnit>($0.0.agency).text, "\($0.0.name)（可抽 \($0.1) 份）") }
    let readers = people.map { ($0.id.text, $0.label) }
    return section(
      "抽取", note: "从单位在本行动里办过的检查和案件里抽",
      """
      <form method="post" action="\(link: "/assessments/\(assessment.id)/draws")">\
      \(Field("unit", "抽查哪个单位", state).select(choices))\
      \(Field("count", "抽几份", state).line(most: 3, narrow: true, mode: "numeric"))\
      \(Field("reader", "评查人", state, hint: "不能是被抽查单位的人").select(readers))\
      \(Field("arbiter", "申诉的复核人", state, hint: "和评查人不是同一个人").select(readers))\
      \(Field("due", "哪天以前评查", state).date())<p class="row"><button class="btn">随机抽取</button></p></form>
      """)
  }

  private var drawn: HTML {
    guard !draws.isEmpty else { return .none }
    let items = draws.map { one -> HTML in
      """
      <li><b>\(one.agencyName)</b>　\(one.by) \(one.at.chinese(today: today))从 \(one.pool.count) 份里抽 \(one.wanted) 份\
      <p class="small">种子 \(one.seed)，名单校验值 \(one.poolDigest.prefix(16))…</p>\
      <details class="more"><summary>当时的名单</summary><pre class="copy">\(one.pool.joined(separator: "\n"))</pre></details></li>
      """
    }
    return section(
      "抽取的经过", note: "对名单里的每一行算“种子、空格、这一行”的 SHA-256，最小的几份就是抽中的，谁都可以复算",
      "<ol class=\"steps\">\(items)</ol>")
  }
}

/// One file that was drawn: who reads it, what was found, what the unit says.
struct FileReadingPages {
  let reading: FileReadingRecord
  let assessment: AssessmentRecord
  /// Where its reader may open the file.
  let file: Link?
  let duty: OpenDuty?
  let draw: FileDrawRecord?
  let history: [LedgerEntry]
  let viewer: Viewer
  let calendar: WorkCalendar
  let today: CivilDate

  private var isMine: Bool { duty.map { viewer.accounts.contains($0.owner.value) } == true }

  func page(_ state: FormState) -> Page {
    let clock: [HTML] = duty.map { [Duties.clock($0, today: today, calendar), "\($0.ownerName)"] } ?? []
    let link: HTML = file.map { "<a href=\"\(link: $0)\">打开\(reading.noun)</a>" } ?? "\(reading.noun)"
    let drawn: HTML? = draw.map { "\($0.by) \($0.at.chinese(today: today))从 \($0.pool.count) 份里随机抽取" }
    return Page(
      reading.title,
      crumbs: AssessmentOverviewPages.crumbs(assessment.campaign, assessment.campaignTitle)
        + [("抽查案卷", "/assessments/\(assessment.id)/files")],
      """
      \(head(reading.title, meta: [reading.state.chip] + clock))\(state.summary)\
      \(section("案卷", facts([("案卷", link), ("怎么抽的", drawn), ("评查人", "\(reading.readerName)"), ("申诉的复核人", "\(reading.arbiterName)")])))\
      \(found)\(step(state))\(historySection(history, today: today))
      """)
  }

  private var found: HTML {
    guard let finding = reading.finding else { return .none }
    let objection: HTML? = reading.objection.map(paragraphs)
    let answer: HTML? = reading.answeredAt.map { at in
      "\(at.chinese(today: today)) \(reading.objection == nil ? "没有意见" : "提出申诉")"
    }
    let decision: HTML? = reading.decision.map { one in
      "\(one.by) \(one.at.chinese(today: today))定为 \(one.points) 分\(paragraphs(one.words))"
    }
    return section(
      "评查结果",
      facts([
        ("得分", "\(finding.points)"), ("问题", finding.words.isEmpty ? "没有发现问题" : paragraphs(finding.words)),
        ("申诉期限", finding.objectUntil.map { "\($0.chinese(today: today))" }), ("单位答复", answer), ("申诉的理由", objection),
        ("复核", decision),
      ]))
  }

  private func step(_ state: FormState) -> HTML {
    guard isMine, let duty else { return waiting }
    switch duty.kind {
    case FileReadings.duty: return reading(state)
    case FileReadings.answerDuty: return answering(state)
    default: return deciding(state)
    }
  }

  private var waiting: HTML { duty.map { section("下一步", "<p>等\($0.ownerName)办理。</p>") } ?? .none }

  private func form(_ part: String, _ button: String, _ fields: HTML) -> HTML {
    """
    <form method="post" action="\(link: "/readings/\(reading.id)/\(part)")">\(fields)\
    <p class="row"><button class="btn">\(button)</button></p></form>
    """
  }

  private func reading(_ state: FormState) -> HTML {
    section(
      "评查", note: "满分 100，没有发现问题的写 100",
      form(
        "read", "评查完",
        """
        \(Field("points", "得分", state).line(most: 3, narrow: true, mode: "numeric"))\
        \(Field("words", "发现的问题", state, hint: "扣了分的逐条写明问题和扣的分", required: false).lines(rows: 5, most: 2000))
        """))
  }

  private func answering(_ state: FormState) -> HTML {
    section(
      "答复", note: "申诉由\(reading.arbiterName)复核，只有一次",
      form(
        "answer", "答复",
        """
        \(Field("answer", "意见", state).radios([("agree", "没有意见", nil), ("object", "申诉", "写明理由")]))\
        \(Field("objection", "申诉的理由", state, required: false).lines(rows: 4, most: 2000))
        """))
  }

  private func deciding(_ state: FormState) -> HTML {
    section(
      "复核申诉",
      form(
        "decide", "复核",
        """
        \(Field("points", "定为多少分", state).line(most: 3, narrow: true, mode: "numeric"))\
        \(Field("decision", "复核意见", state).lines(rows: 4, most: 2000))
        """))
  }
}
