internal import Duties
internal import Kit
internal import Offices
internal import Papers
internal import Storage
internal import Web

struct MeetingRecord: Sendable {
  let id: ID<Meeting>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  /// Key of `MeetingKinds`.
  let kind: String
  let title: String
  let on: CivilDate
  /// As it was written: `9:00`, `上午`; may be empty.
  let time: String
  let place: String
  let chair: String
  let agenda: String
  /// Who was there, a line each; empty until it was held.
  let attendance: String
  let minutes: String
  let calledOffAt: Instant?
  /// When and where it was first to be and why it was moved, or why it was called off; empty where neither.
  let note: String

  var ref: Ref { Ref(.meeting, id) }
  var isHeld: Bool { !minutes.isEmpty }
  /// `2026年11月24日 9:00　县政府三楼`.
  var whenAndWhere: String { "\(on.onPaper)\(time.isEmpty ? "" : " \(time)")　\(place)" }
  /// Whether it is still to come on a day, or on it and not yet written up.
  func isAhead(of day: CivilDate) -> Bool { on >= day && isMovable }
  /// Held, or its day has passed; who has not signed in was absent. Never of one that was called off.
  func isOver(on day: CivilDate) -> Bool { !isAhead(of: day) && !isCalledOff }
}

struct NewMeeting: Sendable {
  let kind: String
  let title: String
  let on: CivilDate
  let time: String
  let place: String
  let chair: String
  let agenda: String
}

struct ResolutionRecord: Sendable {
  let id: ID<Resolution>
  let county: County
  let meeting: ID<Meeting>
  let meetingTitle: String
  let position: Int64
  let text: String
  let due: CivilDate
  let doneAt: Instant?
  let outcome: String?

  var ref: Ref { Ref(.resolution, id) }
}

struct NewResolution: Sendable {
  let text: String
  let owner: ID<Account>
  let due: CivilDate
}

enum Meetings {
  static let duty = "meeting.resolution"

  static func convene(_ new: NewMeeting, of campaign: CampaignSummary, _ tx: Transaction) throws -> ID<Meeting> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    let id: ID<Meeting> = tx.world.newID()
    try MeetingStore.insert(new, id, of: campaign.id, tx)
    tx.tell(Ref(.meeting, id), "召集会议：\(new.on.iso)　\(new.title.clipped(to: 60))")
    tx.tell(campaign.ref, "召集会议：\(new.title.clipped(to: 60))")
    return id
  }

  /// Attendance and minutes may be mended; the ledger keeps that they were. Refuses a meeting that has not taken place, or was
  /// called off.
  static func record(_ id: ID<Meeting>, attendance: String, minutes: String, _ tx: Transaction) throws {
    let meeting = try Guests.found(id, tx)
    try meeting.refuseCalledOff()
    guard meeting.on <= tx.today else { throw MeetingRefusal.notYet(meeting.on) }
    try MeetingStore.record(id, attendance: attendance, minutes: minutes, tx)
    try Guests.close(meeting, tx)
    // Who was there stays in the row.
    tx.tell(meeting.ref, meeting.isHeld ? "修改会议纪要" : "写会议纪要")
  }

  /// What the meeting decides becomes a duty of one person. Refuses before the meeting and where it was called off, dates before today, and owners who may not
  /// see campaigns or are not of the county; and once the campaign has ended.
  static func resolve(_ id: ID<Meeting>, _ new: NewResolution, roles: RoleBook, _ tx: Transaction) throws {
    let meeting = try Guests.found(id, tx)
    try meeting.refuseCalledOff()
    guard meeting.on <= tx.today else { throw MeetingRefusal.notYet(meeting.on) }
    guard new.due >= tx.today else { throw MeetingRefusal.past(today: tx.today) }
    guard try ClosingStore.end(of: meeting.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    let people = try Offices.people(in: tx.county, holding: .campaignSee, roles: roles, tx)
    guard let owner = people.first(where: { $0.id == new.owner }) else { throw MeetingRefusal.noOwner }
    let number: ID<Resolution> = tx.world.newID()
    let position = try MeetingStore.insert(new, number, of: meeting, tx)
    try Duties.owe(
      NewDuty(
        kind: duty, title: "会议决议：\(new.text.clipped(to: 60))", subject: Ref(.resolution, number), owner: owner.id,
        due: new.due, basis: "\(meeting.title)（\(meeting.on.iso)）第 \(position) 项决议", campaign: meeting.campaign.value),
      tx)
    tx.tell(meeting.ref, "第 \(position) 项决议：\(new.text.clipped(to: 60))，交\(owner.label)，\(new.due.iso) 以前")
  }

  /// Another person owes it, on the office's word; the date stays. Refuses what was carried out, and what `Giving.handOn` refuses.
  static func reassign(_ id: ID<Resolution>, to owner: ID<Account>, roles: RoleBook, _ tx: Transaction) throws {
    guard let resolution = try MeetingStore.resolution(id, tx) else { throw MissingRecord("项决议") }
    let able = try Reassigning.able(in: tx.county, roles: roles, tx)
    try Giving.handOn(resolution.ref, kind: duty, to: owner, among: able, tx)
    tx.tell(Ref(.meeting, resolution.meeting), "第 \(resolution.position) 项决议改派")
  }

  /// By its owner, or by the campaign's office in his place.
  static func carryOut(
    _ id: ID<Resolution>, outcome: String, by viewer: Viewer, _ tx: Transaction
  ) throws {
    guard let resolution = try MeetingStore.resolution(id, tx) else { throw MissingRecord("项决议") }
    guard resolution.doneAt == nil else { throw MeetingRefusal.done }
    let owners = try Duties.waiting(on: resolution.ref, tx).map(\.owner.value)
    guard viewer.may(.campaignRelease) || viewer.accounts.contains(where: owners.contains) else {
      throw MeetingRefusal.notYours
    }
    try MeetingStore.carryOut(id, outcome, tx)
    try Duties.settle(resolution.ref, kind: duty, outcome: outcome, tx)
    tx.tell(resolution.ref, "决议办结", [Change("状态", "待办", "已办结")])
    tx.tell(Ref(.meeting, resolution.meeting), "第 \(resolution.position) 项决议办结")
  }
}
