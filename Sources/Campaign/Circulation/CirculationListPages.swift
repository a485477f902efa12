internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Web

/// The groups of the list, by the name in its address.
enum CopyGroup: String, CaseIterable, Sendable {
  case late, waiting, signed, withdrawn

  var title: String {
    switch self {
    case .late: "逾期没有签收"
    case .waiting: "没有签收"
    case .signed: "已签收"
    case .withdrawn: "文书已作废"
    }
  }
}

/// Who got which paper, who signed when, who did not: of a campaign, or of one of its papers.
struct CirculationListPages {
  let campaign: CampaignSummary
  /// Nil for all papers of the campaign.
  let paper: BriefingRecord?
  let copies: [CopyRecord]
  let listing: Listing
  let counts: [CopyGroup: Int64]
  /// What is open on them, by copy.
  let duties: [Int64: OpenDuty]
  /// Who has to sign, or signed, by account.
  let owners: [Int64: String]
  let titles: DutyTitles
  /// Of the copies that the viewer may open.
  let links: [Ref: Link]
  let maySend: Bool
  let mayPress: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  static func address(_ campaign: ID<CampaignRecord>, paper: ID<Briefing>? = nil, _ group: CopyGroup? = nil) -> Link {
    Link("/campaigns/\(campaign)/copies").asking([("paper", paper?.text), ("state", group?.rawValue)])
  }

  var page: Page {
    let send: [HTML] =
      paper.flatMap { maySend && $0.mayBeSent ? [button("分发", "/briefings/\($0.id)/send")] : nil } ?? []
    let which: HTML =
      paper.map { "<a href=\"\(link: "/briefings/\($0.id)")\">\($0.issue?.number ?? $0.title)</a>" } ?? "本行动的全部文书"
    return Page(
      "分发和签收",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
        ("简报和文书", "/campaigns/\(campaign.id)/briefings"),
      ],
      """
      \(head("分发和签收", meta: [which, "谁签收了，什么时候，谁没有"], actions: send))\(groups)\(copies.isEmpty ? nothing : table)
      """)
  }

  private var total: Int64 { counts.values.reduce(0, +) }

  private var groups: HTML {
    tabs(
      "签收分组",
      [("全部 \(total)", Self.address(campaign.id, paper: paper?.id), listing.filter("state") == nil)]
        + CopyGroup.allCases.map { group in
          (
            "\(group.title) \(counts[group] ?? 0)", Self.address(campaign.id, paper: paper?.id, group),
            listing.filter("state") == group.rawValue
          )
        })
  }

  private var nothing: HTML {
    guard total == 0 else { return empty("这一组里没有", "换一组看看。") }
    return empty("还没有分发", "简报、通报、会议纪要印发以后，在它的页面上点“分发”，选发给哪些单位。")
  }

  private var table: HTML {
    let columns = ["单位", "文书", "收件人", "时限", "状态", "下一步"].map { Table.Column($0) }
    return Table(listing.caption("分发", unit: "份"), columns, copies.map(line), listing: listing).html
  }

  private func line(_ one: CopyRecord) -> Table.Line {
    let duty = duties[one.id.value]
    let clock: HTML =
      duty.map { titles.clock($0, today: today, calendar) }
      ?? "<span class=\"nw\">\(one.due.chinese(today: today))</span>"
    let press: HTML =
      duty.flatMap { mayPress ? "<a href=\"\(link: "/duties/\($0.id)")\">督办</a>" : nil } ?? "—"
    let unit: HTML =
      links[one.ref].map { "<a href=\"\(link: $0)\">\(one.agencyName)</a>" } ?? "\(one.agencyName)"
    return .init([
      unit, "<a href=\"\(link: "/briefings/\(one.briefing)")\">\(one.number)</a>",
      "<span class=\"nw\">\(owners[one.owner.value] ?? "—")</span>", clock, Self.state(one, today), press,
    ])
  }

  static func state(_ one: CopyRecord, _ today: CivilDate) -> HTML {
    if one.voidAt != nil {
      guard one.voidDue != nil else { return Chip.shut.html("文书已作废") }
      guard let known = one.knownAt else { return Chip.warn.html("已作废，还没有知悉") }
      return "\(Chip.shut.html("已作废，已知悉")) \(one.knownBy ?? "")　\(known.chinese(today: today))"
    }
    if let at = one.signedAt { return "\(Chip.done.html("已签收")) \(one.signedBy ?? "")　\(at.chinese(today: today))" }
    return one.isLate(on: today) ? Chip.bad.html("逾期没有签收") : Chip.open.html("没有签收")
  }
}

/// On the page of an issued paper, and on the campaign's: how many got it and signed.
enum CirculationCounts {
  /// Nothing was sent where all are nought.
  static func line(
    _ counts: [CopyGroup: Int64], _ campaign: ID<CampaignRecord>, paper: ID<Briefing>? = nil
  ) -> HTML? {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return nil }
    func part(_ group: CopyGroup, bad: Bool = false) -> HTML {
      let number = counts[group] ?? 0
      return figure(number, CirculationListPages.address(campaign, paper: paper, group), bad: bad && number > 0)
    }
    let void: HTML = (counts[.withdrawn] ?? 0) > 0 ? "，文书已作废 \(part(.withdrawn)) 份" : .none
    return """
      发出 \(figure(total, CirculationListPages.address(campaign, paper: paper))) 份，已签收 \(part(.signed)) 份，\
      没有签收 \(part(.waiting)) 份，逾期没有签收 \(part(.late, bad: true)) 份\(void)
      """
  }
}
