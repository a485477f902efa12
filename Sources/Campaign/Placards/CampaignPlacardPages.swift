internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// One matter that is watched: what is demanded, what was reported, what comes next.
struct CampaignPlacardPages {
  let placard: Placard
  let campaign: CampaignSummary
  /// The page of the task, the duty or the unit, where the viewer may open it.
  let subject: Link?
  let reports: [PlacardReport]
  let files: [Attachment]
  let duty: OpenDuty?
  let people: [Person]
  let history: [LedgerEntry]
  let viewer: Viewer
  /// Whoever listed it, or stands above.
  let mayJudge: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  private var isAnswered: Bool { reports.last.map { $0.returnedAt == nil } ?? false }

  static func chip(_ placard: Placard, isAnswered: Bool, _ today: CivilDate) -> HTML {
    if placard.lifted != nil { return Chip.shut.html("已摘牌") }
    if isAnswered { return Chip.half.html("已报告，等摘牌") }
    return placard.due < today ? Chip.bad.html("过了期限没有报告") : Chip.warn.html("挂牌督办，等报告")
  }

  func page(_ state: FormState) -> Page {
    let clock: [HTML] = duty.map { [Duties.clock($0, today: today, calendar), "\($0.ownerName)"] } ?? []
    let matter: HTML = subject.map { "<a href=\"\(link: $0)\">\(placard.matter)</a>" } ?? "\(placard.matter)"
    return Page(
      "挂牌督办：\(placard.matter.clipped(to: 40))",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
        ("挂牌督办", "/campaigns/\(campaign.id)/placards"),
      ],
      """
      \(head("挂牌督办", meta: [Self.chip(placard, isAnswered: isAnswered, today), "\(placard.agencyName)"] + clock))\
      \(state.summary)\(section("事项", "<p>\(matter)</p>\(PlacardPages.about(placard, today: today))"))\
      \(step(state))\(told)\(historySection(history, today: today))
      """)
  }

  private func step(_ state: FormState) -> HTML {
    guard placard.lifted == nil else { return .none }
    if isAnswered { return mayJudge ? judging(state) : section("下一步", "<p>等\(placard.by)摘牌或者退回。</p>") }
    guard let duty else { return .none }
    let reassigning: HTML =
      mayJudge
      ? GivingForm.handOn("/placards/\(placard.id)/reassign", people, owner: duty.owner, state) : .none
    guard viewer.accounts.contains(duty.owner.value) else {
      return "\(section("下一步", "<p>等\(duty.ownerName)报告。没有附证明材料的报告，不能摘牌。</p>"))\(reassigning)"
    }
    return "\(reporting(state))\(reassigning)"
  }

  private func reporting(_ state: FormState) -> HTML {
    section(
      "报告", note: "写清要求办到哪一步，附上证明材料。",
      """
      <form method="post" enctype="multipart/form-data" action="\(link: "/placards/\(placard.id)/report")" class="panel">\
      \(Field("text", "办理结果", state).lines(rows: 4, most: 3000))\
      \(Field("files", "证明材料", state, hint: "文件、照片、扫描件都可以，最多 5 个").files(multiple: true))\
      <p class="row"><button class="btn">报告</button></p></form>
      """)
  }

  private func judging(_ state: FormState) -> HTML {
    section(
      "摘牌或者退回", note: "办到了的摘牌；不够的写明理由退回，由对方在新的日期以前再报告。",
      """
      \(PlacardPages.ending("/placards/\(placard.id)/lift", state))\
      \(GivingForm.giveBack("/placards/\(placard.id)/return", again: CampaignPlacards.again, state))
      """)
  }

  /// Each report with its own files.
  private var told: HTML {
    guard !reports.isEmpty else { return .none }
    var start = 0
    let items = reports.map { report -> HTML in
      let own = Array(files.dropFirst(start).prefix(Int(report.files)))
      start += Int(report.files)
      let back: HTML =
        report.returnedAt.map { day in
          "<p class=\"why\">\(report.returnedBy ?? "") \(day.chinese(today: today)) 退回：\(report.reason ?? "")</p>"
        } ?? .none
      return """
        <li><b>第 \(report.number) 次　\(report.by) \(report.at.chinese(today: today)) 报告</b>\(paragraphs(report.text))\
        \(attachmentList(own))\(back)</li>
        """
    }
    return section("报告经过", "<ol class=\"steps\">\(items)</ol>")
  }
}
