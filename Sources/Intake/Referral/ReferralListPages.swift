import Kit
import Web

/// The two faces of a handing on.
enum ReferralSide: Sendable {
  case sent, received

  var title: String { self == .sent ? "转办" : "转来的线索" }
  var base: Link { self == .sent ? "/referrals" : "/referrals/received" }
  func link(_ one: ReferralRecord) -> Link {
    self == .sent ? "/referrals/\(one.id)" : "/referrals/received/\(one.id)"
  }
}

/// The groups of the lists, by their names in the address.
enum ReferralGroup: String, CaseIterable, Sendable {
  case sent, accepted, late, returned, answered

  var title: String {
    switch self {
    case .sent: "等接收"
    case .accepted: "在办"
    case .late: "逾期"
    case .returned: "已退回"
    case .answered: "已反馈"
    }
  }
}

struct ReferralListPages {
  let side: ReferralSide
  let referrals: [ReferralRecord]
  let listing: Listing
  let counts: [ReferralGroup: Int64]
  let total: Int64
  let today: CivilDate

  var page: Page {
    Page(side.title, "\(head(side.title))\(groups)\(referrals.isEmpty ? nothing : table)")
  }

  private var groups: HTML {
    tabs(
      "转办分组",
      [("全部 \(total)", side.base, listing.filter("state") == nil)]
        + ReferralGroup.allCases.map { group in
          (
            "\(group.title) \(counts[group] ?? 0)", side.base.asking([("state", group.rawValue)]),
            listing.filter("state") == group.rawValue
          )
        })
  }

  private var nothing: HTML {
    guard total == 0 else { return empty("这一组里没有", "换一组看看。") }
    return side == .sent
      ? empty("还没有转办过线索", "打开线索，用“转办”转给别的部门、上级、下级或者外县。")
      : empty("还没有转来的线索", "别的单位转给本单位的线索列在这里，也在今日页面里。")
  }

  private var table: HTML {
    let columns = [
      Table.Column("文号"), .init("转给"), .init("转出"), .init("状态"), .init("发出", sort: "sent"), .init("时限"),
    ]
    return Table(listing.caption("转办", unit: "件"), columns, referrals.map(line), listing: listing).html
  }

  private func line(_ one: ReferralRecord) -> Table.Line {
    let due = one.state == .sent ? one.acceptDue : one.due
    return .init([
      "<a href=\"\(link: side.link(one))\">\(one.number)</a><span class=\"s\">\(one.matter.clipped(to: 40))</span>",
      "\(one.to)<span class=\"s\">\(one.level.title)</span>", "\(one.senderName)",
      one.state.chip(isLate: one.isLate(on: today)), "<span class=\"nw\">\(one.sentAt.chinese(today: today))</span>",
      one.state.isOpen ? "<span class=\"nw\">\(due.chinese(today: today))</span>" : "<span class=\"dim\">已结束</span>",
    ])
  }
}
