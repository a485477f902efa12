internal import Kit
internal import Law
internal import Packs
internal import Storage
internal import Web

enum ApprovalPages {
  /// The whole value stands above the form: what is read is what is approved.
  static func form(_ value: LawValue, _ standing: ApprovalStanding, _ state: FormState, today: CivilDate) -> Page {
    Page(
      "核准", crumbs: [("法", "/law"), ("未核对", "/law/unverified")],
      """
      \(head("核准“\(value.title)”", meta: ["\(value.kind.title)", standing.chip(value.confidence)]))\
      \(standing.note(today))\(section("内容包里写的", content(value)))\(state.summary)\
      \(if: !standing.holds, fields(value, state))
      """)
  }

  private static func fields(_ value: LawValue, _ state: FormState) -> HTML {
    section(
      "核准",
      """
      <form method="post" action="\(link: "/law/approve")" enctype="multipart/form-data" class="panel gap">\
      <input type="hidden" name="value" value="\(value.name)"><input type="hidden" name="seen" value="\(value.fingerprint)">\
      \(Field("document", "依据的文件", state, hint: "文号、条文或复函，例如：国务院公报 2022 年第 14 号第三十八条").line())\
      \(Field("day", "核准日期", state).date())\
      \(Field("note", "说明", state, hint: value.gap == nil ? "和内容包不一样的地方" : "查到的金额和条文", required: false).lines(rows: 3, most: 1000))\
      \(Field("files", "文件", state, hint: "条文或复函的扫描件，可以不传", required: false).files(multiple: true))\
      <p class="dim">核准以后，本县的案件可以据此作出决定。核准人、依据和当时的内容都会保留；内容包的这一条以后改了，要重新核准。</p>\
      <p class="row"><button class="btn">我已核对，核准</button><a class="btn p" href="\(link: value.page)">不核准，返回</a></p></form>
      """)
  }

  static func record(
    _ approval: Approval, _ value: LawValue?, isNewest: Bool, viewer: Viewer, files: [Attachment],
    history: [LedgerEntry], today: CivilDate, _ state: FormState
  ) -> Page {
    let mayWithdraw = viewer.may(.ruleApprove) && viewer.county == approval.county && approval.withdrawal == nil
    return Page(
      "核准", crumbs: [("法", "/law"), ("未核对", "/law/unverified")],
      """
      \(head("核准“\(approval.title)”", meta: [chip(approval, value, isNewest)]))\
      \(facts(rows(approval, value, today)))\(section("核准的内容", paragraphs(approval.words)))\
      \(if: !files.isEmpty, section("文件", note: "\(files.count) 个", attachmentList(files)))\
      \(if: mayWithdraw, withdrawal(approval, state))\(historySection(history, today: today))
      """)
  }

  private static func rows(_ approval: Approval, _ value: LawValue?, _ today: CivilDate) -> [(String, HTML?)] {
    let name: HTML = value.map { "<a href=\"\(link: $0.page)\">\(approval.title)</a>" } ?? "\(approval.title)（内容包里已经没有）"
    return [
      ("内容", name), ("核准人", "\(approval.approverTitle)"), ("核准日期", "\(approval.day.chinese(today: today))"),
      ("依据的文件", "\(approval.document)"), ("说明", approval.note.map { paragraphs($0) }),
      ("登记时间", "\(approval.at.chinese(today: today))"),
      ("撤回", approval.withdrawal.map { "\($0.title)，\($0.at.chinese(today: today))，理由：\($0.reason)" }),
    ]
  }

  private static func chip(_ approval: Approval, _ value: LawValue?, _ isNewest: Bool) -> HTML {
    if approval.withdrawal != nil { return Chip.shut.html("已撤回") }
    if !isNewest { return Chip.shut.html("后来又核准过") }
    guard let value else { return Chip.shut.html("内容包里已经没有") }
    return value.fingerprint == approval.fingerprint ? Chip.done.html("有效") : Chip.warn.html("内容改过，要重新核准")
  }

  private static func withdrawal(_ approval: Approval, _ state: FormState) -> HTML {
    section(
      "撤回",
      """
      \(state.summary)<form method="post" action="\(link: "/law/approvals/\(approval.id)/withdraw")" class="panel">\
      \(Field("reason", "撤回的理由", state, hint: "以后的案件不能再据此决定，已作的决定不变").line(most: 300))\
      <button class="btn d">撤回核准</button></form>
      """)
  }

  static func content(_ value: LawValue) -> HTML {
    facts([("依据", "\(value.source)")] + value.lines.map { ($0.label, "\($0.words)") })
  }
}

extension ApprovalStanding {
  /// How sure a value is, in a word: of the pack, or of whoever approved it.
  func chip(_ confidence: Confidence) -> HTML {
    switch self {
    case .firm: Chip.done.html(confidence.title)
    case .approved: Chip.done.html("已核准")
    case .open: Chip.warn.html(confidence.isFirm ? "不全，须核准" : confidence.title)
    case .changed: Chip.warn.html("核准后内容改过")
    case .withdrawn: Chip.warn.html("核准已撤回")
    }
  }

  /// Who approved it, on what, and where that stands; empty where nobody did.
  func note(_ today: CivilDate) -> HTML {
    switch self {
    case .firm, .open: .none
    case .approved(let approval): "<p class=\"note ok\">\(Self.words(approval, today))。</p>"
    case .changed(let approval):
      "<p class=\"note warn\"><b>核准以后内容包改过，要重新核准。</b>\(Self.words(approval, today))。</p>"
    case .withdrawn(let approval):
      """
      <p class="note warn"><b>核准已经撤回。</b>\(Self.words(approval, today))；\
      \(approval.withdrawal.map { "\($0.title)撤回，理由：\($0.reason)" })。</p>
      """
    }
  }

  private static func words(_ approval: Approval, _ today: CivilDate) -> HTML {
    """
    \(approval.approverTitle)于\(approval.day.chinese(today: today))<a href="\(link: "/law/approvals/\(approval.id)")">核准</a>，\
    依据\(approval.document)
    """
  }
}
