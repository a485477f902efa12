internal import Kit
internal import Offices
internal import Storage

/// A version (版本) of a campaign after its first: which plan made it, who carried it out, what it changed.
struct CampaignVersion: Sendable {
  let number: Int64
  let plan: ID<Plan>
  let title: String
  let at: Instant
  let by: String
  let changes: [VersionChange]
}

enum VersionStore {
  static func attach(_ plan: ID<Plan>, to campaign: ID<CampaignRecord>?, _ tx: Transaction) throws {
    try tx.execute("UPDATE plan SET supplements = \(campaign) WHERE id = \(plan)")
    try tx.execute("DELETE FROM plan_amendment WHERE plan = \(plan)")
  }

  static func keep(_ amendments: [Amendment], of plan: ID<Plan>, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM plan_amendment WHERE plan = \(plan)")
    for one in amendments {
      try tx.execute(
        """
        INSERT INTO plan_amendment (plan, county, item, act, target, owner)
        VALUES (\(plan), \(tx.county), \(one.item), \(one.act.rawValue), \(one.target), \(one.owner))
        """)
    }
  }

  static func amendments(of plan: ID<Plan>, _ reader: Reader) throws -> [Amendment] {
    try reader.query("SELECT item, act, target, owner FROM plan_amendment WHERE plan = \(plan) ORDER BY item") { row in
      Amendment(
        item: try row.int(0), act: AmendmentAct(rawValue: try row.text(1)) ?? .skip, target: try row.maybeInt(2),
        owner: try row.maybeID(3))
    }
  }

  /// The first version is the release itself, so the first supplement makes the second.
  static func insert(
    _ changes: [VersionChange], of plan: PlanRecord, _ campaign: ID<CampaignRecord>, _ tx: Transaction
  ) throws -> Int64 {
    let number = try tx.number("SELECT COALESCE(MAX(number), 1) + 1 FROM campaign_version WHERE campaign = \(campaign)")
    try tx.execute(
      """
      INSERT INTO campaign_version (campaign, county, number, plan, title, at, actor, person)
      VALUES (\(campaign), \(tx.county), \(number), \(plan.id), \(plan.name), \(tx.now), \(tx.actor.title), \(tx.actor.number))
      """)
    for (place, change) in changes.enumerated() {
      try tx.execute(
        """
        INSERT INTO campaign_version_change (campaign, county, version, position, what, before_words, after_words, sentence)
        VALUES (\(campaign), \(tx.county), \(number), \(Int64(place + 1)), \(change.what), \(change.before), \(change.after),
          \(change.sentence))
        """)
    }
    return number
  }

  /// The oldest first.
  static func versions(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [CampaignVersion] {
    let changes = try reader.query(
      """
      SELECT version, what, before_words, after_words, sentence FROM campaign_version_change WHERE campaign = \(campaign)
      ORDER BY version, position
      """
    ) { row in
      (
        try row.int(0),
        VersionChange(
          what: try row.text(1), before: try row.maybeText(2), after: try row.text(3), sentence: try row.text(4))
      )
    }
    let byVersion = Dictionary(grouping: changes, by: \.0)
    return try reader.query(
      "SELECT number, plan, title, at, actor FROM campaign_version WHERE campaign = \(campaign) ORDER BY number"
    ) { row in
      let number = try row.int(0)
      return CampaignVersion(
        number: number, plan: try row.id(1), title: try row.text(2), at: try row.instant(3), by: try row.text(4),
        changes: (byVersion[number] ?? []).map(\.1))
    }
  }

  static func movePhase(
    _ position: Int64, of campaign: ID<CampaignRecord>, _ start: CivilDate, _ end: CivilDate, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE campaign_phase SET starts = \(start), ends = \(end) WHERE campaign = \(campaign) AND position = \(position)
      """)
  }

  static func addPhase(_ phase: CampaignPhase, to campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    let position = try tx.number(
      "SELECT COALESCE(MAX(position), 0) + 1 FROM campaign_phase WHERE campaign = \(campaign)")
    try tx.execute(
      """
      INSERT INTO campaign_phase (id, county, campaign, position, name, starts, ends, text)
      VALUES (\(tx.world.newID(CampaignPhase.self)), \(tx.county), \(campaign), \(position), \(phase.name), \(phase.starts),
        \(phase.ends), \(phase.text))
      """)
  }

  static func addTask(_ fields: ItemFields, to campaign: ID<CampaignRecord>, _ tx: Transaction) throws
    -> ID<CampaignTask>
  {
    let id = tx.world.newID(CampaignTask.self)
    let position = try tx.number(
      "SELECT COALESCE(MAX(position), 0) + 1 FROM campaign_task WHERE campaign = \(campaign)")
    try tx.execute(
      """
      INSERT INTO campaign_task (id, county, campaign, position, no, text, lead, cooperating, violations)
      VALUES (\(id), \(tx.county), \(campaign), \(position), \("补\(position)"),
        \(fields[.text]), \(fields[.lead]), \(fields[.cooperating]), \(fields[.violations]))
      """)
    return id
  }

  static func setTargets(_ targets: [CampaignTarget], of campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    for target in targets {
      let hundredths = CampaignStore.hundredths(target.percent)
      try tx.execute(
        """
        INSERT INTO campaign_target (campaign, county, type, hundredths, subject)
        VALUES (\(campaign), \(tx.county), \(target.type), \(hundredths), \(target.subject))
        ON CONFLICT (campaign, type) DO UPDATE SET hundredths = excluded.hundredths, subject = excluded.subject
        """)
    }
  }

  static func moveDeadline(_ id: ID<CampaignDeadline>, to due: CivilDate, _ basis: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_deadline SET due = \(due), basis = \(basis) WHERE id = \(id) AND met_at IS NULL")
  }

  /// The campaign's whole time, from its phases and deadlines, as the release counts it.
  static func recount(_ campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign SET starts = (SELECT MIN(starts) FROM campaign_phase WHERE campaign = \(campaign)),
        ends = (SELECT MAX(d) FROM (SELECT ends AS d FROM campaign_phase WHERE campaign = \(campaign)
          UNION ALL SELECT due AS d FROM campaign_deadline WHERE campaign = \(campaign)) AS days)
      WHERE id = \(campaign)
      """)
  }
}
