package import Kit
package import Law
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

/// The term of the law on which a duty rests, so that its date can be counted again.
package struct DutyTerm: Sendable, Hashable {
  /// Key of the packs: `case.decision`.
  package let key: String
  /// The day of the event, which is not counted.
  package let began: CivilDate
  /// The plain last day before it was moved to a working day: by it the agency itself is warned.
  package let countedTo: CivilDate
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
  /// Nil where a plan, a person or the owner's room set the date: such a date is never counted again here.
  package let term: DutyTerm?
  /// The plain last day before it was moved to a working day; nil: it was not.
  let countedTo: CivilDate?

  /// `kind` is stable and names the step (`clue.accept`); `title` is what the owner reads; `basis` is the sentence of
  /// the plan or the article that sets the date; `provisional` where the calendar of that year is not published.
  package init(
    kind: String, title: String, subject: Ref, owner: ID<Account>, due: CivilDate, provisional: Bool = false,
    countedTo: CivilDate? = nil, basis: String, campaign: Int64? = nil
  ) {
    self.kind = kind
    self.title = title
    self.subject = subject
    self.owner = owner
    self.due = due
    self.countedTo = countedTo
    self.basis = basis
    self.campaign = campaign
    self.provisional = provisional
    term = nil
  }

  /// A duty whose date the law counts from the day of an event. Only such a clock can be stopped, extended and counted
  /// again.
  package init(
    kind: String, title: String, subject: Ref, owner: ID<Account>, term: TermDue, from event: CivilDate, basis: String,
    campaign: Int64? = nil
  ) {
    self.kind = kind
    self.title = title
    self.subject = subject
    self.owner = owner
    self.basis = basis
    self.campaign = campaign
    (due, provisional) = (term.due.date, term.due.provisional)
    countedTo = term.due.countedTo
    self.term = DutyTerm(key: term.term.key, began: event, countedTo: term.due.countedTo)
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
  /// Of the owner when he got it.
  package let agency: Int64
  package let due: CivilDate
  /// By it the owner is warned: the plain last day of a term that was moved to a working day, else the date itself.
  package let countedTo: CivilDate
  package let provisional: Bool
  package let basis: String
  package let term: DutyTerm?
  /// The first day that does not count, while the clock stands (中止); `due` then means nothing.
  package let suspended: CivilDate?
  /// How often the term was extended.
  package let extended: Int

  /// Whether its date is past. A clock that stands is never late.
  package func isLate(on day: CivilDate) -> Bool { suspended == nil && due < day }

  /// Where it lies, for the right to look at it.
  package var place: Placement { Placement(county: county, agency: agency, owner: owner.value) }
}

extension Duties {
  /// Somebody owes something from now on. Part of the caller's deed, which tells the ledger.
  ///
  /// Where the same deed has settled a duty of this kind on the record, it is owed anew: another date, another owner. What
  /// that one was pressed with (督办) goes along, with its number, its words and the answer that is owed.
  ///
  /// Refuses an owner who does not exist or whose account was withdrawn: a duty without a person would be lost.
  package static func owe(_ new: NewDuty, _ tx: Transaction) throws {
    guard let owner = try Offices.person(new.owner, tx), owner.isActive else { throw DutyRefusal.noOwner }
    let id = tx.world.newID(Duty.self)
    try DutyStore.insert(new, id, owner, tx)
    try Demands.follow(new, id, owner, tx)
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

  /// Somebody else owes what one person owes on the record; what others owe on it stays with them.
  package static func handOver(_ subject: Ref, from: Int64, to owner: ID<Account>, _ tx: Transaction) throws {
    guard let person = try Offices.person(owner, tx), person.isActive else { throw DutyRefusal.noOwner }
    try DutyStore.handOver(subject, from: from, to: person, tx)
  }

  /// What is open counts under another campaign, or under none. Owner, date and history stay.
  package static func move(_ subject: Ref, kind: String, under campaign: Int64?, _ tx: Transaction) throws {
    try DutyStore.move(subject, kind: kind, under: campaign, tx)
  }

  package static func waiting(on subject: Ref, _ reader: Reader) throws -> [OpenDuty] {
    try DutyStore.open("duty.subject_kind = \(subject.kind) AND duty.subject = \(subject.number)", reader)
  }

  /// Of each record the name of whoever owes a kind on it, or owed it last: what is done keeps its name.
  package static func owners(
    _ kind: String, on record: RefKind, among numbers: [Int64], _ reader: Reader
  ) throws -> [Int64: String] {
    try DutyStore.owners(kind, on: record, among: numbers, reader)
  }

  /// Counties in which somebody owes something.
  package static func counties(_ reader: Reader) throws -> [County] { try ClockStore.counties(reader) }

  /// The records of a kind on which a date waits that was counted without the calendar of its year.
  package static func provisional(on kind: RefKind, in county: County, _ reader: Reader) throws -> [Int64] {
    try DutyStore.subjects(kind, "provisional = 1", in: county, reader)
  }

  /// The records of a kind on which somebody owes something of one of these kinds.
  package static func subjects(_ kind: RefKind, owing kinds: [String], in county: County, _ reader: Reader) throws
    -> [Int64]
  {
    try DutyStore.subjects(kind, SQL("kind IN \(sql: .list(kinds))"), in: county, reader)
  }

  package static func ofCampaign(_ campaign: Int64, _ reader: Reader) throws -> [OpenDuty] {
    try DutyStore.open("duty.campaign = \(campaign)", reader)
  }

  /// What one account owes of these kinds, for a room whose records carry nothing else that has an owner.
  package static func owed(by account: Int64, kinds: [String], _ reader: Reader) throws -> [Ref] {
    try DutyStore.open(SQL("duty.owner = \(account) AND duty.kind IN \(sql: .list(kinds))"), reader).map(\.subject)
  }

  /// How many wait for a person; the figure beside 待办.
  package static func count(_ viewer: Viewer, _ ladders: Ladders, _ reader: Reader) throws -> Int64 {
    try DutyStore.count(of: viewer, ladders.sealed, most: Standing.mostDuties + 1, reader)
  }

  /// How many wait for a person.
  package static func count(of owner: ID<Account>, _ reader: Reader) throws -> Int64 {
    try DutyStore.count("owner = \(owner)", reader)
  }

  func mine(_ viewer: Viewer, _ reader: Reader) throws -> [OpenDuty] {
    try DutyStore.open(
      SQL("duty.owner IN \(sql: .list(viewer.accounts))") + DutyStore.visible(to: viewer, ladders.sealed), reader)
  }

  /// Whether somebody may know that the duty is there, whose scope holds it.
  func mayKnow(_ duty: OpenDuty, _ viewer: Viewer) -> Bool {
    duty.owner.value == viewer.account || !ladders.ladder(for: duty.kind).isSealed
  }
}
