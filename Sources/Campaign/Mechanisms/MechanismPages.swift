internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// One line of the list: what was found, from which records, and how far its rule is.
struct MechanismPages {
  let one: MechanismRecord
  let former: MechanismRecord?
  /// What was carried from it into later campaigns.
  let heirs: [MechanismRecord]
  let sources: [ShownSource]
  /// Records that could be added: of this campaign, and what was looked up.
  let offered: [ShownSource]
  let found: [ShownSource]
  /// What was looked up; nil before anything was.
  let words: String?
  let files: [Attachment]
  /// Of the rule that it was carried from: they go along where none is added.
  let formerFiles: Int
  let duty: OpenDuty?
  /// Who drafted it last, once it is settled.
  let owner: String
  let people: [Person]
  let kinds: MechanismKinds
  let history: [LedgerEntry]
  let viewer: Viewer
  let mayWork: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  private var isDrafting: Bool { one.state == .drafting }
  private func at(_ part: String) -> Link { Link("/mechanisms/\(one.id)/\(part)") }

  func page(_ state: FormState) -> Page {
    let title = "第 \(one.position) 项：\(one.text.name)"
    let clock: [HTML] =
      duty.map { [Duties.clock($0, today: today, calendar), "\($0.ownerName)"] } ?? ["责任人 \(owner)"]
    return Page(
      title,
      crumbs: [
        ("专项行动", "/campaigns"), (one.campaignTitle, "/campaigns/\(one.campaign)"),
        ("长效机制清单", "/campaigns/\(one.campaign)/mechanisms"),
      ],
      """
      \(head(title, meta: [MechanismListPages.chip(one, today)] + clock))\(state.summary)\
      \(section("问题和制度", about))\(step(state))\(sourceSection(state))\(historySection(history, today: today))
      """)
  }

  private var about: HTML {
    let line = { (other: MechanismRecord) -> HTML in
      "<a href=\"\(link: "/mechanisms/\(other.id)")\">\(other.campaignTitle)第 \(other.position) 项</a>　\(MechanismListPages.chip(other, today))"
    }
    let words: HTML? = one.text.words.isEmpty ? nil : paragraphs(one.text.words)
    let attached: HTML? = files.isEmpty ? nil : attachmentList(files)
    let carried: HTML? =
      heirs.isEmpty ? nil : "<ul class=\"stack\">\(heirs.map { "<li>\(line($0))</li>" as HTML })</ul>"
    return facts([
      ("共性问题", paragraphs(one.text.problem)), ("类别", "\(kinds.title(one.text.kind))"),
      ("原因", paragraphs(one.text.cause)), ("制度", "\(one.text.name)"), ("要管住什么", words),
      ("时限", "\(one.due.chinese(today: today))"), ("文号", one.document.map { "\($0)" }),
      ("施行", one.forceDate.map { "\($0.chinese(today: today))起" }), ("文件", attached),
      ("不再制定", one.reason.map { paragraphs($0) }),
      ("登记", one.settledAt.map { "\(one.settledBy ?? "")　\($0.chinese(today: today))" }),
      ("承接自", former.map(line)), ("已由后来的行动承接", carried),
    ])
  }

  private func step(_ state: FormState) -> HTML {
    guard isDrafting else { return .none }
    let isOwner = duty.map { viewer.accounts.contains($0.owner.value) } ?? false
    let forcing: HTML =
      isOwner || mayWork ? force(state) : section("下一步", "<p>等\(duty?.ownerName ?? "责任人")起草、施行。</p>")
    guard mayWork else { return forcing }
    let giving = duty.map { GivingForm.handOn(at("reassign"), people, owner: $0.owner, state) } ?? .none
    return "\(forcing)\(mending(state))\(giving)\(dropping(state))"
  }

  private func force(_ state: FormState) -> HTML {
    let hint =
      formerFiles > 0 ? "不附的，沿用承接来的文件（\(formerFiles) 个）" : "印发的文件，盖章的扫描件、Word 文件都可以，最多 5 个"
    let known = FormState.filled([("document", former?.document), ("date", former?.forceDate?.iso)])
    let typed = state.form.value("document") == nil && state.form.value("date") == nil && former != nil ? known : state
    return section(
      "登记施行", note: "制度印发以后，写文号、施行日期，附上文件。",
      """
      <form method="post" enctype="multipart/form-data" action="\(link: at("force"))" class="panel">\
      \(Field("document", "文号", typed, hint: "没有文号的，写文件名称").line(most: 100))\
      \(Field("date", "施行日期", typed).date())\
      \(Field("files", "文件", state, hint: hint, required: formerFiles == 0).files(multiple: true))\
      <p class="row"><button class="btn">登记施行</button></p></form>
      """)
  }

  private func mending(_ state: FormState) -> HTML {
    let typed = state.form.value("problem") == nil ? MechanismForm.filled(one) : state
    return """
      <details class="more block"\(if: state.form.value("problem") != nil, " open")><summary>修改内容、改时限</summary>\
      <form method="post" action="\(link: at("mend"))" class="panel">\(MechanismForm.fields(kinds, typed))\
      \(Field("due", "哪天以前施行", typed).date())<p class="row"><button class="btn p">保存修改</button></p></form></details>
      """
  }

  private func dropping(_ state: FormState) -> HTML {
    """
    <details class="more block"\(if: state.form.value("why") != nil, " open")><summary>不再制定</summary>\
    <form method="post" action="\(link: at("drop"))" class="panel">\
    \(Field("why", "为什么不再制定", state).lines(rows: 2, most: 500))<p class="row"><button class="btn p">不再制定</button></p></form></details>
    """
  }

  private func sourceSection(_ state: FormState) -> HTML {
    let items = sources.map { source -> HTML in
      let remove: HTML =
        mayWork ? form("drop-source", source.ref, "去掉") : .none
      return "<li class=\"row\">\(shown(source))\(remove)</li>"
    }
    let list: HTML =
      items.isEmpty ? "<p class=\"small dim\">还没有来源记录：看不出问题是从哪些事里来的。</p>" : "<ul class=\"stack\">\(items)</ul>"
    return section(
      "来源", note: "问题从这些记录里看出来；打不开的只写是什么记录。", id: "sources", "\(list)\(if: mayWork, adding(state))")
  }

  private func shown(_ source: ShownSource) -> HTML {
    guard let title = source.title else { return "<span class=\"dim\">1 \(source.noun)</span>" }
    return source.link.map { "<a href=\"\(link: $0)\">\(title)</a>" } ?? "\(title)"
  }

  private func form(_ part: String, _ ref: Ref, _ words: String) -> HTML {
    """
    <form method="post" action="\(link: at(part))"><input type="hidden" name="record" value="\(ref.description)">\
    <button class="btn p">\(words)</button></form>
    """
  }

  private func adding(_ state: FormState) -> HTML {
    let choice: HTML =
      offered.isEmpty
      ? .none
      : """
      <form method="post" action="\(link: at("sources"))" class="panel under">\
      \(Field("record", "本行动的任务和督导问题", state).select(offered.map { ($0.ref.description, $0.title ?? $0.noun) }))\
      <p class="row"><button class="btn p">加为来源</button></p></form>
      """
    let hits = found.map { "<li class=\"row\">\(shown($0))\(form("sources", $0.ref, "加为来源"))</li>" as HTML }
    let result: HTML =
      words == nil
      ? .none : hits.isEmpty ? "<p class=\"small dim\">没有找到能加的记录，换一个词。</p>" : "<ul class=\"stack under\">\(hits)</ul>"
    return """
      <form method="get" action="\(link: Link("/mechanisms/\(one.id)").at("sources"))" class="panel under">\
      \(Field("look", "找线索、检查、案件、机构", .filled([("look", words)]), hint: "编号、名称都可以", required: false).line(most: 60))\
      <p class="row"><button class="btn p">查找</button></p></form>\(result)\(choice)
      """
  }
}
