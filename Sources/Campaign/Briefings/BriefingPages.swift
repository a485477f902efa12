internal import Kit
internal import Papers
internal import Storage
internal import Web

/// One paper of the office: its words, its approval, its issue.
struct BriefingPages {
  let record: BriefingRecord
  let template: PaperTemplate
  /// Of a draft: somebody else looks at it first.
  let needsApproval: Bool
  let approval: ApprovalPages
  let history: [LedgerEntry]
  let mayWork: Bool
  let crumbs: [(String, Link)]
  /// Words for a group chat, of an issued paper.
  let chat: HTML
  /// Of its copies.
  let sent: [CopyGroup: Int64]
  /// What took its place.
  let successor: (id: ID<Briefing>, number: String)?
  /// What may take its place when it is withdrawn.
  let successors: [(id: ID<Briefing>, label: String)]
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    Page(
      record.kind.title, crumbs: crumbs,
      """
      \(head(record.title, meta: meta, actions: actions))\(state.summary)\(void)\(step(state))\(circulation)\(section("内容", Self.content(record, template)))\(chat)\(ending(state))\
      \(historySection(history, today: today))
      """)
  }

  private var meta: [HTML] {
    let by: HTML = "起草：\(record.authorName)"
    guard let issue = record.issue else {
      return ["\(record.kind.title)", record.void == nil ? Chip.open.html("草稿") : Chip.shut.html("已弃用"), by]
    }
    return [
      "\(record.kind.title)",
      record.void == nil ? Chip.done.html(issue.number) : Chip.shut.html("\(issue.number)（已作废）"), by,
      "\(issue.at.chinese(today: today))由\(issue.by)印发",
      "校验值 \(issue.digest.prefix(8))…",
    ]
  }

  private var actions: [HTML] {
    guard record.void == nil else { return [] }
    if record.issue != nil {
      let send = mayWork && record.mayBeSent ? [button("分发", "/briefings/\(record.id)/send")] : []
      return [
        button("打印", "/briefings/\(record.id)/print", plain: true),
        button("下载 Word", "/briefings/\(record.id)/word", plain: true),
      ] + send
    }
    return mayWork ? [button("修改", "/briefings/\(record.id)/edit", plain: true)] : []
  }

  private func step(_ state: FormState) -> HTML {
    guard record.issue == nil, record.void == nil else { return .none }
    let isReady = !needsApproval || approval.standing.isApproved
    let issue: HTML = """
      <form method="post" class="block" action="\(link: "/briefings/\(record.id)/issue")">\
      <p class="row"><button class="btn">印发，编号</button></p></form>
      """
    let why: HTML = "<p class=\"under\">内容与台账不一致，要由别人审定以后才能印发。改回台账的内容，可以直接印发。</p>"
    return """
      \(if: needsApproval && !record.kind.alwaysNeedsApproval, why)\(if: needsApproval, approval.section(state))\
      \(if: isReady && mayWork, issue)
      """
  }

  private var void: HTML {
    guard let void = record.void else { return .none }
    let words = void.reason.map { "作废，理由：\($0)" } ?? "弃用"
    let place: HTML =
      successor.map { "由<a href=\"\(link: "/briefings/\($0.id)")\">\($0.number)</a>代替。" } ?? .none
    return "<p class=\"note warn\">\(void.by)在\(void.at.chinese(today: today))\(words)。\(place)</p>"
  }

  /// Who got it and who signed.
  private var circulation: HTML {
    guard record.issue != nil, record.kind != .demand else { return .none }
    guard let line = CirculationCounts.line(sent, record.campaign, paper: record.id) else {
      return mayWork && record.mayBeSent ? section("分发和签收", "<p>还没有分发。点“分发”选发给哪些单位，由收件人签收。</p>") : .none
    }
    return section("分发和签收", "<p>\(line)。</p>")
  }

  /// A draft is given up, an issued paper is said to hold no longer.
  private func ending(_ state: FormState) -> HTML {
    guard mayWork, record.void == nil else { return .none }
    guard record.issue != nil else {
      return """
        <form method="post" class="block" action="\(link: "/briefings/\(record.id)/discard")">\
        <p class="row"><button class="btn p">弃用这份草稿</button></p></form>
        """
    }
    return """
      <details class="more block"\(if: !state.problems.isEmpty, " open")><summary>作废</summary>\
      <form method="post" class="panel" action="\(link: "/briefings/\(record.id)/withdraw")">\
      \(Field("reason", "作废的理由", state, hint: "编号保留，不再给别的文书；作废以后不能打印、下载，收到过的单位要知悉").line(most: 300))\
      \(succession(state))\
      <p class="row"><button class="btn p">作废</button></p></form></details>
      """
  }

  private func succession(_ state: FormState) -> HTML {
    guard !successors.isEmpty else { return .none }
    return Field("successor", "由哪一份代替", state, hint: "选了的，收到过原件的单位改为签收这一份", required: false)
      .select(successors.map { ($0.id.text, $0.label) }, empty: "没有代替的")
  }

  /// What was typed, field by field.
  static func content(_ record: BriefingRecord, _ template: PaperTemplate) -> HTML {
    facts(
      template.asks.map { ask -> (String, HTML?) in
        let lines = (record.typing.texts[ask.key] ?? "").split(whereSeparator: \.isNewline)
        return (ask.label, lines.isEmpty ? nil : HTML.join(lines.map { "\($0)" as HTML }, "<br>"))
      })
  }

  /// A new paper or a draft that is written anew; the fields are the template's.
  static func form(
    _ template: PaperTemplate, _ kind: BriefingKind, about: Int64?, crumbs: [(String, Link)], action: Link,
    _ state: FormState
  ) -> Page {
    let fields = template.asks.map { ask -> HTML in
      let field = Field(ask.key, ask.label, state, hint: ask.hint, required: ask.isRequired)
      return ask.kind == .lines ? field.lines(rows: 6, most: 10_000) : field.line(most: 300)
    }
    return Page(
      "起草\(kind.title)", crumbs: crumbs,
      """
      \(head("起草\(kind.title)"))\(state.summary)\
      <p class="under">下面的事实截至此刻的台账，由你核对、改写。印发以后不再随台账变动。</p>\
      <form method="post" class="block" action="\(link: action)"><input type="hidden" name="kind" value="\(kind.rawValue)">\
      \(about.map { "<input type=\"hidden\" name=\"about\" value=\"\(ID<Briefing>($0).text)\">" as HTML })\(fields)\
      <p class="row"><button class="btn">存草稿</button></p></form>
      """)
  }
}
