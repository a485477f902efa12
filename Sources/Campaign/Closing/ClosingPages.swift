internal import Duties
internal import Kit
internal import Law
internal import Web

struct ClosingPages {
  let model: ClosingModel
  let mayEnd: Bool
  let records: Records
  let titles: DutyTitles
  let calendar: WorkCalendar
  let today: CivilDate

  private var campaign: CampaignSummary { model.campaign }

  func page(_ state: FormState) -> Page {
    Page(
      "收尾", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      "\(head("收尾", meta: [CampaignListPages.chip(campaign, today)]))\(state.summary)\(step(state))\(PhaseConditions.section(PhaseConditions.all(model, today: today), today: today))\(ended)"
    )
  }

  private func step(_ state: FormState) -> HTML {
    if let end = model.end { return finished(end) }
    if let (position, phase) = model.current { return closing(position, phase, state) }
    return whole(state)
  }

  private func closing(_ position: Int64, _ phase: CampaignPhase, _ state: FormState) -> HTML {
    let open = model.open(in: phase)
    let list: HTML =
      open.isEmpty
      ? "<p class=\"small dim\">这个阶段里到期的义务都办结了。</p>"
      : DutyTable.html(open, "到期没有办结的义务", titles, today: today, calendar)
    return section(
      "阶段 \(position)　\(phase.name)",
      note: "\(phase.starts.plain(today))至\(phase.ends.plain(today))。到这个阶段结束时应当办结的义务还有 \(open.count) 项。",
      "\(list)\(phase.starts > today ? "<p>这个阶段还没有开始，不能收尾。</p>" : form(Link("/campaigns/\(campaign.id)/phases/\(position)/end"), "阶段收尾", open: open.count, "", state))"
    )
  }

  private func whole(_ state: FormState) -> HTML {
    // The office begins with what is in force and mends it; what was typed stays.
    let typed = state.form.values.isEmpty ? FormState.filled([("mechanism", model.inForce)]) : state
    let fields: HTML = """
      \(Field("accountability", "追责到位：追究了哪些责任", typed, hint: "没有需要追究的，写明核实的结果；不要写姓名").lines(rows: 2, most: 1000))\
      \(Field("mechanism", "机制到位：建立了哪些制度", typed, hint: "共性问题、对应的制度、哪个单位负责").lines(rows: 3, most: 2000))
      """
    return section(
      "结束专项行动", note: "各阶段都收尾了。整改、查处、追责、机制四项应当到位；没有到位就结束的，要写明理由。",
      "\(places)\(form(Link("/campaigns/\(campaign.id)/end"), "结束专项行动", open: Int(model.remaining), fields, state))")
  }

  /// What the records tell of the end; each figure opens its list.
  private var places: HTML {
    let work = model.work.map { one in
      Table.Line(["\(one.aspect.title)", "\(one.words)", records.figure(one.count, one.link, bad: one.count > 0)])
    }
    let rest: [Table.Line] = [
      .init([
        "机制到位", "清单里还在起草的制度",
        figure(
          model.drafted, Link("/campaigns/\(campaign.id)/mechanisms").asking([("state", "drafting")]),
          bad: model.drafted > 0),
      ]),
      .init([
        "到期义务", "别的没有办结的待办",
        figure(
          Int64(model.otherDuties.count), Link("/campaigns/\(campaign.id)").at("duties"),
          bad: !model.otherDuties.isEmpty),
      ]),
      .init([
        "检查覆盖", "没有达到目标的机构类型",
        figure(Int64(model.short.count), Link("/campaigns/\(campaign.id)").at("coverage"), bad: !model.short.isEmpty),
      ]),
      .init([
        "挂牌督办", "挂了牌没有摘的",
        figure(model.placards, "/campaigns/\(campaign.id)/placards", bad: model.placards > 0),
      ]),
      .init([
        "督导检查", "还差几次，期间至少一次",
        figure(
          model.visitsShort, "/campaigns/\(campaign.id)/supervisions", bad: model.visitsShort > 0),
      ]),
      .init([
        "督导检查", "已答复、还没有验收的问题",
        figure(model.unjudged, "/campaigns/\(campaign.id)/supervisions", bad: model.unjudged > 0),
      ]),
    ]
    let columns = [Table.Column("方面"), .init("还剩"), .init("数", numeric: true)]
    return Table("还没有到位的", columns, work + rest).html
  }

  private func form(_ action: Link, _ words: String, open: Int, _ fields: HTML, _ state: FormState) -> HTML {
    guard mayEnd else { return "<p>由整治办收尾，你可以看。</p>" }
    let reason: HTML =
      open == 0
      ? .none
      : "\(Field("reason", "为什么没有办结就收尾", state, hint: "和你的名字一起记入台账，不要写别人的姓名").lines(rows: 2, most: 300))"
    return """
      <form method="post" action="\(link: action)">\(fields)\(reason)\
      <p class="row"><button class="btn">\(words)</button></p></form>
      """
  }

  private func finished(_ end: CampaignEnd) -> HTML {
    section(
      "专项行动已经结束",
      facts([
        ("结束", "\(end.at.chinese(today: today))，\(end.by)"), ("追责", "\(end.accountability)"),
        ("机制", "\(end.mechanism)"),
        ("没有办结的", end.open > 0 ? "\(end.open) 项" : nil), ("理由", end.reason.map { "\($0)" }),
      ]))
  }

  private var ended: HTML {
    guard !model.ends.isEmpty else { return .none }
    let lines = model.ends.map { end in
      Table.Line([
        "\(end.position) \(name(end.position))", "<span class=\"nw\">\(end.at.chinese(today: today))</span>",
        "\(end.by)",
        end.open == 0 ? "都办结了" : "\(end.open) 项没有办结：\(end.reason ?? "")",
      ])
    }
    return section(
      "已经收尾的阶段", Table("收尾 \(lines.count) 个", ["阶段", "收尾", "办理人", "当时"].map { Table.Column($0) }, lines).html)
  }

  private func name(_ position: Int64) -> String {
    model.phases.indices.contains(Int(position) - 1) ? model.phases[Int(position) - 1].name : ""
  }
}
