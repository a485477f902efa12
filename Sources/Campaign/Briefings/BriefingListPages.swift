internal import Duties
internal import Kit
internal import Web

/// The papers of a campaign's office, and what a new one can be made of.
struct BriefingListPages {
  let campaign: CampaignSummary
  let briefings: [BriefingRecord]
  /// Of the drafts that somebody has to approve.
  let standings: [ID<Briefing>: ApprovalStanding]
  let listing: Listing
  let pressed: [PressedDuty]
  let meetings: [MeetingRecord]
  let mayWork: Bool
  /// Words for a group chat.
  let chat: HTML
  let today: CivilDate

  var page: Page {
    Page(
      "简报和文书", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("简报和文书", actions: actions))\(chat)\(briefings.isEmpty ? nothing : table)\
      \(if: !pressed.isEmpty, demands)\(if: !meetings.isEmpty, minutes)
      """)
  }

  private func fresh(_ kind: BriefingKind, about: String? = nil) -> Link {
    Link("/campaigns/\(campaign.id)/briefings/new").asking([("kind", kind.rawValue), ("about", about)])
  }

  private var actions: [HTML] {
    let all = [
      button("任务分解表", "/campaigns/\(campaign.id)/tasks.xlsx", plain: true),
      button("分发和签收", CirculationListPages.address(campaign.id), plain: true),
    ]
    guard mayWork else { return all }
    return all + [button("起草通报", fresh(.bulletin), plain: true), button("起草简报", fresh(.briefing))]
  }

  private var nothing: HTML {
    empty("还没有文书", "简报和通报从台账列出事实，由人改写，别人审定以后编号印发。督办单、会议纪要从督办和会议里生成。")
  }

  private var table: HTML {
    let columns = [Table.Column("标题"), .init("种类"), .init("状态"), .init("起草"), .init("起草时间", sort: "made")]
    return Table(listing.caption("文书", unit: "份"), columns, briefings.map(line), listing: listing).html
  }

  private func line(_ one: BriefingRecord) -> Table.Line {
    .init([
      "<a href=\"\(link: "/briefings/\(one.id)")\">\(one.title)</a>", "\(one.kind.title)", state(one),
      "\(one.authorName)",
      "<span class=\"nw\">\(one.made.chinese(today: today))</span>",
    ])
  }

  private func state(_ one: BriefingRecord) -> HTML {
    if one.void != nil { return Chip.shut.html(one.issue.map { "\($0.number)（已作废）" } ?? "已弃用") }
    if let issue = one.issue { return Chip.done.html(issue.number) }
    switch standings[one.id] {
    case .waiting: return Chip.half.html("待审定")
    case .approved: return Chip.half.html("已同意，没有印发")
    case .returned: return Chip.warn.html("已退回")
    case .changed, .some(.none), nil: return Chip.open.html("草稿")
    }
  }

  private var demands: HTML {
    let lines = pressed.map { one in
      Table.Line([
        "\(one.title)", "<span class=\"nw\">\(one.ownerName)</span>",
        "第 \(one.number) 次，\(one.answerBy.chinese(today: today))以前答复",
        "<a href=\"\(link: fresh(.demand, about: one.duty.text))\">出督办单</a>",
      ])
    }
    let columns = ["督办的事", "责任人", "督办", "下一步"].map { Table.Column($0) }
    return section("已经督办的事", Table("没有办结的 \(lines.count) 件", columns, lines).html)
  }

  private var minutes: HTML {
    let lines = meetings.map { one in
      Table.Line([
        "<a href=\"\(link: "/meetings/\(one.id)")\">\(one.title)</a>",
        "<span class=\"nw\">\(one.on.chinese(today: today))</span>",
        "<a href=\"\(link: fresh(.minutes, about: one.id.text))\">出会议纪要</a>",
      ])
    }
    return section("写了纪要的会议", Table("会议 \(lines.count) 次", ["会议", "日期", "下一步"].map { Table.Column($0) }, lines).html)
  }
}
