import Duties
package import Kit
import Law
import Offices
import Packs
package import Storage
import Web

/// A report as it comes in, from a citizen or over the desk.
package struct NewClue: Sendable {
  let channel: ClueChannel
  let text: String
  let place: String
  let town: Int64
  let happened: String?
  let origin: String?
  let reporter: Reporter?

  /// `town` is a region's number, 0 for unknown; `origin` says for desk channels where it came from. Neither `text` nor
  /// `origin` should name the reporter: that is what `reporter` is for, nil for an anonymous report.
  package init(
    channel: ClueChannel, text: String, place: String, town: Int64 = 0, happened: String? = nil, origin: String? = nil,
    reporter: Reporter? = nil
  ) {
    self.channel = channel
    self.text = text
    self.place = place
    self.town = town
    self.happened = happened
    self.origin = origin
    self.reporter = reporter
  }

  /// What makes two sendings of a form the same report.
  func content(_ evidence: Evidence) -> [String] {
    [
      channel.rawValue, text, place, "\(town)", happened ?? "", origin ?? "", reporter?.name ?? "",
      reporter?.phone ?? "",
    ]
      + evidence.files.map(\.sha256)
  }
}

/// What became of a sent report.
package struct Receipt: Sendable {
  package let id: ID<Clue>
  package let number: String
  package let receivedAt: Instant
  /// The same form had arrived before; nothing was added.
  package let isRepeat: Bool
}

extension Intake {
  /// Takes a report in: number, owner, the duty to decide on acceptance, files, search.
  ///
  /// The owner is the first person of the county who may assign clues, else who works them, else who sees them. Refuses
  /// a county that has none of these. The same slip a second time changes nothing and answers the first receipt.
  package func receive(_ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction) throws -> Receipt {
    if let known = try ClueStore.find(onceHash: slip.onceHash, tx.county, tx) {
      return Receipt(id: known.id, number: known.number, receivedAt: known.receivedAt, isRepeat: true)
    }
    let taker = try taker(tx)
    let term = try law.due(.clueAcceptance, from: tx.today)
    let clue = made(new, try Offices.number(.clue, tx), taker, term.due, tx)
    try ClueStore.insert(clue, codeHash: slip.codeHash, onceHash: slip.onceHash, tx)
    if let sealed = slip.reporter { try ReporterStore.insert(clue.id, sealed: sealed, tx) }
    for file in evidence.files { try evidence.store.attach(file, to: clue.ref, tx) }
    try Duties.owe(
      NewDuty(
        kind: ClueDuty.accept, title: "决定是否受理线索\(clue.number)", subject: clue.ref, owner: taker.id,
        term: term, from: tx.today, basis: term.term.basis), tx)
    try SearchIndex.putNew([clue.searchItem(premises: nil)], tx)
    let verb = new.channel == .web || new.channel == .sentinel ? "提交" : "登记"
    tx.tell(
      clue.ref, "\(verb)线索\(clue.number)（\(new.channel.title)）",
      [
        Change("状态", nil, clue.state.title), Change("承办", nil, taker.label),
        Change("举报人", nil, slip.reporter == nil ? "匿名" : "实名，身份已封存"),
        Change("附件", nil, evidence.files.isEmpty ? nil : "\(evidence.files.count) 个"),
      ])
    return Receipt(id: clue.id, number: clue.number, receivedAt: clue.receivedAt, isRepeat: false)
  }

  private func taker(_ tx: Transaction) throws -> Person {
    for right in [Permission.clueAssign, .clueWork, .clueSee] {
      if let person = try Offices.people(in: tx.county, holding: right, roles: roles, tx).first { return person }
    }
    throw IntakeRefusal.countyClosed
  }

  private func made(_ new: NewClue, _ number: String, _ taker: Person, _ due: Due, _ tx: Transaction) -> ClueRecord {
    ClueRecord(
      id: tx.world.newID(), county: tx.county, number: number, channel: new.channel,
      text: new.text.replacing("\r\n", with: "\n"), place: new.place, state: .received, campaign: nil, task: nil,
      premises: nil, owner: taker.id, receivedAt: tx.now, town: new.town, happened: new.happened, origin: new.origin,
      acceptedAt: nil, endedAt: nil, answer: nil, due: due.date, dueIsProvisional: due.provisional)
  }
}

extension Series { static let clue = Series(sign: "举", digits: 4) }

/// Kinds of duty on a clue.
enum ClueDuty {
  static let accept = "clue.accept"
  static let answer = "clue.answer"
}

extension Term {
  /// `7个工作日，内部工作时限（可由本单位调整）`.
  var basis: String { "\(length)，\(provenance.source)" }
}

extension ClueRecord {
  /// The beginning of a long report is enough to find it by; each two characters cost a row of the index.
  func searchItem(premises: String?) -> SearchItem {
    SearchItem(
      ref, county: county, permission: Permission.clueSee.name, title: "\(number) \(summary)",
      detail: [premises, place, text.clipped(to: 400)].compactMap { $0 }.joined(separator: "，"))
  }
}
