internal import Kit
internal import Storage

enum TieStore {
  static func keep(_ ties: [Tie], item: Int64, of plan: ID<Plan>, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM plan_tie WHERE plan = \(plan) AND item = \(item)")
    try tx.insert(
      into: "plan_tie (plan, county, item, position, leaf, violation)",
      rows: ties.enumerated().map { place, tie in
        [
          plan.sqlValue, tx.county.sqlValue, .int(item), .int(Int64(place + 1)), .text(tie.leaf), .text(tie.violation),
        ]
      })
  }

  static func keep(_ ties: [Tie], of task: CampaignTaskRecord, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM task_violation WHERE task = \(task.id)")
    try tx.insert(
      into: "task_violation (task, county, campaign, position, leaf, violation)",
      rows: ties.enumerated().map { place, tie in
        [
          task.id.sqlValue, task.county.sqlValue, task.campaign.sqlValue, .int(Int64(place + 1)), .text(tie.leaf),
          .text(tie.violation),
        ]
      })
  }

  /// What was tied to an item of a plan goes over to the task that came of it.
  static func carry(
    item: Int64, of plan: ID<Plan>, to task: ID<CampaignTask>, of campaign: ID<CampaignRecord>, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO task_violation (task, county, campaign, position, leaf, violation)
      SELECT CAST(\(task) AS BIGINT), county, CAST(\(campaign) AS BIGINT), position, leaf, violation FROM plan_tie
      WHERE plan = \(plan) AND item = \(item)
      """)
  }

  /// By the item's number.
  static func ties(of plan: ID<Plan>, _ reader: Reader) throws -> [Int64: [Tie]] {
    let rows = try reader.query(
      "SELECT item, leaf, violation FROM plan_tie WHERE plan = \(plan) ORDER BY item, position"
    ) { row in (try row.int(0), try tie(row)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  static func ties(of task: ID<CampaignTask>, _ reader: Reader) throws -> [Tie] {
    try reader.query(
      "SELECT task, leaf, violation FROM task_violation WHERE task = \(task) ORDER BY position", tie)
  }

  static func ties(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [ID<CampaignTask>: [Tie]] {
    let rows = try reader.query(
      "SELECT task, leaf, violation FROM task_violation WHERE campaign = \(campaign) ORDER BY task, position"
    ) { row in (try row.id(0, CampaignTask.self), try tie(row)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// By campaign of the county, how many violations both it and this one look for; those with none are left out.
  static func shared(
    with campaign: ID<CampaignRecord>, in county: County, _ reader: Reader
  ) throws -> [ID<CampaignRecord>: Int64] {
    let rows = try reader.query(
      """
      SELECT campaign, COUNT(DISTINCT violation) FROM task_violation WHERE county = \(county) AND campaign <> \(campaign)
        AND violation IN (SELECT own.violation FROM task_violation own WHERE own.campaign = \(campaign)) GROUP BY campaign
      """
    ) { (try $0.id(0, CampaignRecord.self), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  private static func tie(_ row: Row) throws -> Tie { Tie(leaf: try row.text(1), violation: try row.text(2)) }
}
