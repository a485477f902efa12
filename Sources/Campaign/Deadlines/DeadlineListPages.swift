internal import Duties
internal import Kit
internal import Law
internal import Web

/// The dated reports that a campaign's plan asks for.
enum DeadlineListPages {
  static func page(
    _ campaign: CampaignSummary, _ deadlines: [DeadlineRecord], _ listing: Listing, met: Int64, all: Int64,
    _ today: CivilDate, _ calendar: WorkCalendar
  ) -> Page {
    let columns = [Table.Column("做什么"), .init("报给谁"), .init("责任人"), .init("截止"), .init("办结")]
    let lines = deadlines.map { line($0, today, calendar) }
    return Page(
      "方案的期限", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("方案的期限", meta: ["每一项都引自方案的一句话"]))\(groups(listing, met: met, all: all))\
      \(lines.isEmpty ? nothing : Table(listing.caption("期限", unit: "项"), columns, lines, listing: listing).html)
      """)
  }

  private static func groups(_ listing: Listing, met: Int64, all: Int64) -> HTML {
    let groups: [(String?, String, Int64)] = [(nil, "全部", all), ("open", "没有办结", all - met), ("met", "已办结", met)]
    return tabs(
      "期限分组",
      groups.map { name, words, count in
        ("\(words) \(count)", listing.base.asking([("state", name)]), listing.filter("state") == name)
      })
  }

  private static var nothing: HTML { empty("这里没有期限", "方案里写明的报送日期，发布行动时都会成为期限。") }

  private static func line(_ deadline: DeadlineRecord, _ today: CivilDate, _ calendar: WorkCalendar) -> Table.Line {
    let clock = Duties.clock(
      deadline.due, provisional: !calendar.knows(year: deadline.due.year), today: today, calendar)
    return .init([
      "<a href=\"\(link: "/deadlines/\(deadline.id)")\">\(deadline.what)</a>",
      "\(deadline.to.isEmpty ? "—" : deadline.to)", "<span class=\"nw\">\(deadline.ownerName)</span>",
      deadline.metAt == nil ? clock : "<span class=\"nw\">\(deadline.due.chinese(today: today))</span>",
      deadline.metAt.map { "<span class=\"nw\">\($0.chinese(today: today))</span>" } ?? "—",
    ])
  }
}
