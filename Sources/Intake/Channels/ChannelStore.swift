import Kit
import Storage
import Web

/// The SQL of entries and of the terms that an agency set.
enum ChannelStore {
  static func insert(_ clue: ID<Clue>, _ entry: ClueEntry, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_entry (clue, county, matter, order_number, outlet, address, sender, came)
      VALUES (\(clue), \(tx.county), \(entry.matter), \(entry.order), \(entry.outlet), \(entry.address), \(entry.sender),
        \(entry.came))
      """)
  }

  /// Nil for clues from before there were entries.
  static func entry(_ clue: ID<Clue>, _ reader: Reader) throws -> ClueEntry? {
    try reader.first(
      "SELECT matter, order_number, outlet, address, sender, came FROM clue_entry WHERE clue = \(clue)"
    ) { row in
      ClueEntry(
        matter: try row.text(0), order: try row.maybeText(1), outlet: try row.maybeText(2),
        address: try row.maybeText(3), sender: try row.maybeText(4),
        came: try row.maybeText(5).flatMap { CivilDate(iso: $0) })
    }
  }

  /// The clue that a hotline's order became.
  static func clue(order: String, in county: County, _ reader: Reader) throws -> (id: ID<Clue>, number: String)? {
    try reader.first(
      """
      SELECT c.id, c.number FROM clue_entry e JOIN clue c ON c.id = e.clue
      WHERE e.county = \(county) AND e.order_number = \(order)
      """
    ) { (id: try $0.id(0), number: try $0.text(1)) }
  }

  /// Without what the viewer may not know of.
  static func counts(in county: County, for viewer: Viewer, _ reader: Reader) throws -> [ClueChannel: Int64] {
    let rows = try reader.query(
      """
      SELECT c.channel, COUNT(*) FROM clue c WHERE c.county = \(county)\(sql: ConcealedStore.visible("c.id", to: viewer))
      GROUP BY c.channel
      """
    ) { (ClueChannel(rawValue: try $0.text(0)), try $0.int(1)) }
    return rows.reduce(into: [:]) { counts, row in
      if let channel = row.0 { counts[channel] = row.1 }
    }
  }
}

extension ChannelStore {
  static func terms(in county: County, _ reader: Reader) throws -> [ChannelTerm] {
    try reader.query(
      """
      SELECT channel, matter, step, days, basis FROM channel_term WHERE county = \(county)
      ORDER BY channel, matter, step
      """
    ) { row in
      try ClueChannel(rawValue: row.text(0)).flatMap { channel in
        try ClueStepTerm(rawValue: row.text(2)).map { step in
          let matter = try row.text(1)
          return ChannelTerm(
            channel: channel, matter: matter.isEmpty ? nil : matter, step: step, days: Int(try row.int(3)),
            basis: try row.text(4))
        }
      }
    }.compactMap { $0 }
  }

  /// What was set for the matter goes before what was set for the channel.
  static func term(
    _ step: ClueStepTerm, _ channel: ClueChannel, _ matter: String, in county: County, _ reader: Reader
  ) throws -> ChannelTerm? {
    try reader.first(
      """
      SELECT matter, days, basis FROM channel_term WHERE county = \(county) AND channel = \(channel.rawValue)
        AND step = \(step.rawValue) AND matter IN ('', \(matter)) ORDER BY matter DESC LIMIT 1
      """
    ) { row in
      let matter = try row.text(0)
      return ChannelTerm(
        channel: channel, matter: matter.isEmpty ? nil : matter, step: step, days: Int(try row.int(1)),
        basis: try row.text(2))
    }
  }

  static func set(
    _ channel: ClueChannel, _ matter: String?, _ step: ClueStepTerm, days: Int?, basis: String, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      DELETE FROM channel_term WHERE county = \(tx.county) AND channel = \(channel.rawValue)
        AND matter = \(matter ?? "") AND step = \(step.rawValue)
      """)
    guard let days else { return }
    try tx.execute(
      """
      INSERT INTO channel_term (county, channel, matter, step, days, basis)
      VALUES (\(tx.county), \(channel.rawValue), \(matter ?? ""), \(step.rawValue), \(days), \(basis))
      """)
  }
}
