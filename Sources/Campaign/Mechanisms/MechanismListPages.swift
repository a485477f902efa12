internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Web

/// The list of long-term mechanisms of a campaign.
struct MechanismListPages {
  let campaign: CampaignSummary
  let counts: MechanismCounts
  /// Lines of former campaigns that could be carried over.
  let carryable: Int
  let kinds: MechanismKinds
  let mayWork: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  static func chip(_ one: MechanismRecord, _ today: CivilDate) -> HTML {
    switch one.state {
    case .drafting: one.isLate(on: today) ? Chip.bad.html("逾期没有施行") : Chip.half.html("还在起草")
    case .inForce: Chip.done.html("已施行")
    case .givenUp: Chip.shut.html("不再制定")
    }
  }

  private var isOpen: Bool { mayWork && campaign.ended == nil }
  private func at(_ part: String) -> Link { Link("/campaigns/\(campaign.id)/mechanisms/\(part)") }

  func page(_ lines: [MechanismRecord], owners: [Int64: String], sources: [ID<Mechanism>: Int64], _ listing: Listing)
    -> Page
  {
    let columns = ["共性问题", "制度", "责任人", "时限", "来源", "状态"].map { Table.Column($0) }
    let rows = lines.map { line($0, owners[$0.id.value] ?? "—", sources[$0.id] ?? 0) }
    return Page(
      "长效机制清单", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("长效机制清单", meta: ["反复出现的问题，用制度管住"], actions: actions))\(carrying)\(groups(listing))\
      \(rows.isEmpty ? nothing(listing) : Table(listing.caption("清单", unit: "项"), columns, rows, listing: listing).html)
      """)
  }

  private var actions: [HTML] {
    (isOpen ? [button("列一个问题", at("new"))] : [])
      + (counts.all > 0 ? [button("导出 Excel", "/campaigns/\(campaign.id)/mechanisms.xlsx", plain: true)] : [])
  }

  private var carrying: HTML {
    guard isOpen, carryable > 0 else { return .none }
    return """
      <p class="under">以前的专项行动还有 \(Web.figure(carryable, at("carry"))) 项可以承接。\
      <a href="\(link: at("carry"))">承接以前的清单</a></p>
      """
  }

  private func groups(_ listing: Listing) -> HTML {
    let all: [(String?, String)] =
      [(nil, "全部 \(counts.all)")] + MechanismGroup.allCases.map { ($0.rawValue, "\($0.title) \(counts[$0])") }
    return tabs(
      "清单分组",
      all.map { name, words in (words, listing.base.asking([("state", name)]), listing.filter("state") == name) })
  }

  private func nothing(_ listing: Listing) -> HTML {
    guard !listing.isFiltered else { return empty("这里没有", "换一组看看。") }
    let next: HTML =
      isOpen ? "从线索、检查、案件、督导里看哪些问题反复出现，用“列一个问题”记下原因、要定的制度和责任人。" : "由整治办列出共性问题和对应的制度。"
    return empty("还没有列出共性问题", next)
  }

  private func line(_ one: MechanismRecord, _ owner: String, _ sources: Int64) -> Table.Line {
    let clock: HTML =
      one.state == .drafting
      ? Duties.clock(one.due, provisional: !calendar.knows(year: one.due.year), today: today, calendar)
      : "<span class=\"nw\">\(one.due.plain(today))</span>"
    let found: HTML = sources == 0 ? "—" : Web.figure(sources, Link("/mechanisms/\(one.id)").at("sources"))
    let document: HTML = one.document.map { "<span class=\"s\">\($0)</span>" } ?? .none
    return .init([
      """
      <a href="\(link: "/mechanisms/\(one.id)")">\(one.position). \(one.text.problem.clipped(to: 80))</a>\
      <span class="s">\(kinds.title(one.text.kind))</span>
      """, "\(one.text.name)\(document)", "<span class=\"nw\">\(owner)</span>", clock, found, Self.chip(one, today),
    ])
  }
}

/// The fields of a line, the same for a new one and for mending.
enum MechanismForm {
  static func fields(_ kinds: MechanismKinds, _ state: FormState) -> HTML {
    """
    \(Field("problem", "共性问题", state, hint: "反复出现的是什么问题，不写人名").lines(rows: 2, most: 500))\
    \(Field("kind", "类别", state).select(kinds.all.map { ($0.key, $0.title) }))\
    \(Field("cause", "原因分析", state).lines(rows: 3, most: 1000))\
    \(Field("name", "制度名称", state, hint: "例如：医疗广告联合抽查办法。不写人名").line(most: 60))\
    \(Field("words", "制度要管住什么", state, required: false).lines(rows: 3, most: 1000))
    """
  }

  static func text(_ reader: FormReader) -> MechanismText {
    MechanismText(
      kind: reader.text("kind", "类别", most: 60), problem: reader.text("problem", "共性问题", most: 500),
      cause: reader.text("cause", "原因分析", most: 1000), name: reader.text("name", "制度名称", most: 60),
      words: reader.maybeText("words", "制度要管住什么", most: 1000) ?? "")
  }

  static func filled(_ one: MechanismRecord) -> FormState {
    .filled([
      ("problem", one.text.problem), ("kind", one.text.kind), ("cause", one.text.cause), ("name", one.text.name),
      ("words", one.text.words), ("due", one.due.iso),
    ])
  }

  static func page(
    _ campaign: CampaignSummary, _ kinds: MechanismKinds, _ people: [Person], _ state: FormState
  ) -> Page {
    Page(
      "列一个问题", crumbs: crumbs(campaign),
      """
      \(head("列一个问题"))\(state.summary)\
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/mechanisms")" class="block">\(fields(kinds, state))\
      \(Field("owner", "责任人", state, hint: "起草制度的人，成为他的待办").select(people.map { ($0.id.text, $0.label) }))\
      \(Field("due", "哪天以前施行", state).date())<p class="row"><button class="btn">列入清单</button></p></form>
      """)
  }

  static func crumbs(_ campaign: CampaignSummary) -> [(String, Link)] {
    [
      ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
      ("长效机制清单", "/campaigns/\(campaign.id)/mechanisms"),
    ]
  }

  /// Which lines of former campaigns go over.
  static func carry(
    _ campaign: CampaignSummary, _ groups: [CarryGroup], _ people: [Person], _ records: Records, _ today: CivilDate,
    _ state: FormState
  ) -> Page {
    let body: HTML =
      groups.isEmpty
      ? empty("没有可以承接的", "以前的专项行动没有留下清单，或者都承接过了。")
      : """
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/mechanisms/carry")" class="block" id="items">\
      \(groups.map { group($0, records, today, state) })\
      \(Field("owner", "责任人", state, hint: "选中的都交给他；交给几个人的，分几次承接").select(people.map { ($0.id.text, $0.label) }))\
      \(Field("due", "哪天以前施行", state).date())<p class="row"><button class="btn">承接选中的</button></p></form>
      """
    return Page(
      "承接以前的清单", crumbs: crumbs(campaign),
      "\(head("承接以前的清单", meta: ["承接的在本行动里重新起草，每项只承接一次"]))\(state.summary)\(body)")
  }

  private static func group(_ group: CarryGroup, _ records: Records, _ today: CivilDate, _ state: FormState) -> HTML {
    let note: HTML = group.shared > 0 ? "和本行动查同样的违法行为 \(group.shared) 种" : "和本行动没有对应相同的违法行为"
    let picks = group.items.map { one -> HTML in
      """
      <label class="pick"><input type="checkbox" name="items" value="\(one.id)"\(if: state.has("items", one.id.text), " checked")> \
      <span>\(one.text.problem.clipped(to: 120))<span class="hint">\(one.text.name)　\(MechanismListPages.chip(one, today))　\
      <a href="\(link: "/mechanisms/\(one.id)")">看原来的</a></span></span></label>
      """
    }
    return section("\(group.title)", note: note, "<fieldset class=\"field\"><legend>选要承接的</legend>\(picks)</fieldset>")
  }
}
