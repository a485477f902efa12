internal import Kit
internal import Storage
internal import Web

enum CampaignStore {
  private static let columns: SQL = """
    c.id, c.county, c.plan, c.title, c.starts, c.ends, c.released_at,
    (SELECT COUNT(*) FROM campaign_task t WHERE t.campaign = c.id),
    (SELECT e.at FROM campaign_end e WHERE e.campaign = c.id)
    """
  private static let taskColumns: SQL =
    "t.id, t.campaign, t.county, t.position, t.no, t.text, t.lead, t.cooperating, t.violations"

  static func insert(_ new: NewCampaign, _ id: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign (id, county, plan, title, folded, starts, ends, released_at, released_by)
      VALUES (\(id), \(tx.county), \(new.plan), \(new.title), \(PlanStore.foldedTitle(new.title)), \(new.starts),
        \(new.ends), \(tx.now), \(tx.actor.number))
      """)
    try insertPhases(new, id, tx)
    try insertTasks(new, id, tx)
    try tx.insert(
      into: "campaign_target (campaign, county, type, hundredths, subject)",
      rows: new.targets.map {
        [id.sqlValue, tx.county.sqlValue, .text($0.type), .int(hundredths($0.percent)), .text($0.subject)]
      })
  }

  private static func insertPhases(_ new: NewCampaign, _ id: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.insert(
      into: "campaign_phase (id, county, campaign, position, name, starts, ends, text)",
      rows: new.phases.enumerated().map { place, phase in
        [
          tx.world.newID(CampaignPhase.self).sqlValue, tx.county.sqlValue, id.sqlValue, .int(Int64(place + 1)),
          .text(phase.name), phase.starts.sqlValue, phase.ends.sqlValue, .text(phase.text),
        ]
      })
  }

  private static func insertTasks(_ new: NewCampaign, _ id: ID<CampaignRecord>, _ tx: Transaction) throws {
    let ids = new.tasks.map { _ in tx.world.newID(CampaignTask.self) }
    try tx.insert(
      into: "campaign_task (id, county, campaign, position, no, text, lead, cooperating, violations)",
      rows: zip(ids, new.tasks.map(\.fields)).enumerated().map { place, task in
        let (number, fields) = task
        return [
          number.sqlValue, tx.county.sqlValue, id.sqlValue, .int(Int64(place + 1)),
          .text(fields[.no]), .text(fields[.text]), .text(fields[.lead]), .text(fields[.cooperating]),
          .text(fields[.violations]),
        ]
      })
    for (task, item) in zip(ids, new.tasks) {
      try TieStore.carry(item: item.number, of: new.plan, to: task, of: id, tx)
    }
  }

  static func find(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> CampaignSummary? {
    try reader.first("SELECT \(sql: columns) FROM campaign c WHERE c.id = \(id)", summary)
  }

  /// Those of a county that were not ended, the newest first.
  static func running(in county: County, _ reader: Reader) throws -> [CampaignSummary] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM campaign c WHERE c.county = \(county)
        AND NOT EXISTS (SELECT 1 FROM campaign_end e WHERE e.campaign = c.id) ORDER BY c.released_at DESC, c.id DESC
      """, summary)
  }

  static func list(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws -> (Int64, [CampaignSummary]) {
    var matching = scope.filter(county: "c.county", agency: "0", owner: "0")
    if let words = listing.filter("words") {
      matching = matching + " AND c.folded LIKE \("%\(PlanStore.foldedTitle(words))%")"
    }
    let total = try reader.number("SELECT COUNT(*) FROM campaign c WHERE " + matching)
    let campaigns = try reader.query(
      "SELECT \(sql: columns) FROM campaign c WHERE " + matching + order(listing)
        + " LIMIT \(Listing.size) OFFSET \(listing.offset)", summary)
    return (total, campaigns)
  }

  /// Campaigns without an end stand last, in both directions.
  private static func order(_ listing: Listing) -> SQL {
    switch (listing.sort, listing.descending) {
    case ("ends", false): " ORDER BY COALESCE(c.ends, '9999-12-31'), c.id"
    case ("ends", true): " ORDER BY COALESCE(c.ends, '0000-00-00') DESC, c.id DESC"
    case (_, false): " ORDER BY c.released_at, c.id"
    case (_, true): " ORDER BY c.released_at DESC, c.id DESC"
    }
  }

  static func phases(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> [CampaignPhase] {
    try reader.query(
      "SELECT name, starts, ends, text FROM campaign_phase WHERE campaign = \(id) ORDER BY position"
    ) {
      CampaignPhase(name: try $0.text(0), starts: try $0.date(1), ends: try $0.date(2), text: try $0.text(3))
    }
  }

  static func tasks(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> [CampaignTaskRecord] {
    try reader.query(
      "SELECT \(sql: taskColumns) FROM campaign_task t WHERE t.campaign = \(id) ORDER BY t.position", task)
  }

  static func task(_ id: ID<CampaignTask>, _ reader: Reader) throws -> CampaignTaskRecord? {
    try reader.first("SELECT \(sql: taskColumns) FROM campaign_task t WHERE t.id = \(id)", task)
  }

  static func targets(_ id: ID<CampaignRecord>, _ reader: Reader) throws -> [CampaignTarget] {
    try reader.query("SELECT type, hundredths, subject FROM campaign_target WHERE campaign = \(id)") {
      CampaignTarget(type: try $0.text(0), percent: Double(try $0.int(1)) / 100, subject: try $0.text(2))
    }
  }

  static func choices(in county: County, on date: CivilDate, _ reader: Reader) throws -> [TaskChoice] {
    try reader.query(
      """
      SELECT t.id, t.campaign, c.title, t.no, t.position, t.text FROM campaign_task t
      JOIN campaign c ON c.id = t.campaign WHERE c.county = \(county)
      ORDER BY CASE WHEN COALESCE(c.starts, '0000') <= \(date) AND COALESCE(c.ends, '9999') >= \(date)
        THEN 0 ELSE 1 END, c.released_at DESC, c.id, t.position
      """, choice)
  }

  static func choice(_ id: ID<CampaignTask>, _ reader: Reader) throws -> TaskChoice? {
    try reader.first(
      """
      SELECT t.id, t.campaign, c.title, t.no, t.position, t.text FROM campaign_task t
      JOIN campaign c ON c.id = t.campaign WHERE t.id = \(id)
      """, choice)
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.title, place: Placement(county: $0.county)) }
  }

  static func taskFace(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try task(ID(number), reader).map {
      RecordFace(title: "任务 \($0.sign) \($0.text.clipped(to: 40))", place: Placement(county: $0.county))
    }
  }

  private static func choice(_ row: Row) throws -> TaskChoice {
    let no = try row.text(3)
    return TaskChoice(
      id: try row.id(0), campaign: try row.id(1), campaignTitle: try row.text(2),
      no: no.isEmpty ? "\(try row.int(4))" : no, text: try row.text(5))
  }

  private static func summary(_ row: Row) throws -> CampaignSummary {
    CampaignSummary(
      id: try row.id(0), county: try row.county(1), plan: try row.id(2), title: try row.text(3),
      starts: try row.maybeDate(4), ends: try row.maybeDate(5), releasedAt: try row.instant(6), tasks: try row.int(7),
      ended: try row.maybeInstant(8))
  }

  private static func task(_ row: Row) throws -> CampaignTaskRecord {
    CampaignTaskRecord(
      id: try row.id(0), campaign: try row.id(1), county: try row.county(2), position: try row.int(3),
      no: try row.text(4), text: try row.text(5), lead: try row.text(6), cooperating: try row.text(7),
      violations: try row.text(8))
  }

  /// Percentages are kept as whole numbers, so that both stores give back the same.
  static func hundredths(_ percent: Double) -> Int64 { Int64((percent * 100).rounded()) }
}
