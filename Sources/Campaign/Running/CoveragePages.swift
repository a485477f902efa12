internal import Kit
internal import Law
internal import Web

enum CoveragePages {
  static func table(_ rows: [Coverage], _ campaign: ID<CampaignRecord>, _ pace: Pace?, _ records: Records) -> HTML {
    guard !rows.isEmpty else { return .none }
    let columns = [
      Table.Column("机构类型"), .init("已查 / 应查", numeric: true), .init("覆盖率（竖线为目标）"),
      .init("覆盖 / 目标", numeric: true), .init("欠", numeric: true),
    ]
    let table = Table("按机构类型的检查覆盖，每户只数一次", columns, rows.map { line($0, campaign, pace, records) })
    return section("检查覆盖", note: "应查按底册里登记的机构数，已查按本行动里完成的检查。", id: "coverage", table.html)
  }

  private static func line(
    _ row: Coverage, _ campaign: ID<CampaignRecord>, _ pace: Pace?, _ records: Records
  ) -> Table.Line {
    let owed: HTML = row.owed > 0 ? "\(figure(row.owed, page(row, campaign), bad: true)) 户" : "—"
    let coming = pace.map { $0.shortfall(row) } ?? 0
    return .init([
      "\(row.type.name)",
      "\(records.figure(row.visited, visits(row, campaign))) / \(records.figure(row.total, register(row))) 户",
      row.share.map { bar(share: $0, target: row.targetShare, label: words(row), short: row.owed > 0) } ?? "底册里没有",
      "\(words(row))", "\(owed)\(if: coming > 0, "<br><span class=\"small\">照现在的进度，到期还差 \(coming) 户</span>")",
    ])
  }

  /// `87.5% / 100%`.
  static func words(_ row: Coverage) -> String {
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

  static func visits(_ row: Coverage, _ campaign: ID<CampaignRecord>) -> Link {
    Link("/visits/premises").asking([("campaign", campaign.text), ("type", row.type.id)])
  }

  static func register(_ row: Coverage) -> Link { Link("/institutions").asking([("type", row.type.id)]) }
}
