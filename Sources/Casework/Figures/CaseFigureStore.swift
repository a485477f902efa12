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
    let closed = try CaseStore.count(filter + SQL(" AND law_case.state = \(CaseState.closed.rawValue)"), reader)
    let sums = try CaseListStore.sums(filter, reader)
    return CaseCounts(
      open: try CaseStore.count(filter, reader) - closed, closed: closed, owed: sums.owed, paid: sums.paid)
  }
}
