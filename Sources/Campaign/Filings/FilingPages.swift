internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// One paper that is owed, with all its rounds.
struct FilingPages {
  let filing: FilingRecord
  let rounds: [FilingRound]
  /// Of the plans that were filed, as they stand now.
  let digests: [ID<Plan>: String]
  let files: [Attachment]
  /// Nil where it is filed.
  let duty: OpenDuty?
  /// Of the agency, those who can file it.
  let people: [Person]
  let hasEnded: Bool
  /// That of the campaign, beside which a filed one is laid; nil where the viewer cannot choose it there.
  let campaignPlan: ID<Plan>?
  /// Those that the viewer brought in himself.
  let plans: [PlanRecord]
  let history: [LedgerEntry]
  let viewer: Viewer
  let calendar: WorkCalendar
  let today: CivilDate

  static let limit = BodyLimit(megabytes: 65, eachFile: 20, files: 5)

  static func chip(_ filing: FilingRecord, _ today: CivilDate) -> HTML {
    if filing.filedAt != nil { return Chip.done.html("已报") }
    if filing.isLate(on: today) { return Chip.bad.html("逾期没有报") }
    return filing.round > 1 ? Chip.warn.html("退回重报") : Chip.open.html("还没有报")
  }

  func page(_ state: FormState) -> Page {
    let clock: [HTML] = duty.map { [Duties.clock($0, today: today, calendar), "\($0.ownerName)"] } ?? []
    return Page(
      filing.title,
      crumbs: [
        ("专项行动", "/campaigns"), (filing.campaignTitle, "/campaigns/\(filing.campaign)"),
        ("成员单位和下级报送", "/campaigns/\(filing.campaign)/filings"),
      ],
      """
      \(head(filing.title, meta: [Self.chip(filing, today)] + clock))\(state.summary)\(step(state))\
      \(section("要求", facts([
        ("报什么", "\(filing.what)"), ("要求", filing.words.isEmpty ? nil : "\(filing.words)"),
        ("谁要求的", "\(filing.askedBy)　\(filing.askedAt.chinese(today: today))"),
        ("时限", "\(filing.due.chinese(today: today))"),
      ])))\(papers)\(historySection(history, today: today))
      """)
  }

  private func step(_ state: FormState) -> HTML {
    if filing.filedAt == nil { return waiting(state) }
    guard filing.mayJudge(viewer), !hasEnded else { return .none }
    return section(
      "退回", note: "内容不够的，写明理由退回，由对方在新的日期以前重报。",
      GivingForm.giveBack("/filings/\(filing.id)/return", again: Filings.again, state))
  }

  private func waiting(_ state: FormState) -> HTML {
    let isOwn = duty.map { viewer.accounts.contains($0.owner.value) } ?? false
    let filing = isOwn ? section("报送", fileForm(state)) : section("下一步", "<p>等\(duty?.ownerName ?? "责任人")报送。</p>")
    guard let duty, self.filing.mayJudge(viewer) else { return filing }
    return "\(filing)\(GivingForm.handOn("/filings/\(self.filing.id)/reassign", people, owner: duty.owner, state))"
  }

  private func fileForm(_ state: FormState) -> HTML {
    let choice: HTML =
      plans.isEmpty
      ? .none
      : Field("plan", "自己导入的方案", state, required: false).select(plans.map { ($0.id.text, $0.name) }, empty: "不选")
    return """
      <form method="post" enctype="multipart/form-data" action="\(link: "/filings/\(filing.id)/file")" class="panel">\
      \(Field("files", "文件", state, hint: "盖章的扫描件、Word 文件都可以，最多 5 个", required: false).files(multiple: true))\
      \(choice)\(Field("note", "说明", state, required: false).lines(rows: 2, most: 500))\
      <p class="row"><button class="btn">报送</button></p></form>
      """
  }

  /// The newest round first; each with its own files.
  private var papers: HTML {
    var start = 0
    let items = rounds.map { round -> HTML in
      let own = Array(files.dropFirst(start).prefix(Int(round.files)))
      start += Int(round.files)
      return item(round, own)
    }
    return section("报送的材料", "<ol class=\"steps\">\(items.reversed().map { $0 })</ol>")
  }

  /// The plan itself as it reads today, and side by side with that of the campaign.
  private func planLinks(_ plan: ID<Plan>) -> HTML {
    let beside: HTML =
      campaignPlan.flatMap { ours in
        guard ours != plan else { return nil }
        let both = Link("/plans/\(plan)/compare").asking([("with", "\(ours)")])
        return "　<a href=\"\(link: both)\">和本行动的方案对照</a>"
      } ?? .none
    return "<p><a href=\"\(link: "/plans/\(plan)")\">打开方案</a>\(beside)</p>"
  }

  /// Whether the plan still says what was filed.
  private func filed(_ round: FilingRound, _ plan: ID<Plan>) -> HTML {
    guard let digest = round.planDigest else { return .none }
    let state: HTML = digests[plan] == digest ? "现在的内容与报送时相同" : Chip.warn.html("报送以后改过，现在的内容与报送时不同")
    return "<p class=\"small\">报送时的校验值 \(digest.prefix(8))…，\(state)</p>"
  }

  private func opened(_ files: [Attachment]) -> HTML {
    guard !filing.mayOpenFiles(viewer), !files.isEmpty else { return attachmentList(files) }
    return "<p class=\"small dim\">文件 \(files.count) 个，要求报送的和报送的单位可以打开。</p>"
  }

  private func item(_ round: FilingRound, _ files: [Attachment]) -> HTML {
    guard let at = round.filedAt else {
      return "<li><b>第 \(round.number) 次</b><p>\(round.due.chinese(today: today))以前报，还没有报。</p></li>"
    }
    let plan: HTML = round.plan.map { "\(planLinks($0))\(filed(round, $0))" } ?? .none
    let back: HTML =
      round.returnedAt.map { day in
        "<p class=\"why\">\(round.returnedBy ?? "") \(day.chinese(today: today)) 退回：\(round.reason ?? "")</p>"
      } ?? .none
    return """
      <li><b>第 \(round.number) 次　\(round.filedBy ?? "") \(at.chinese(today: today)) 报送</b>\
      \(if: !round.note.isEmpty, "<p>\(round.note)</p>")\(plan)\(opened(files))\(back)</li>
      """
  }
}
