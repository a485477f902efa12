import Campaign
import Kit
import Storage

struct CaseCounts {
  let open: Int64
  let closed: Int64
  let owed: Money
  let paid: Money
}

enum CaseFigureStore {
  static func counts(_ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader) throws -> CaseCounts {
    let filter: SQL = "law_case.county = \(county) AND law_case.campaign = \(campaign)"
    let closed = try CaseListStore.tally(filter + SQL(" AND law_case.state = \(CaseState.closed.rawValue)"), reader)
    let all = try CaseListStore.tally(filter, reader)
    return CaseCounts(
      open: all.count - closed.count, closed: closed.count, owed: all.owed, paid: all.paid)
  }

  /// Cases by task and violation.
  static func found(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> [TaskCount.Found: Int64] {
    let rows = try reader.query(
      """
      SELECT task, violation, COUNT(*) FROM law_case WHERE county = \(county) AND campaign = \(campaign)
      GROUP BY task, violation
      """
    ) { (TaskCount.Found(task: try $0.maybeID(0), violation: try $0.text(1)), try $0.int(2)) }
    return Dictionary(rows) { first, _ in first }
  }
}
