internal import Duties
internal import Kit
internal import Storage
internal import Web

/// The end of a phase (阶段收尾), or of the whole campaign.
struct PhaseEnd: Sendable {
  let position: Int64
  let at: Instant
  let by: String
  /// Obligations that were open.
  let open: Int64
  /// Why it was ended over them; nil where nothing was open.
  let reason: String?
}

struct CampaignEnd: Sendable {
  let at: Instant
  let by: String
  let open: Int64
  let reason: String?
  /// What was done about those who are accountable (追责), and what rules came of it (机制): two of the four in place (四到位).
  let accountability: String
  let mechanism: String
}

/// What a campaign's end is asked for: its phases, what is open in each, and what the rooms above still work on.
struct ClosingModel: Sendable {
  let campaign: CampaignSummary
  let phases: [CampaignPhase]
  let ends: [PhaseEnd]
  let end: CampaignEnd?
  let duties: [OpenDuty]
  let work: [OpenWork]
  let short: [Coverage]
  /// Supervision visits that took place; one at the least is asked for.
  let supervised: Int64
  /// Answers to findings that nobody has taken or returned.
  let unjudged: Int64
  /// The list of long-term mechanisms: what is drafted is not in place.
  let mechanisms: [MechanismRecord]
  /// Matters that are watched and were not taken off.
  let placards: Int64

  /// The phase that is to be ended next; nil where all are.
  var current: (position: Int64, phase: CampaignPhase)? {
    phases.enumerated().map { (position: Int64($0.offset + 1), phase: $0.element) }
      .first { place in !ends.contains { $0.position == place.position } }
  }

  /// Due by the end of the phase.
  func open(in phase: CampaignPhase) -> [OpenDuty] { duties.filter { $0.due <= phase.ends } }

  /// Without those on records that the rooms above count, and without the rules that are drafted and what is watched, which are
  /// counted as such.
  var otherDuties: [OpenDuty] {
    let counted = Set(work.map(\.kind) + [.mechanism, .placard])
    return duties.filter { !counted.contains($0.subject.kind) }
  }

  /// Rules that are drafted still: 机制 is one of the four in place.
  var drafted: Int64 { Int64(mechanisms.count { $0.state == .drafting }) }

  /// Rules that are in force, for the words that a campaign ends with.
  var inForce: String {
    mechanisms.filter { $0.state == .inForce }
      .map { "\($0.text.name)（\($0.document ?? "")，\($0.forceDate?.iso ?? "")起施行）" }.joined(separator: "\n")
  }

  /// Visits that are still asked for.
  var visitsShort: Int64 { supervised == 0 ? 1 : 0 }

  /// Everything that stands between the campaign and its end.
  var remaining: Int64 {
    Int64(otherDuties.count + short.count) + work.reduce(0) { $0 + $1.count } + unjudged + visitsShort + drafted
      + placards
  }
}

/// Phases are ended one after the other, by a named person; over open obligations only with a reason, which the ledger keeps.
enum Closing {
  static func endPhase(_ position: Int64, of model: ClosingModel, reason: String?, _ tx: Transaction) throws {
    guard model.end == nil else { throw ClosingRefusal.campaignEnded }
    guard let current = model.current, current.position == position else { throw ClosingRefusal.notThisPhase }
    guard current.phase.starts <= tx.today else { throw ClosingRefusal.notBegun(current.phase.name) }
    let open = Int64(model.open(in: current.phase).count)
    let why = try needed(reason, open: open)
    try ClosingStore.insert(
      PhaseEnd(position: position, at: tx.now, by: tx.actor.title, open: open, reason: why), of: model.campaign.id, tx)
    tx.tell(model.campaign.ref, "阶段“\(current.phase.name)”收尾\(left(open))")
  }

  static func end(
    _ model: ClosingModel, accountability: String, mechanism: String, reason: String?, _ tx: Transaction
  ) throws {
    guard model.end == nil else { throw ClosingRefusal.campaignEnded }
    if let current = model.current { throw ClosingRefusal.phaseOpen(current.phase.name) }
    let open = model.remaining
    let why = try needed(reason, open: open)
    try ClosingStore.insert(
      CampaignEnd(
        at: tx.now, by: tx.actor.title, open: open, reason: why, accountability: accountability, mechanism: mechanism),
      of: model.campaign.id, tx)
    tx.tell(model.campaign.ref, "专项行动结束\(left(open))")
  }

  /// No reason is kept where none is needed.
  private static func needed(_ reason: String?, open: Int64) throws -> String? {
    guard open > 0 else { return nil }
    guard let reason else { throw ClosingRefusal.stillOpen(open) }
    return reason
  }

  private static func left(_ open: Int64) -> String { open > 0 ? "，还有 \(open) 项没有办结" : "" }
}
