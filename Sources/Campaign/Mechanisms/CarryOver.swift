internal import Kit
internal import Offices
internal import Storage

/// Lines of a former campaign that this one could go on with (承接).
struct CarryGroup: Sendable {
  let campaign: ID<CampaignRecord>
  let title: String
  /// How many violations of the catalogue both campaigns look for: what says that they are of one field.
  let shared: Int64
  let items: [MechanismRecord]
}

/// A new campaign begins with what the last one of its field left: chosen lines go over with a link back, each once.
enum CarryOver {
  /// Campaigns of the same field first, those that look for most of the same violations before others; of one line that went through
  /// several campaigns only the newest.
  static func groups(into campaign: CampaignSummary, _ reader: Reader) throws -> [CarryGroup] {
    var seen: Set<ID<Mechanism>> = []
    let lines = try MechanismStore.carryable(into: campaign, reader).filter { seen.insert($0.origin).inserted }
    guard !lines.isEmpty else { return [] }
    let shared = try TieStore.shared(with: campaign.id, in: campaign.county, reader)
    var order: [ID<CampaignRecord>] = []
    for line in lines where !order.contains(line.campaign) { order.append(line.campaign) }
    let groups = order.map { id -> CarryGroup in
      let items = lines.filter { $0.campaign == id }
      return CarryGroup(campaign: id, title: items.first?.campaignTitle ?? "", shared: shared[id] ?? 0, items: items)
    }
    // Stable: campaigns with as many stand in their own order, the newest first.
    return groups.enumerated().sorted { ($1.element.shared, $0.offset) < ($0.element.shared, $1.offset) }.map(\.element)
  }

  /// Chosen lines begin anew here, drafted, with one owner and one date. Refuses none chosen, what was carried already or is not there
  /// to be carried, and what `Mechanisms.start` refuses.
  static func carry(
    _ items: [ID<Mechanism>], into campaign: CampaignSummary, owner: ID<Account>, due: CivilDate, roles: RoleBook,
    _ tx: Transaction
  ) throws {
    guard !items.isEmpty else { throw MechanismRefusal.nothingChosen }
    let there = try groups(into: campaign, tx).flatMap(\.items)
    for id in items {
      guard let former = there.first(where: { $0.id == id }) else { throw MechanismRefusal.carried }
      let new = NewMechanism(text: former.text, owner: owner, due: due)
      _ = try Mechanisms.start(new, from: former, in: campaign, roles: roles, tx)
      tx.tell(former.ref, "由“\(campaign.title.clipped(to: 60))”承接")
    }
  }

  /// Of the rule from which a line was carried, where that is in force: its document still stands.
  static func files(of line: MechanismRecord, _ reader: Reader) throws -> [Attachment] {
    guard let former = try former(of: line, reader), former.state == .inForce else { return [] }
    return try Attachment.of(former.ref, reader)
  }

  static func former(of line: MechanismRecord, _ reader: Reader) throws -> MechanismRecord? {
    try line.carriedFrom.flatMap { try MechanismStore.find($0, reader) }
  }
}
