internal import Duties
internal import Kit
internal import Web

/// On the campaign's page: who leads it, who filed what, whether it was supervised, what rules come of it.
struct OrganisationPart: Sendable {
  /// Those who are it now.
  let members: [MemberRecord]
  let filings: [FilingGroup: Int64]
  let supervised: Int64
  /// Of the papers that were sent.
  let copies: [CopyGroup: Int64]
  let mechanisms: MechanismCounts
  let seconded: [SecondmentGroup: Int64]
  /// On the list of what is watched now, and past their day.
  let placards: (all: Int64, late: Int64)
  let assessment: AssessmentStanding

  func html(_ campaign: ID<CampaignRecord>) -> HTML {
    let group: Link = "/campaigns/\(campaign)/group"
    let leading = members.count { [.leader, .deputy, .member].contains($0.part) }
    let liaisons = members.count { $0.part == .liaison }
    return section(
      "组织和督导",
      facts([
        ("组长", person(.leader)), ("办公室", person(.officeHead)),
        ("领导小组", "成员 \(figure(leading, group)) 人，联络员 \(figure(liaisons, group)) 人"),
        ("成员单位和下级报送", filed(Link("/campaigns/\(campaign)/filings"))),
        ("抽调人员", SecondmentListPages.line(seconded, campaign)),
        ("分发和签收", CirculationCounts.line(copies, campaign)),
        ("督导检查", visits(Link("/campaigns/\(campaign)/supervisions"))),
        ("挂牌督办", watched(Link("/campaigns/\(campaign)/placards"))),
        ("长效机制", rules(Link("/campaigns/\(campaign)/mechanisms"))),
        ("考核", assessment.line(Link("/campaigns/\(campaign)/assessment"))),
      ]))
  }

  private func person(_ part: MemberPart) -> HTML? {
    members.first { $0.part == part }.map { one in
      "<a href=\"\(link: "/members/\(one.id)")\">\(one.name)</a>（\(one.body)\(one.post)）"
    }
  }

  private func filed(_ list: Link) -> HTML {
    let total = filings.values.reduce(0, +)
    guard total > 0 else { return "<a href=\"\(link: list)\">还没有要求报送</a>" }
    let late = filings[.late] ?? 0
    return """
      要报 \(figure(total, list)) 项，已报 \(figure(filings[.filed] ?? 0, list.asking([("state", FilingGroup.filed.rawValue)]))) 项，\
      逾期没有报 \(figure(late, list.asking([("state", FilingGroup.late.rawValue)]), bad: late > 0)) 项
      """
  }

  private func visits(_ list: Link) -> HTML {
    guard supervised > 0 else { return "\(Chip.warn.html("还没有督导检查"))　<a href=\"\(link: list)\">期间至少一次</a>" }
    return "已开展 \(figure(supervised, list)) 次"
  }

  private func watched(_ list: Link) -> HTML {
    guard placards.all > 0 else { return "<a href=\"\(link: list)\">现在没有挂牌的</a>" }
    let late = figure(placards.late, list.asking([("state", PlacardGroup.late.rawValue)]), bad: placards.late > 0)
    return "现在挂牌 \(figure(placards.all, list)) 件，其中过了期限 \(late) 件"
  }

  private func rules(_ list: Link) -> HTML {
    guard mechanisms.all > 0 else { return "<a href=\"\(link: list)\">还没有列出共性问题</a>" }
    let group = { (group: MechanismGroup) -> HTML in
      figure(
        mechanisms[group], list.asking([("state", group.rawValue)]), bad: group == .late && mechanisms.late > 0)
    }
    return """
      共性问题 \(figure(mechanisms.all, list)) 个，制度已施行 \(group(.inForce)) 项，还在起草 \(group(.drafting)) 项，\
      其中逾期 \(group(.late)) 项
      """
  }
}
