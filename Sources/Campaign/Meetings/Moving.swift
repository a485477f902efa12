internal import Duties
internal import Kit
internal import Storage
internal import Web

/// When and where a meeting is held instead, and why.
struct MovedMeeting: Sendable {
  let on: CivilDate
  let time: String
  let place: String
  let reason: String
}

/// A meeting that cannot be held as it was called: moved to another day, hour or place (改期), or called off (取消). By the office, until the
/// minutes are written or somebody has signed in.
enum Moving {
  /// Who was asked to come is to know that there is nothing to come to.
  static let duty = "meeting.called-off"

  /// Everybody on the list is expected at the new time, also who had excused himself: it may suit him now. Refuses a day that has
  /// passed, and where nothing would change.
  static func move(_ id: ID<Meeting>, to new: MovedMeeting, _ tx: Transaction) throws {
    let (old, guests) = try movable(id, tx)
    guard new.on >= tx.today else { throw MeetingRefusal.movedBack(today: tx.today) }
    guard new.on != old.on || new.time != old.time || new.place != old.place else { throw MeetingRefusal.sameTime }
    try MeetingStore.move(id, new, note: "原定 \(old.whenAndWhere)。\(new.reason)", tx)
    let meeting = try Guests.found(id, tx)
    for guest in guests { try expect(guest, at: meeting, tx) }
    // Why stays in the row.
    tx.tell(old.ref, "会议改期", [Change("时间和地点", old.whenAndWhere, meeting.whenAndWhere)])
  }

  private static func expect(_ guest: GuestRecord, at meeting: MeetingRecord, _ tx: Transaction) throws {
    if try Duties.waiting(on: guest.ref, tx).contains(where: { $0.kind == Guests.duty }) {
      let basis = Guests.basis(meeting, tx)
      try Duties.setDate(guest.ref, kind: Guests.duty, to: meeting.on, basis: basis, because: "会议改期", tx)
    } else {
      try GuestStore.undo(guest.id, tx)
      try Guests.owe(guest, meeting, tx)
    }
    tx.tell(guest.ref, "会议改期，请按新的时间参加")
  }

  /// Nobody is expected any more; who had not excused himself finds on his page of today that it is off.
  static func callOff(_ id: ID<Meeting>, because reason: String, _ tx: Transaction) throws {
    let (meeting, guests) = try movable(id, tx)
    try MeetingStore.callOff(id, note: reason, tx)
    for guest in guests where guest.group == .missing {
      try Duties.settle(guest.ref, kind: Guests.duty, outcome: "会议取消", tx)
      try tell(guest, meeting, tx)
    }
    tx.tell(meeting.ref, "取消会议", [Change("状态", "待开", "已取消")])
  }

  private static func tell(_ guest: GuestRecord, _ meeting: MeetingRecord, _ tx: Transaction) throws {
    guard let account = guest.account else { return }
    try Duties.owe(
      NewDuty(
        kind: duty, title: "会议取消，不用参加：\(meeting.title.clipped(to: 60))", subject: guest.ref, owner: account,
        due: max(meeting.on, tx.today), basis: "\(tx.actor.title)取消，原定 \(meeting.whenAndWhere.clipped(to: 100))",
        campaign: meeting.campaign.value), tx)
    tx.tell(guest.ref, "会议取消，告知\(guest.body)的参会人")
  }

  /// By whoever was to come, or stands in for him.
  static func know(_ id: ID<Guest>, by viewer: Viewer, _ tx: Transaction) throws {
    let guest = try Guests.guest(id, tx)
    guard guest.isOf(viewer) else { throw GuestRefusal.notYours }
    guard try isToldOf(guest, tx) else { throw GuestRefusal.known }
    try Duties.settle(guest.ref, kind: duty, outcome: "知道了", tx)
    tx.tell(guest.ref, "知悉会议取消")
  }

  /// Whether he has not yet said that he knows.
  static func isToldOf(_ guest: GuestRecord, _ reader: Reader) throws -> Bool {
    try Duties.waiting(on: guest.ref, reader).contains { $0.kind == duty }
  }

  private static func movable(_ id: ID<Meeting>, _ tx: Transaction) throws -> (MeetingRecord, [GuestRecord]) {
    let meeting = try Guests.found(id, tx)
    try meeting.refuseCalledOff()
    guard !meeting.isHeld else { throw MeetingRefusal.held }
    guard try ClosingStore.end(of: meeting.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    let guests = try GuestStore.all(of: id, tx)
    guard !guests.contains(where: { $0.group == .arrived }) else { throw MeetingRefusal.begun }
    return (meeting, guests)
  }
}

extension MeetingRecord {
  var isCalledOff: Bool { calledOffAt != nil }
  /// Whether it can still be moved or called off, as far as the meeting itself tells.
  var isMovable: Bool { !isHeld && !isCalledOff }

  func refuseCalledOff() throws {
    if isCalledOff { throw MeetingRefusal.calledOff }
  }
}
