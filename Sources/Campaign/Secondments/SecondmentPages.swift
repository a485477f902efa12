internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// Who was seconded to a campaign, for what, until when.
struct SecondmentListPages {
  let campaign: CampaignSummary
  let people: [SecondmentRecord]
  let listing: Listing
  let counts: [SecondmentGroup: Int64]
  let mayWork: Bool
  let today: CivilDate

  static func address(_ campaign: ID<CampaignRecord>, _ group: SecondmentGroup? = nil) -> Link {
    Link("/campaigns/\(campaign)/secondments").asking([("state", group?.rawValue)])
  }

  static func crumbs(_ id: ID<CampaignRecord>, _ title: String) -> [(String, Link)] {
    [("专项行动", "/campaigns"), (title, "/campaigns/\(id)")]
  }

  /// On the campaign's page.
  static func line(_ counts: [SecondmentGroup: Int64], _ campaign: ID<CampaignRecord>) -> HTML? {
    guard counts.values.reduce(0, +) > 0 else { return nil }
    let overdue = counts[.overdue] ?? 0
    return """
      在岗 \(figure(counts[.current] ?? 0, address(campaign, .current))) 人，\
      到期没有办理 \(figure(overdue, address(campaign, .overdue), bad: overdue > 0)) 人，\
      已归队 \(figure(counts[.ended] ?? 0, address(campaign, .ended))) 人
      """
  }

  var page: Page {
    let total = counts.values.reduce(0, +)
    let export: [HTML] =
      total > 0 ? [button("导出 Excel", "/campaigns/\(campaign.id)/secondments.xlsx", plain: true)] : []
    let add: [HTML] =
      mayWork && campaign.ended == nil ? [button("登记抽调", "/campaigns/\(campaign.id)/secondments/new")] : []
    return Page(
      "抽调人员", crumbs: Self.crumbs(campaign.id, campaign.title),
      """
      \(head("抽调人员", meta: ["从哪里来，做什么，什么权限，到哪天为止"], actions: export + add))\
      \(groups(total))\(people.isEmpty ? nothing(total) : table)
      """)
  }

  private func groups(_ total: Int64) -> HTML {
    tabs(
      "抽调分组",
      [("全部 \(total)", Self.address(campaign.id), listing.filter("state") == nil)]
        + SecondmentGroup.allCases.map { group in
          (
            "\(group.title) \(counts[group] ?? 0)", Self.address(campaign.id, group),
            listing.filter("state") == group.rawValue
          )
        })
  }

  private func nothing(_ total: Int64) -> HTML {
    guard total == 0 else { return empty("这一组里没有", "换一组看看。") }
    return empty("还没有抽调人员", mayWork ? "登记从哪个单位抽调谁、做什么、到哪天为止、依据哪份文件。" : "整治办登记以后列在这里。")
  }

  private var table: HTML {
    let columns = ["姓名", "原单位", "承担的工作", "权限", "起止", "状态"].map { Table.Column($0) }
    return Table(listing.caption("抽调", unit: "人"), columns, people.map(line), listing: listing).html
  }

  private func line(_ one: SecondmentRecord) -> Table.Line {
    .init([
      "<a href=\"\(link: "/secondments/\(one.id)")\">\(one.name)</a>", "\(one.unit)　\(one.post)", "\(one.work)",
      "\(one.authority.title)", "\(one.since.chinese(today: today)) 至 \((one.last ?? one.until).chinese(today: today))",
      Self.chip(one, today),
    ])
  }

  static func chip(_ one: SecondmentRecord, _ today: CivilDate) -> HTML {
    let group = one.group(on: today)
    return switch group {
    case .current: Chip.half.html(group.title)
    case .coming: Chip.open.html(group.title)
    case .overdue: Chip.bad.html(group.title)
    case .ended: Chip.shut.html(group.title)
    }
  }
}

/// Records a secondment.
struct SecondmentForm {
  let campaign: CampaignSummary
  let people: [Person]

  func page(_ state: FormState) -> Page {
    let accounts = people.map { ($0.id.text, "\($0.label)　\($0.certificate.map { "执法证 \($0)" } ?? "没有执法证")") }
    let authority = [
      (value: "enforce", words: "执法资格", hint: "要有在用的执法证"), (value: "assist", words: "协助", hint: "不单独检查、调查"),
    ].map { (value: $0.value, words: $0.words, hint: Optional($0.hint)) }
    return Page(
      "登记抽调",
      crumbs: SecondmentListPages.crumbs(campaign.id, campaign.title)
        + [("抽调人员", SecondmentListPages.address(campaign.id))],
      """
      \(head("登记抽调"))\(state.summary)\
      <p class="under">抽调只作记录，不增加系统里的权限；权限由账号的岗位决定，请安全管理员办理。</p>\
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/secondments")" class="block">\
      \(Field("account", "账号", state, hint: "有账号的从这里选，姓名、原单位、执法证从账号来", required: false).select(accounts, empty: "没有账号"))\
      \(Field("name", "姓名", state, required: false).line(most: 40))\(Field("unit", "原单位", state, required: false).line(most: 60))\
      \(Field("post", "职务", state, required: false).line(most: 60))\
      \(Field("work", "承担的工作", state, hint: "例如：医疗广告监测、联合检查第二组").lines(rows: 2, most: 300))\
      \(Field("authority", "权限", state).radios(authority))\
      \(Field("certificate", "执法证号", state, hint: "没有账号、按执法资格抽调的才填", required: false).line(most: 40))\
      \(Field("since", "从哪天起", state).date())\(Field("until", "到哪天为止", state).date())\
      \(Field("document", "依据的文件", state).line(most: 120))\
      <p class="row"><button class="btn">登记</button></p></form>
      """)
  }
}

/// One secondment with all its terms.
struct SecondmentPages {
  let record: SecondmentRecord
  let terms: [SecondmentTerm]
  /// The duty to end or prolong it.
  let duty: OpenDuty?
  let history: [LedgerEntry]
  let mayWork: Bool
  let hasEnded: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    let clock: [HTML] = duty.map { [Duties.clock($0, today: today, calendar), "\($0.ownerName)"] } ?? []
    return Page(
      record.name,
      crumbs: SecondmentListPages.crumbs(record.campaign, record.campaignTitle)
        + [("抽调人员", SecondmentListPages.address(record.campaign))],
      """
      \(head(record.name, meta: [SecondmentListPages.chip(record, today)] + clock))\(state.summary)\
      \(section("抽调", note: "只作记录，不增加系统里的权限。", facts([
        ("原单位", "\(record.unit)　\(record.post)"), ("承担的工作", "\(record.work)"),
        ("权限", "\(record.authority.title)"), ("执法证号", record.certificate.map { "\($0)" }),
        ("从哪天起", "\(record.since.chinese(today: today))"), ("到哪天为止", "\(record.until.chinese(today: today))"),
        ("归队", record.last.map { "\($0.chinese(today: today))，\(record.endedBy ?? "")登记" }),
        ("提前归队的理由", record.reason.map { "\($0)" }),
      ])))\(documents)\(ending(state))\(longer(state))\(historySection(history, today: today))
      """)
  }

  private var documents: HTML {
    let lines = terms.map { term in
      Table.Line([
        term.number == 1 ? "抽调" : "第 \(term.number - 1) 次延期", "\(term.until.chinese(today: today))", "\(term.document)",
        "\(term.actor)　\(term.at.chinese(today: today))",
      ])
    }
    return section(
      "依据", Table("文件 \(lines.count) 份", ["事项", "到哪天为止", "文件", "谁登记的"].map { Table.Column($0) }, lines).html)
  }

  private func ending(_ state: FormState) -> HTML {
    guard mayWork, record.last == nil, record.since <= today else { return .none }
    return section(
      "归队",
      """
      <form method="post" action="\(link: "/secondments/\(record.id)/end")" class="panel">\
      \(Field("last", "最后一天", state).date())\(Field("reason", "提前归队的理由", state, hint: "到期归队的不用填", required: false).line(most: 200))\
      <p class="row"><button class="btn">登记归队</button></p></form>
      """)
  }

  private func longer(_ state: FormState) -> HTML {
    guard mayWork, record.last == nil, !hasEnded else { return .none }
    return section(
      "延期",
      """
      <form method="post" action="\(link: "/secondments/\(record.id)/extend")" class="panel">\
      \(Field("until", "延到哪天", state).date())\(Field("document", "依据的文件", state).line(most: 120))\
      <p class="row"><button class="btn p">延期</button></p></form>
      """)
  }
}
