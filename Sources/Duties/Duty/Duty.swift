package import Kit
package import Offices
package import Storage
package import Web

/// Duty (职责): something that one named person owes by a date. The name of the kind only; see `OpenDuty`.
package enum Duty {}

extension RefKind { package static let duty = RefKind("duty") }
extension Permission {
  package static let dutySee = Permission("duty.see")
  package static let todaySee = Permission("today.see")
}

/// A duty that begins.
package struct NewDuty: Sendable {
  package let kind: String
  package let title: String
  package let subject: Ref
  package let owner: ID<Account>
  package let due: CivilDate
  package let provisional: Bool
  package let basis: String
  package let campaign: Int64?

  /// `kind` is stable and names the step (`clue.accept`); `title` is what the owner reads; `basis` is the sentence of
  /// the plan or the article that sets the date; `provisional` where the calendar of that year is not published.
  package init(
    kind: String, title: String, subject: Ref, owner: ID<Account>, due: CivilDate, provisional: Bool = false,
    basis: String, campaign: Int64? = nil
  ) {
    self.kind = kind
    self.title = title
    self.subject = subject
    self.owner = owner
    self.due = due
    self.provisional = provisional
    self.basis = basis
    self.campaign = campaign
  }
}

/// A duty that waits.
package struct OpenDuty: Sendable {
  package let id: ID<Duty>
  package let county: County
  package let kind: String
  package let title: String
  package let subject: Ref
  package let owner: ID<Account>
  package let ownerName: String
  package let due: CivilDate
  package let provisional: Bool
  package let basis: String
}

extension Duties {
  /// Somebody owes something from now on. Part of the caller's deed, which tells the ledger.
  ///
  /// Refuses an owner who does not exist or whose account was withdrawn: a duty without a person would be lost.
  package static func owe(_ new: NewDuty, _ tx: Transaction) throws {
    guard let owner = try Offices.person(new.owner, tx), owner.isActive else { throw DutyRefusal.noOwner }
    try DutyStore.insert(new, owner, tx)
  }

  /// What was owed is done: ends every open duty of that kind on the record. None open is not an error.
  package static func settle(_ subject: Ref, kind: String, outcome: String, _ tx: Transaction) throws {
    try DutyStore.settle(subject, kind: kind, outcome: outcome, tx)
  }

  /// Ends this one duty, where several of its kind may run on a record.
  package static func settle(_ duty: OpenDuty, outcome: String, _ tx: Transaction) throws {
    try DutyStore.settle(duty.id, outcome: outcome, tx)
  }

  /// Somebody else owes it; `kind` nil hands over everything open on the record.
  package static func handOver(_ subject: Ref, kind: String?, to owner: ID<Account>, _ tx: Transaction) throws {
    guard let person = try Offices.person(owner, tx), person.isActive else { throw DutyRefusal.noOwner }
    try DutyStore.handOver(subject, kind: kind, to: person, tx)
  }

  package static func waiting(on subject: Ref, _ reader: Reader) throws -> [OpenDuty] {
    try DutyStore.open("duty.subject_kind = \(subject.kind) AND duty.subject = \(subject.number)", reader)
  }

  package static func ofCampaign(_ campaign: Int64, _ reader: Reader) throws -> [OpenDuty] {
    try DutyStore.open("duty.campaign = \(campaign)", reader)
  }

  /// How many wait for a person; the figure beside 待办.
  package static func count(_ viewer: Viewer, _ reader: Reader) throws -> Int64 {
    try DutyStore.count(owners: viewer.accounts, most: Standing.mostDuties + 1, reader)
  }

  static func mine(_ viewer: Viewer, _ reader: Reader) throws -> [OpenDuty] {
    try DutyStore.open("duty.owner IN \(sql: .list(viewer.accounts))", reader)
  }
}

/// What duties refuse.
package enum DutyRefusal: Refusal {
  case noOwner

  package var code: String { "duties.no-owner" }
  package var sentence: String { "这件事要有一位在岗的责任人，选中的账号不存在或已停用。" }
  package var next: String? { "换一位责任人。" }
  package var field: String? { "owner" }
}
