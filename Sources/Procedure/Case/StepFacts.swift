package import Kit

/// What the machine must know of a step besides date and persons. All may be absent; which step needs what is said by
/// the conditions of its definition (`Content/procedure/`).
package struct StepFacts: Sendable, Hashable {
  /// One of the step's `outcomes`: passed or returned, corrected or not, granted or refused …
  package var outcome: String?
  /// One of the step's `ways`: how a paper was served, why a period does not count, before whom a decision is contested.
  package var way: String?
  /// By when: the date of an order to correct, the day of the hearing, the end of a deferral.
  package var until: CivilDate?
  /// Of a hearing: the time as `09:30` and the place, as the notice tells them.
  package var time: String?
  package var place: String?
  /// Kinds of penalty, raw values of `PenaltyKind`.
  package var penalties: [String] = []
  package var fine: Money?
  package var gains: Money?
  /// Value of confiscated goods; nil: not known.
  package var goods: Money?
  /// What was paid.
  package var amount: Money?
  /// The notice tells of the right to a hearing; the party was told and heard on the spot.
  package var told: Bool?
  /// A left service has its witness or recording, an electronic one the party's signed consent.
  package var confirmed: Bool?
  /// 回避: who leaves the case, and who takes the place.
  package var replaced: Int64?
  package var successor: Int64?
  /// Members and clerk of a hearing, besides the presider.
  package var staff: [Int64] = []
  /// The provision that allows a seizure.
  package var basis: String?

  package init() {}
}

extension StepFacts: Codable {
  private enum Key: String, CodingKey {
    case outcome, way, until, time, place, penalties, fine, gains, goods, amount, told, confirmed, replaced, successor
    case staff, basis
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    func money(_ key: Key) throws -> Money? { try box.decodeIfPresent(Int64.self, forKey: key).map(Money.init(fen:)) }
    outcome = try box.decodeIfPresent(String.self, forKey: .outcome)
    way = try box.decodeIfPresent(String.self, forKey: .way)
    until = try Self.date(box)
    time = try box.decodeIfPresent(String.self, forKey: .time)
    place = try box.decodeIfPresent(String.self, forKey: .place)
    penalties = try box.decodeIfPresent([String].self, forKey: .penalties) ?? []
    (fine, gains, goods, amount) = (try money(.fine), try money(.gains), try money(.goods), try money(.amount))
    told = try box.decodeIfPresent(Bool.self, forKey: .told)
    confirmed = try box.decodeIfPresent(Bool.self, forKey: .confirmed)
    replaced = try box.decodeIfPresent(Int64.self, forKey: .replaced)
    successor = try box.decodeIfPresent(Int64.self, forKey: .successor)
    staff = try box.decodeIfPresent([Int64].self, forKey: .staff) ?? []
    basis = try box.decodeIfPresent(String.self, forKey: .basis)
  }

  /// Absent facts are left out; dates are ISO text, amounts fen.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encodeIfPresent(outcome, forKey: .outcome)
    try box.encodeIfPresent(way, forKey: .way)
    try box.encodeIfPresent(until?.iso, forKey: .until)
    try box.encodeIfPresent(time, forKey: .time)
    try box.encodeIfPresent(place, forKey: .place)
    if !penalties.isEmpty { try box.encode(penalties, forKey: .penalties) }
    for (key, amount) in [(Key.fine, fine), (.gains, gains), (.goods, goods), (.amount, amount)] {
      try box.encodeIfPresent(amount?.fen, forKey: key)
    }
    try box.encodeIfPresent(told, forKey: .told)
    try box.encodeIfPresent(confirmed, forKey: .confirmed)
    try box.encodeIfPresent(replaced, forKey: .replaced)
    try box.encodeIfPresent(successor, forKey: .successor)
    if !staff.isEmpty { try box.encode(staff, forKey: .staff) }
    try box.encodeIfPresent(basis, forKey: .basis)
  }

  private static func date(_ box: KeyedDecodingContainer<Key>) throws -> CivilDate? {
    guard let text = try box.decodeIfPresent(String.self, forKey: .until) else { return nil }
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorruptedError(forKey: .until, in: box, debugDescription: text)
    }
    return date
  }
}
