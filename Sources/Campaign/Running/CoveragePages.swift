internal import Kit
internal import Law
internal import Web

enum CoveragePages {
  static func table(_ rows: [Coverage], _ campaign: ID<CampaignRecord>) -> HTML {
    guard !rows.isEmpty else { return .none }
    let columns = [
      Table.Column("机构类型"), .init("已查 / 应查", numeric: true), .init("覆盖率（竖线为目标）"),
      .init("覆盖 / 目标", numeric: true), .init("欠", numeric: true),
    ]
    let table = Table("按机构类型的检查覆盖，每户只数一次", columns, rows.map { line($0, campaign) })
    return section("检查覆盖", note: "应查按底册里登记的机构数，已查按本行动里完成的检查。", id: "coverage", table.html)
  }

  private static func line(_ row: Coverage, _ campaign: ID<CampaignRecord>) -> Table.Line {
    let owed: HTML = row.owed > 0 ? "\(figure(row.owed, page(row, campaign), bad: true)) 户" : "—"
    return .init([
      "\(row.type.name)", "\(figure(row.visited, visits(row, campaign))) / \(figure(row.total, register(row))) 户",
      row.share.map { bar(share: $0, target: row.targetShare, label: words(row), short: row.owed > 0) } ?? "底册里没有",
      "\(words(row))", owed,
    ])
  }

  /// `87.5% / 100%`.
  private static func words(_ row: Coverage) -> String {
    "\(percent(row.share)) / \(row.target.map { "\(PlanItems.percentText($0.percent))%" } ?? "没有目标")"
  }

  /// Rounded down, so that 100.0% is said only of all.
  private static func percent(_ share: Double?) -> String {
    guard let share else { return "—" }
    let tenths = Int((share * 1000 + 1e-9).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private static func page(_ row: Coverage, _ campaign: ID<CampaignRecord>) -> Link {
    Link("/campaigns/\(campaign)/coverage").asking([("type", row.type.id)])
  }

  private static func visits(_ row: Coverage, _ campaign: ID<CampaignRecord>) -> Link {
    Link("/visits/premises").asking([("campaign", campaign.text), ("type", row.type.id)])
  }

  private static func register(_ row: Coverage) -> Link { Link("/institutions").asking([("type", row.type.id)]) }

  /// What is owed for one type, and where the records behind the figures are.
  static func page(_ row: Coverage, _ campaign: CampaignSummary, mayVisit: Bool) -> Page {
    let title = "\(row.type.name)的检查覆盖"
    return Page(
      title, crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head(title, meta: ["\(words(row))"]))\
      \(facts([
        ("应查", "\(figure(row.total, register(row))) 户，底册里登记的\(row.type.name)"),
        ("已查", "\(figure(row.visited, visits(row, campaign.id))) 户，本行动里完成过检查，每户只数一次"),
        ("目标", row.target.map { "\(PlanItems.percentText($0.percent))%，方案原文对象：\($0.subject)" } ?? "方案没有写"),
        ("欠", row.target.map { "\(row.owed) 户，应查 \(row.total) 户的 \(PlanItems.percentText($0.percent))%（不足一户按一户）减去已查 \(row.visited) 户" }),
      ]))\
      <p class="row block">\(if: mayVisit, button("安排检查", Link("/visits/new").asking([("campaign", campaign.id.text)])))\
      \(button("看底册里的\(row.type.name)", register(row), plain: true))</p>
      """)
  }
}
