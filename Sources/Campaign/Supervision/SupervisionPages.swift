internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// One visit: its plan, what was seen, what was found and who answers it.
struct SupervisionPages {
  let visit: SupervisionRecord
  let findings: [FindingRecord]
  /// Of the open ones, by finding.
  let duties: [Int64: OpenDuty]
  /// Whose each is, or was when it was answered.
  let owners: [Int64: String]
  let people: [Person]
  let history: [LedgerEntry]
  /// Whether the viewer may write and judge it, which people of the unit may not.
  let mayWork: Bool
  let hasEnded: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    Page(
      visit.title,
      crumbs: [
        ("专项行动", "/campaigns"), (visit.campaignTitle, "/campaigns/\(visit.campaign)"),
        ("督导检查", "/campaigns/\(visit.campaign)/supervisions"),
      ],
      """
      \(head(visit.title, meta: [SupervisionListPages.chip(visit, today), "\(visit.on.chinese(today: today))"]))\
      \(state.summary)\(section("安排", facts([
        ("看什么", paragraphs(visit.subject)), ("督导人员", paragraphs(visit.visitors)), ("谁安排的", "\(visit.plannedBy)"),
      ])))\(seen(state))\(problems(state))\(historySection(history, today: today))
      """)
  }

  private func seen(_ state: FormState) -> HTML {
    let written: HTML = visit.isHeld ? paragraphs(visit.summary) : .none
    guard mayWork, visit.isHeld || !hasEnded else {
      return section("情况", visit.isHeld ? written : "<p>还没有写。</p>")
    }
    guard visit.on <= today else { return section("情况", "<p>还没有到日期，开展以后再写。</p>") }
    // What was typed into the form of findings is not what stands here.
    let typed = state.form.value("summary") == nil ? FormState.filled([("summary", visit.summary)]) : state
    let form: HTML = """
      <form method="post" action="\(link: "/supervisions/\(visit.id)/record")" class="panel">\
      \(Field("summary", "看到的情况", typed).lines(rows: 6, most: 5000))<p class="row"><button class="btn">保存情况</button></p></form>
      """
    return section("情况", visit.isHeld ? "\(written)<details><summary>修改情况</summary>\(form)</details>" : form)
  }

  private func problems(_ state: FormState) -> HTML {
    let columns = ["问题", "责任人", "时限", "状态"].map { Table.Column($0) }
    let table: HTML =
      findings.isEmpty
      ? "<p class=\"small dim\">还没有问题。</p>" : Table("问题 \(findings.count) 个", columns, findings.map(line)).html
    guard mayWork, visit.isHeld, !hasEnded else { return section("问题", table) }
    guard !people.isEmpty else {
      return section("问题", "\(table)<p class=\"under\">被督导单位没有能答复的账号，请安全管理员开通以后再提问题。</p>")
    }
    return section(
      "问题", note: "每个问题由被督导单位的一个人答复，成为他的待办。",
      """
      \(table)<form method="post" class="panel under" action="\(link: "/supervisions/\(visit.id)/findings")">\
      \(Field("text", "问题", state).lines(rows: 2, most: 500))\
      \(Field("owner", "由谁答复", state).select(people.map { ($0.id.text, "\($0.name)　\($0.post)") }))\
      \(Field("due", "哪天以前答复", state).date())<p class="row"><button class="btn">加一个问题</button></p></form>
      """)
  }

  private func line(_ finding: FindingRecord) -> Table.Line {
    let duty = duties[finding.id.value]
    return .init([
      "<a href=\"\(link: "/findings/\(finding.id)")\">\(finding.position). \(finding.text)</a>",
      "<span class=\"nw\">\(owners[finding.id.value] ?? "—")</span>",
      duty.map { Duties.clock($0, today: today, calendar) }
        ?? "<span class=\"nw\">\(finding.due.chinese(today: today))</span>",
      FindingPages.chip(finding),
    ])
  }
}

/// One finding with its answers.
struct FindingPages {
  let finding: FindingRecord
  let visit: SupervisionRecord
  let rounds: [FindingRound]
  let duty: OpenDuty?
  /// Of the unit, those who can answer.
  let people: [Person]
  let history: [LedgerEntry]
  let viewer: Viewer
  /// Not for people of the visited unit.
  let mayJudge: Bool
  let hasEnded: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  static func chip(_ finding: FindingRecord) -> HTML {
    switch finding.state {
    case .owed: Chip.open.html("等答复")
    case .returned: Chip.warn.html("退回，等再答复")
    case .answered: Chip.half.html("已答复，等验收")
    case .accepted: Chip.done.html("通过")
    }
  }

  func page(_ state: FormState) -> Page {
    let title = "第 \(finding.position) 个问题"
    let clock: [HTML] = duty.map { [Duties.clock($0, today: today, calendar), "\($0.ownerName)"] } ?? []
    return Page(
      title,
      crumbs: [
        ("专项行动", "/campaigns"), (visit.campaignTitle, "/campaigns/\(visit.campaign)"),
        (visit.title, "/supervisions/\(visit.id)"),
      ],
      """
      \(head(title, meta: [Self.chip(finding)] + clock))\(state.summary)\
      \(section("问题", "<p>\(finding.text)</p>"))\(step(state))\(answers)\(historySection(history, today: today))
      """)
  }

  private func step(_ state: FormState) -> HTML {
    switch finding.state {
    case .owed, .returned: "\(answering(state))\(reassigning(state))"
    case .answered: mayJudge ? judging(state) : section("下一步", "<p>等督导的人验收。</p>")
    case .accepted: .none
    }
  }

  private func answering(_ state: FormState) -> HTML {
    guard let duty, viewer.accounts.contains(duty.owner.value) else {
      return section("下一步", "<p>等\(duty?.ownerName ?? "责任人")答复。</p>")
    }
    return section(
      "答复",
      """
      <form method="post" action="\(link: "/findings/\(finding.id)/answer")" class="panel">\
      \(Field("answer", "怎样整改的", state).lines(rows: 3, most: 2000))<p class="row"><button class="btn">答复</button></p></form>
      """)
  }

  private func reassigning(_ state: FormState) -> HTML {
    guard mayJudge, let duty else { return .none }
    return GivingForm.handOn("/findings/\(finding.id)/reassign", people, owner: duty.owner, state)
  }

  private func judging(_ state: FormState) -> HTML {
    let taking: HTML = """
      <form method="post" action="\(link: "/findings/\(finding.id)/accept")" class="under"><button class="btn">通过</button></form>
      """
    guard !hasEnded else { return section("验收", note: "专项行动已经结束，不再退回。", taking) }
    return section(
      "验收", note: "整改到位的通过；不够的写明理由退回，由对方在新的日期以前再答复。",
      """
      \(taking)\(GivingForm.giveBack("/findings/\(finding.id)/return", again: Findings.again, state))
      """)
  }

  private var answers: HTML {
    let given = rounds.filter { $0.answeredAt != nil }
    guard !given.isEmpty else { return .none }
    let items = given.map { round -> HTML in
      let judged: HTML =
        round.judgedAt.map { day in
          let verdict = round.reason.map { "退回：\($0)" } ?? "通过"
          return
            "<p class=\"\(round.reason == nil ? "small dim" : "why")\">\(round.judgedBy ?? "") \(day.chinese(today: today)) \(verdict)</p>"
        } ?? .none
      return """
        <li><b>第 \(round.number) 次　\(round.answeredBy ?? "") \(round.answeredAt?.chinese(today: today) ?? "")</b>\
        <p>\(round.answer)</p>\(judged)</li>
        """
    }
    return section("答复经过", "<ol class=\"steps\">\(items)</ol>")
  }
}
