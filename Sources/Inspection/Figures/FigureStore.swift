import Campaign
import Kit
import Registers
import Storage

enum FigureStore {
  static func visits(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> (places: Int64, visits: Int64) {
    let filter: SQL = "county = \(county) AND campaign = \(campaign) AND state = \(VisitState.done.rawValue)"
    return (try VisitStore.places(filter, reader), try VisitStore.count(filter, reader))
  }

  static func tasks(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> [ID<CampaignTask>: Int64] {
    let rows = try reader.query(
      """
      SELECT task, COUNT(*) FROM visit WHERE county = \(county) AND campaign = \(campaign)
        AND state = \(VisitState.done.rawValue) AND task IS NOT NULL GROUP BY task
      """
    ) { (try $0.id(0, CampaignTask.self), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Visits that found each violation, by task.
  static func found(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> [TaskCount.Found: Int64] {
    let rows = try reader.query(
      """
      SELECT visit.task, visit_item.violation, COUNT(DISTINCT visit.id) FROM visit
      JOIN visit_item ON visit_item.visit = visit.id
      WHERE visit.county = \(county) AND visit.campaign = \(campaign) AND visit.state = \(VisitState.done.rawValue)
        AND visit_item.answer = \(VisitAnswer.no.rawValue) AND visit_item.violation IS NOT NULL
      GROUP BY visit.task, visit_item.violation
      """
    ) { (TaskCount.Found(task: try $0.maybeID(0), violation: try $0.text(1)), try $0.int(2)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func rectifications(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> [RectificationState: Int64] {
    let rows = try reader.query(
      """
      SELECT state, COUNT(*) FROM rectification WHERE county = \(county) AND campaign = \(campaign) GROUP BY state
      """
    ) { (try $0.text(0), try $0.int(1)) }
    return rows.reduce(into: [:]) { counts, row in RectificationState(rawValue: row.0).map { counts[$0] = row.1 } }
  }

  @Sendable static func covered(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> [String: Int64] {
    let rows = try reader.query(
      """
      SELECT premises_type, COUNT(DISTINCT premises) FROM visit
      WHERE \(sql: visits(campaign, county)) AND premises_type IS NOT NULL GROUP BY premises_type
      """
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  @Sendable static func visited(_ campaign: ID<CampaignRecord>, _ county: County) -> SQL {
    "SELECT premises FROM visit WHERE \(sql: visits(campaign, county))"
  }

  /// Visits made at institutions.
  private static func visits(_ campaign: ID<CampaignRecord>, _ county: County) -> SQL {
    """
    county = \(county) AND campaign = \(campaign) AND state = \(VisitState.done.rawValue)
      AND premises_kind = \(RefKind.institution)
    """
  }
}
