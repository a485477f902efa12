internal import Kit
internal import Storage

enum SourceStore {
  static func insert(_ ref: Ref, of id: ID<Mechanism>, _ tx: Transaction) throws {
    let last = try tx.number("SELECT COALESCE(MAX(position), 0) FROM mechanism_source WHERE mechanism = \(id)")
    try tx.execute(
      """
      INSERT INTO mechanism_source (mechanism, county, position, kind, record)
      VALUES (\(id), \(tx.county), \(last + 1), \(ref.kind), \(ref.number))
      """)
  }

  static func remove(_ ref: Ref, of id: ID<Mechanism>, _ tx: Transaction) throws {
    try tx.execute(
      "DELETE FROM mechanism_source WHERE mechanism = \(id) AND kind = \(ref.kind) AND record = \(ref.number)")
  }

  static func all(of id: ID<Mechanism>, _ reader: Reader) throws -> [Ref] {
    try reader.query("SELECT kind, record FROM mechanism_source WHERE mechanism = \(id) ORDER BY position") {
      Ref(RefKind(try $0.text(0)), try $0.int(1))
    }
  }

  /// Of every line of a campaign, how many of each kind.
  static func kinds(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [ID<Mechanism>: [RefKind: Int64]] {
    var found: [ID<Mechanism>: [RefKind: Int64]] = [:]
    for (id, kind, count) in try reader.query(
      """
      SELECT s.mechanism, s.kind, COUNT(*) FROM mechanism_source s JOIN campaign_mechanism m ON m.id = s.mechanism
      WHERE m.campaign = \(campaign) GROUP BY s.mechanism, s.kind
      """, { (try $0.id(0, Mechanism.self), RefKind(try $0.text(1)), try $0.int(2)) })
    {
      found[id, default: [:]][kind] = count
    }
    return found
  }
}
