internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Web

/// What is watched now and was: of one campaign, or of all that the reader sees. Open to everybody of the campaigns.
struct CampaignPlacardListPages {
  /// Nil for the list over all campaigns.
  let campaign: CampaignSummary?
  let placards: [Placard]
  /// Those whose report waits.
  let answered: Set<Int64>
  let group: PlacardGroup
  let counts: [PlacardGroup: Int64]
  let mayList: Bool
  let maySeeCases: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  func page(_ listing: Listing) -> Page {
    let columns = ["事项", "单位", "要求", "报告日期", "谁挂的", "状态"].map { Table.Column($0) }
    let own = campaign.map { [($0.title, Link("/campaigns/\($0.id)"))] } ?? []
    return Page(
      "挂牌督办", crumbs: [("专项行动", "/campaigns")] + own,
      """
      \(head("挂牌督办", meta: ["领导小组和上级挂牌，谁都可以看"], actions: actions))\(groups(listing))\
      \(placards.isEmpty ? nothing : Table(listing.caption(group.title, unit: "件"), columns, placards.map(line), listing: listing).html)
      """)
  }

  private var actions: [HTML] {
    let new = campaign.flatMap { one -> HTML? in
      mayList && one.ended == nil ? button("挂牌督办", Link("/campaigns/\(one.id)/placards/new")) : nil
    }
    let all = campaign == nil ? nil : button("所有行动的", "/placards", plain: true)
    let cases = maySeeCases ? button("挂牌督办案件", "/cases/listed", plain: true) : nil
    return [new, all, cases].compactMap { $0 }
  }

  private func groups(_ listing: Listing) -> HTML {
    tabs(
      "挂牌分组",
      PlacardGroup.allCases.map { one in
        (
          "\(one.title) \(counts[one] ?? 0)",
          listing.base.asking([("state", one == .standing ? nil : one.rawValue)]), one == group
        )
      })
  }

  private var nothing: HTML {
    group == .standing
      ? empty("现在没有挂牌的", "领导小组成员和上级可以把任务、待办、单位挂牌，写明要求和报告的日期。") : empty("这里没有", "换一组看看。")
  }

  private func line(_ one: Placard) -> Table.Line {
    let isAnswered = answered.contains(one.id.value)
    let clock: HTML =
      one.lifted == nil && !isAnswered
      ? Duties.clock(one.due, provisional: !calendar.knows(year: one.due.year), today: today, calendar)
      : "<span class=\"nw\">\(one.due.plain(today))</span>"
    return .init([
      "<a href=\"\(link: "/placards/\(one.id)")\">\(one.matter)</a><span class=\"s\">\(one.level)</span>",
      "\(one.agencyName)", "\(one.demands.clipped(to: 80))", clock, "\(one.by)",
      CampaignPlacardPages.chip(one, isAnswered: isAnswered, today),
    ])
  }
}

/// The form with which a task, a duty or a unit is listed.
enum CampaignPlacardForm {
  static func page(
    _ campaign: CampaignSummary, _ tasks: [CampaignTaskRecord], _ duties: [OpenDuty], _ people: [Person],
    today: CivilDate, _ state: FormState
  ) -> Page {
    let matters =
      [("unit", "单位的整治工作")]
      + tasks.map { ($0.ref.description, "任务 \($0.sign) \($0.text.clipped(to: 40))") }
      + duties.prefix(200).map { duty in
        let late = duty.isLate(on: today) ? "（逾期）" : ""
        return (Ref(.duty, duty.id).description, "待办\(late) \(duty.title.clipped(to: 40))，\(duty.ownerName)")
      }
    return Page(
      "挂牌督办",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
        ("挂牌督办", "/campaigns/\(campaign.id)/placards"),
      ],
      """
      \(head("挂牌督办", meta: ["挂牌以后各单位都看得到"]))\(state.summary)\
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/placards")" class="block">\
      \(Field("matter", "挂牌什么", state).select(matters))\
      \(Field("owner", "由谁报告", state, hint: "挂牌待办的不用选，由待办的责任人报告", required: false).select(people.map { ($0.id.text, $0.label) }, empty: "不选"))\
      \(PlacardPages.fields(state))<p class="row"><button class="btn">挂牌督办</button></p></form>
      """)
  }

  static func read(_ form: Form) throws -> NewCampaignPlacard {
    let reader = FormReader(form)
    let matter = PlacardMatter(form.value("matter") ?? "")
    if matter == nil { reader.refuse("matter", "“挂牌什么”还没有选。") }
    let (reason, demands, due) = PlacardPages.read(reader)
    let owner: ID<Account>? = reader.maybeID("owner")
    try reader.done()
    return NewCampaignPlacard(matter: matter ?? .unit, owner: owner, reason: reason, demands: demands, due: due)
  }
}
