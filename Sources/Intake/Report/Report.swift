import Duties
package import Kit
import Law
package import Offices
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
  var entry: ClueEntry
  /// The agency of the county that it is about, or one of its people: it never reaches that agency.
  let about: ID<Agency>?

  /// `town` is a region's number, 0 for unknown; `origin` says for desk channels where it came from. Neither `text` nor
  /// `origin` should name the reporter: that is what `reporter` is for, nil for an anonymous report. `entry` says what it is
  /// about and which order, newspaper or office it came from.
  package init(
    channel: ClueChannel, text: String, place: String, town: Int64 = 0, happened: String? = nil, origin: String? = nil,
    reporter: Reporter? = nil, entry: ClueEntry = .plain, about: ID<Agency>? = nil
  ) {
    self.channel = channel
    self.text = text
    self.place = place
    self.town = town
    self.happened = happened
    self.origin = entry.origin(with: origin)
    self.reporter = reporter
    self.entry = entry
    self.about = about
  }

  /// What makes two sendings of a form the same report.
  func content(_ evidence: Evidence) -> [String] { words + others(evidence) }

  /// As far as a browser keeps it with a draft.
  var words: [String] {
    [channel.rawValue, text, place, "\(town)", happened ?? "", origin ?? "", about?.text ?? ""] + entry.content
  }

  func others(_ evidence: Evidence) -> [String] {
    [reporter?.name ?? "", reporter?.phone ?? ""] + evidence.files.map(\.sha256)
  }
}

/// What became of a sent report.
package struct Receipt: Sendable {
  package let id: ID<Clue>
  package let number: String
  package let receivedAt: Instant
  /// The same form had arrived before; nothing was added.
  package let isRepeat: Bool
  package let proof: ReceiptProof
}

extension Intake {
  /// Takes a report in: number, owner, the duty to decide on acceptance, files, search.
  ///
  /// The owner is the first person of the county who may assign clues, else who works them, else who sees them. Refuses
  /// a county that has none of these, a day of coming after today, and an order of the hotline that is a clue already.
  /// The same slip a second time changes nothing and answers the first receipt; a draft that was sent with other words is refused.
  /// What is about an agency goes to somebody above it, see `takeConcealed`.
  package func receive(_ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction) throws -> Receipt {
    try refuseSpent(slip, tx)
    if let known = try ClueStore.find(onceHash: slip.onceHash, tx.county, tx) {
      return receipt(of: known, isRepeat: true, try proof(of: known.ref, new, evidence, tx))
    }
    let clue = try taken(new, slip, evidence, tx)
    let proof = ReceiptProof(new, files: evidence.files.map(\.sha256))
    try acknowledge(clue.ref, proof, slip, tx)
    return receipt(of: clue, isRepeat: false, proof)
  }

  private func taken(_ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction) throws -> ClueRecord {
    guard let agency = new.about else {
      let clue = try take(new, slip.kept, files: evidence.files.count, tx)
      for file in evidence.files { try evidence.store.attach(file, to: clue.ref, tx) }
      return clue
    }
    let clue = try takeConcealed(new, about: agency, slip.kept, tx)
    for file in evidence.files { try evidence.store.attach(file, to: clue.ref, tx) }
    for file in try Attachment.of(clue.ref, tx) { try file.share(with: Ref(.concealed, clue.id.value), tx) }
    return clue
  }

  private func receipt(of clue: ClueRecord, isRepeat: Bool, _ proof: ReceiptProof) -> Receipt {
    Receipt(id: clue.id, number: clue.number, receivedAt: clue.receivedAt, isRepeat: isRepeat, proof: proof)
  }

  /// Makes a clue of it; `files` is how many come with it. The caller attaches them and has looked whether it is known.
  func take(_ new: NewClue, _ slip: KeptSlip, files: Int, _ tx: Transaction) throws -> ClueRecord {
    try refuseStrange(new.entry, tx)
    let taker = try taker(tx)
    let began = new.entry.came ?? tx.today
    let clock = try clock(.acceptance, new.channel, new.entry.matter, in: tx.county, from: began, tx)
    let clue = made(new, try Offices.number(.clue, tx), taker, clock.due, tx)
    try ClueStore.insert(clue, codeHash: slip.codeHash, onceHash: slip.onceHash, tx)
    try ChannelStore.insert(clue.id, new.entry, tx)
    if let sealed = slip.reporter { try ReporterStore.insert(clue.id, sealed: sealed, tx) }
    if let poster = new.entry.poster { try PosterStore.note(clue.id, from: poster, tx) }
    try Duties.owe(
      clock.duty(ClueDuty.accept, "决定是否受理线索\(clue.number)", clue.ref, taker.id, from: began), tx)
    try SearchIndex.putNew([clue.searchItem(premises: nil)], tx)
    let verb = new.channel == .web || new.channel == .sentinel ? "提交" : "登记"
    tx.tell(
      clue.ref, "\(verb)线索\(clue.number)（\(new.channel.title)）",
      [
        Change("状态", nil, clue.state.title), Change("承办", nil, taker.label),
        Change("举报人", nil, slip.reporter == nil ? "匿名" : "实名，身份已封存"),
        Change("附件", nil, files == 0 ? nil : "\(files) 个"),
      ])
    return clue
  }

  func taker(_ tx: Transaction) throws -> Person {
    for right in [Permission.clueAssign, .clueWork, .clueSee] {
      if let person = try Offices.people(in: tx.county, holding: right, roles: roles, tx).first { return person }
    }
    throw IntakeRefusal.countyClosed
  }

  private func refuseStrange(_ entry: ClueEntry, _ tx: Transaction) throws {
    guard channels.matter(entry.matter) != nil else { throw IntakeRefusal.unknownMatter }
    if let came = entry.came, came > tx.today { throw IntakeRefusal.cameLater }
    if let order = entry.order, let known = try ChannelStore.clue(order: order, in: tx.county, tx) {
      throw IntakeRefusal.orderKnown(order: order, number: known.number)
    }
  }

  func made(_ new: NewClue, _ number: String, _ taker: Person, _ due: Due, _ tx: Transaction) -> ClueRecord {
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
      detail: [premises, place, origin, text.clipped(to: 400)].compactMap { $0 }.joined(separator: "，"))
  }
}
