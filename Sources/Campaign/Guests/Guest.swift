internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Guest (参会人): somebody who was invited to a meeting of a campaign, or a body without a name.
struct GuestRecord: Sendable {
  let id: ID<Guest>
  let county: County
  let meeting: ID<Meeting>
  let body: String
  /// Empty for a body that sends whom it chooses.
  let name: String
  let post: String
  let agency: Int64
  /// Nil for whoever does not work with the system.
  let account: ID<Account>?
  let arrivedAt: Instant?
  /// Who entered it.
  let arrivedBy: String?
  /// Whether he signed in himself (本人签到), or whoever stands in for him.
  let isOwn: Bool
  let excusedAt: Instant?
  let excusedBy: String?
  let reason: String?

  var ref: Ref { Ref(.guest, id) }
  /// `县公安局　温禾　治安大队副大队长`.
  var line: String { [body, name, post].filter { !$0.isEmpty }.joined(separator: "　") }

  var group: GuestGroup {
    if arrivedAt != nil { return .arrived }
    return excusedAt == nil ? .missing : .excused
  }
}

/// The groups of the list, by the name in its address.
enum GuestGroup: String, CaseIterable, Sendable {
  case arrived, excused, missing

  /// Who did not sign in is absent once the meeting is over.
  func title(isOver: Bool) -> String {
    switch self {
    case .arrived: "到会"
    case .excused: "请假"
    case .missing: isOver ? "缺席" : "还没有签到"
    }
  }
}

struct NewGuests: Sendable {
  /// Somebody without an account; the body alone where nobody is named.
  struct Other: Sendable, Hashable {
    let body: String
    let name: String
    let post: String

    /// `县公安局　温禾　治安大队副大队长`, parted by blanks or commas.
    init?(_ line: String) {
      let parts = line.split { $0.isWhitespace || ["，", ",", "、", "　"].contains($0) }.map { String($0) }
      guard let body = parts.first else { return nil }
      self.body = body.clipped(to: 60)
      name = (parts.count > 1 ? parts[1] : "").clipped(to: 40)
      post = parts.dropFirst(2).joined(separator: " ").clipped(to: 60)
    }
  }

  let accounts: [ID<Account>]
  let others: [Other]
}

/// Who is invited to a meeting and who came (邀请、签到). Names stay in the row; the ledger tells bodies and how many.
enum Guests {
  static let duty = "meeting.attend"

  /// Who can be invited with an account: people of the county who see their duties, else they would not learn of it.
  static func able(in county: County, roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try Offices.people(in: county, holding: .dutySee, roles: roles, reader)
  }

  /// Each of them is on the list; who has an account owes to come on the day, where it is still to come. Refuses nobody at all, people who
  /// cannot be invited, and who is on the list.
  static func invite(_ new: NewGuests, to id: ID<Meeting>, roles: RoleBook, _ tx: Transaction) throws {
    let meeting = try found(id, tx)
    try meeting.refuseCalledOff()
    guard !new.accounts.isEmpty || !new.others.isEmpty else { throw GuestRefusal.nobody }
    let able = try able(in: meeting.county, roles: roles, tx)
    var there = try GuestStore.all(of: id, tx)
    for account in new.accounts {
      guard let person = able.first(where: { $0.id == account }) else { throw GuestRefusal.notThere }
      guard !there.contains(where: { $0.account == account }) else { throw GuestRefusal.invited(person.name) }
      let guest = try GuestStore.insert(person, to: id, tx)
      there.append(guest)
      if meeting.isAhead(of: tx.today) { try owe(guest, meeting, tx) }
      tx.tell(guest.ref, "邀请\(guest.body)的人参加会议")
    }
    for other in new.others {
      guard !there.contains(where: { $0.account == nil && $0.body == other.body && $0.name == other.name }) else {
        throw GuestRefusal.invited(other.name.isEmpty ? other.body : other.name)
      }
      let guest = try GuestStore.insert(other, to: id, tx)
      there.append(guest)
      tx.tell(guest.ref, "邀请\(guest.body)的人参加会议")
    }
    try shareMaterial(of: meeting, with: there.suffix(new.accounts.count + new.others.count), tx)
    tx.tell(meeting.ref, "邀请 \(new.accounts.count + new.others.count) 人参加")
  }

  static func owe(_ guest: GuestRecord, _ meeting: MeetingRecord, _ tx: Transaction) throws {
    guard let account = guest.account else { return }
    try Duties.owe(
      NewDuty(
        kind: duty, title: "参加会议：\(meeting.title.clipped(to: 60))", subject: guest.ref, owner: account, due: meeting.on,
        basis: basis(meeting, tx), campaign: meeting.campaign.value), tx)
  }

  static func basis(_ meeting: MeetingRecord, _ tx: Transaction) -> String {
    "\(tx.actor.title)邀请，\(meeting.whenAndWhere.clipped(to: 100))"
  }

  /// On the day of the meeting by the guest himself, or who stands in for him; from then on by the office in his place. The row says who
  /// entered it.
  static func arrive(_ id: ID<Guest>, by viewer: Viewer, _ tx: Transaction) throws {
    let guest = try guest(id, tx)
    let meeting = try found(guest.meeting, tx)
    guard guest.isOf(viewer) || viewer.may(.campaignRelease) else { throw GuestRefusal.notYours }
    try meeting.refuseCalledOff()
    guard guest.arrivedAt == nil else { throw GuestRefusal.arrived }
    guard meeting.on == tx.today || viewer.may(.campaignRelease) else { throw GuestRefusal.otherDay(meeting.on) }
    guard meeting.on <= tx.today else { throw GuestRefusal.notYet(meeting.on) }
    let isOwn = guest.isOf(viewer) && meeting.on == tx.today
    try GuestStore.arrive(id, isOwn: isOwn, tx)
    try Duties.settle(guest.ref, kind: duty, outcome: "已签到", tx)
    tx.tell(guest.ref, isOwn ? "本人签到" : "登记到会（\(guest.body)）", [Change("状态", nil, "到会")])
    tx.tell(meeting.ref, isOwn ? "\(guest.body)的参会人签到" : "登记到会：\(guest.body)")
  }

  /// By the guest himself until the day, by the office at any time. Refuses who has signed in.
  static func excuse(_ id: ID<Guest>, because reason: String, by viewer: Viewer, _ tx: Transaction) throws {
    let guest = try guest(id, tx)
    let meeting = try found(guest.meeting, tx)
    guard guest.isOf(viewer) || viewer.may(.campaignRelease) else { throw GuestRefusal.notYours }
    try meeting.refuseCalledOff()
    guard guest.arrivedAt == nil else { throw GuestRefusal.arrived }
    if !viewer.may(.campaignRelease) {
      guard meeting.on >= tx.today else { throw GuestRefusal.otherDay(meeting.on) }
    }
    try GuestStore.excuse(id, reason, tx)
    try Duties.settle(guest.ref, kind: duty, outcome: "请假", tx)
    // Why somebody cannot come stays in the row.
    tx.tell(guest.ref, "登记请假（\(guest.body)）", [Change("状态", nil, "请假")])
  }

  /// What was entered was wrong: he is expected again. By the office. Refuses where nothing was entered.
  static func undo(_ id: ID<Guest>, _ tx: Transaction) throws {
    let guest = try guest(id, tx)
    guard guest.group != .missing else { throw GuestRefusal.notEntered }
    let meeting = try found(guest.meeting, tx)
    try meeting.refuseCalledOff()
    try GuestStore.undo(id, tx)
    if meeting.isAhead(of: tx.today) { try owe(guest, meeting, tx) }
    tx.tell(guest.ref, "撤销登记（\(guest.body)）", [Change("状态", guest.group.title(isOver: false), "没有登记")])
  }

  /// The meeting was held: nobody owes to come any more. Part of the deed that writes its minutes.
  static func close(_ meeting: MeetingRecord, _ tx: Transaction) throws {
    for guest in try GuestStore.all(of: meeting.id, tx) where guest.group == .missing {
      try Duties.settle(guest.ref, kind: duty, outcome: "会议已开，没有签到", tx)
    }
  }

  /// Material (会议材料): files that every guest may open with his invitation.
  static func addMaterial(
    _ files: [StagedFile], to id: ID<Meeting>, into attachments: Attachments, _ tx: Transaction
  ) throws {
    let meeting = try found(id, tx)
    guard !files.isEmpty else { throw GuestRefusal.noMaterial }
    let before = Set(try attachments.list(of: meeting.ref, tx).map(\.id))
    for file in files { try attachments.attach(file, to: meeting.ref, tx) }
    let guests = try GuestStore.all(of: id, tx).filter { $0.account != nil }
    for file in try attachments.list(of: meeting.ref, tx) where !before.contains(file.id) {
      for guest in guests { try file.share(with: guest.ref, tx) }
    }
    tx.tell(meeting.ref, "加会议材料 \(files.count) 份")
  }

  private static func shareMaterial(
    of meeting: MeetingRecord, with guests: some Sequence<GuestRecord>, _ tx: Transaction
  ) throws {
    let files = try Attachment.of(meeting.ref, tx)
    for guest in guests where guest.account != nil {
      for file in files { try file.share(with: guest.ref, tx) }
    }
  }

  /// Somebody leaves: another person is invited in his place. Who is on the list already comes for himself alone.
  static func handOver(_ roles: RoleBook) -> HandOver {
    HandOver("参加会议") { account, reader in
      try Duties.owed(by: account, kinds: [duty, Moving.duty], reader)
    } move: { record, _, to, tx in
      guard let person = try Offices.person(ID(to), tx), person.isActive else { throw MissingRecord("个账号") }
      guard roles.grants(of: person.roles)[.dutySee] != nil else { throw GivingRefusal.cannotOpen(person.label) }
      let guest = try guest(ID(record.number), tx)
      if try found(guest.meeting, tx).isCalledOff {
        try Duties.settle(record, kind: Moving.duty, outcome: "工作已交接", tx)
        return tx.tell(record, "工作已交接，会议已经取消")
      }
      if try GuestStore.all(of: guest.meeting, tx).contains(where: { $0.account == person.id }) {
        try GuestStore.excuse(guest.id, "工作已交接", tx)
        try Duties.settle(record, kind: duty, outcome: "工作已交接", tx)
        return tx.tell(record, "工作已交接，接手的人本来就参加")
      }
      try GuestStore.give(guest.id, to: person, tx)
      try Giving.move(record, duty, to: person, tx)
    }
  }

  static func guest(_ id: ID<Guest>, _ reader: Reader) throws -> GuestRecord {
    guard let guest = try GuestStore.find(id, reader) else { throw MissingRecord("位参会人") }
    return guest
  }

  static func found(_ id: ID<Meeting>, _ reader: Reader) throws -> MeetingRecord {
    guard let meeting = try MeetingStore.find(id, reader) else { throw MissingRecord("次会议") }
    return meeting
  }
}

extension GuestRecord {
  func isOf(_ viewer: Viewer) -> Bool { account.map { viewer.accounts.contains($0.value) } == true }
}
