import Duties
package import Kit
import Offices
package import Storage
package import Web

/// Concealed clue (移出的线索): it is about an office or one of its people, and never reaches that office again. The name of the kind
/// only; see `ConcealedClue`.
package enum Concealed {}

extension RefKind { package static let concealed = RefKind("concealed") }

extension Permission {
  /// To receive complaints about offices and their people: the superior, the discipline inspection.
  package static let concealedAnswer = Permission("concealed.answer")
}

extension Deed {
  package static let concealClue = Deed("intake.conceal")
  package static let passConcealed = Deed("intake.pass-concealed")
  package static let answerConcealed = Deed("intake.answer-concealed")
}

struct ConcealedClue: Sendable {
  let clue: ID<Clue>
  let county: County
  /// The agency that it is about: nobody of it sees the clue.
  let agency: Int64
  let agencyName: String
  let receiver: Int64
  let receiverAgency: Int64
  let receiverName: String
  let ground: String
  let due: CivilDate
  let at: Instant
  let by: String

  var ref: Ref { Ref(.concealed, clue.value) }
}

struct Concealing: Sendable {
  /// `反映的是本单位或其人员`: which one.
  let agency: ID<Agency>
  let receiver: ID<Account>
  let ground: String
  let due: CivilDate
}

enum ConcealedDuty {
  /// Sealed: only its owner knows of it. `Content/duties/warnings.yaml`.
  static let answer = "concealed.answer"
}

extension Intake {
  /// Takes an open clue out of the reach of the agency that it is about, at once and for good: list, search, counts, figures, notices
  /// and files. Whoever receives it owns it and owes the answer to the citizen.
  ///
  /// Refuses a receiver of that agency, one who may not receive such clues, and a clue that lies elsewhere.
  func conceal(_ id: ID<Clue>, _ new: Concealing, _ tx: Transaction) throws {
    let clue = try openClue(id, tx)
    try refuseAway(clue, tx)
    guard let agency = try Offices.agencies(in: tx.county, tx).first(where: { $0.id == new.agency }) else {
      throw ConcealedRefusal.noAgency
    }
    let receiver = try receiver(new.receiver, notOf: new.agency.value, tx)
    guard new.due >= tx.today else { throw ReferralRefusal.dueInPast(tx.today) }
    if clue.state == .received { try accept(id, Acceptance(owner: clue.owner, task: .none), tx) }
    let concealed = ConcealedClue(
      clue: id, county: tx.county, agency: agency.id.value, agencyName: agency.name, receiver: receiver.id.value,
      receiverAgency: receiver.agency.value, receiverName: receiver.agencyName, ground: new.ground, due: new.due,
      at: tx.now, by: tx.actor.title)
    try ConcealedStore.insert(concealed, tx)
    for file in try Attachment.of(clue.ref, tx) { try file.share(with: concealed.ref, tx) }
    try HandlingStore.setTask(id, Counted(campaign: nil, task: nil, label: nil), tx)
    try Duties.settle(clue.ref, kind: ClueDuty.answer, outcome: "移出本单位", tx)
    try give(concealed, to: receiver, tx)
    try SearchIndex.put([clue.searchItem(of: concealed)], tx)
    tx.tell(clue.ref, "把线索\(clue.number)移出原承办单位")
  }

  /// To another body that may receive such clues: the discipline inspection, a higher level.
  func pass(_ id: ID<Clue>, to person: ID<Account>, _ tx: Transaction) throws {
    let (clue, concealed) = try waiting(id, tx)
    let receiver = try receiver(person, notOf: concealed.agency, tx)
    guard receiver.id.value != concealed.receiver else { throw GivingRefusal.same }
    try ConcealedStore.setReceiver(id, receiver, tx)
    try Duties.settle(concealed.ref, kind: ConcealedDuty.answer, outcome: "转给别的单位", tx)
    guard let passed = try ConcealedStore.find(id, tx) else { throw MissingRecord("条线索") }
    try give(passed, to: receiver, tx)
    try SearchIndex.put([clue.searchItem(of: passed)], tx)
    tx.tell(clue.ref, "把移出的线索\(clue.number)转给别的单位")
  }

  /// The answer that the citizen reads; the clue ends.
  func answer(concealed id: ID<Clue>, _ words: String, _ tx: Transaction) throws {
    let (clue, concealed) = try waiting(id, tx)
    try HandlingStore.end(clue, .answered, answer: words, tx)
    try Duties.settle(concealed.ref, kind: ConcealedDuty.answer, outcome: ClueState.answered.title, tx)
    tx.tell(clue.ref, "答复移出的线索\(clue.number)，线索办结", [Change("状态", clue.state.title, ClueState.answered.title)])
  }

  private func give(_ concealed: ConcealedClue, to receiver: Person, _ tx: Transaction) throws {
    try HandlingStore.setOwner(concealed.clue, receiver.id, tx)
    try HandlingStore.setDue(concealed.clue, concealed.due, provisional: false, tx)
    try owe(concealed, to: receiver, basis: "移出时确定的期限", tx)
  }

  func owe(_ concealed: ConcealedClue, to receiver: Person, basis: String, _ tx: Transaction) throws {
    // Sealed duties say nothing in their titles that a number of the agency's own would not.
    try Duties.owe(
      NewDuty(
        kind: ConcealedDuty.answer, title: "办理反映单位或其人员的线索", subject: concealed.ref, owner: receiver.id,
        due: concealed.due, basis: basis), tx)
  }

  private func receiver(_ id: ID<Account>, notOf agency: Int64, _ tx: Transaction) throws -> Person {
    let able = try ConcealedTargets.all(in: tx.county, notOf: agency, self, tx)
    guard let person = able.first(where: { $0.id == id }) else { throw ConcealedRefusal.notReceiving }
    return person
  }

  private func waiting(_ id: ID<Clue>, _ tx: Transaction) throws -> (ClueRecord, ConcealedClue) {
    guard let clue = try ClueStore.find(id, tx), let concealed = try ConcealedStore.find(id, tx) else {
      throw MissingRecord("条线索")
    }
    guard clue.state.isOpen else { throw IntakeRefusal.alreadyHandled(number: clue.number, state: clue.state.title) }
    return (clue, concealed)
  }

  /// For the deeds on the clue itself: what was taken out is handled by its receiver alone.
  func refuseConcealed(_ clue: ClueRecord, _ reader: Reader) throws {
    if try ConcealedStore.agency(of: clue.id, reader) != nil { throw ConcealedRefusal.concealed }
  }
}

enum ConcealedRefusal: Refusal, Equatable {
  case concealed, noAgency, notReceiving, noReceiver
  /// A citizen's report that nobody but the agency itself could receive.
  case nobodyAbove(outside: String)

  var code: String {
    switch self {
    case .concealed: "concealed.already"
    case .noAgency: "concealed.no-agency"
    case .notReceiving: "concealed.not-receiving"
    case .noReceiver: "concealed.no-receiver"
    case .nobodyAbove: "concealed.nobody-above"
    }
  }

  var sentence: String {
    switch self {
    case .concealed: "这条线索已经移出原承办单位。"
    case .noAgency: "选的单位不在本县的单位名单里。"
    case .notReceiving: "选的人不能接收，或者就在被反映的单位里。"
    case .noReceiver: "系统里没有上级或者纪检监察机关的账号可以接收。"
    case .nobodyAbove: "这份举报不能交给被反映的单位，本站又没有能接收它的上级机关，所以没有保存任何内容。"
    }
  }

  var field: String? {
    switch self {
    case .noAgency: "agency"
    case .notReceiving: "receiver"
    case .concealed, .noReceiver, .nobodyAbove: nil
    }
  }

  var next: String? {
    switch self {
    case .noReceiver: "请用公函直接送上级或者纪检监察机关，不要由本单位办理。"
    case .nobodyAbove(let outside): outside
    default: nil
    }
  }
  var status: RefusalStatus { self == .concealed ? .conflict : .invalid }
}

extension ClueRecord {
  /// Found by the receiving agency alone.
  func searchItem(of concealed: ConcealedClue) -> SearchItem {
    SearchItem(
      ref, county: county, permission: Permission.concealedAnswer.name, agency: concealed.receiverAgency,
      title: "\(number) \(summary)", detail: text.clipped(to: 400))
  }
}
