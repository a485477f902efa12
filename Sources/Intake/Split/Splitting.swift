import Duties
import Kit
import Offices
package import Storage
import Web

extension Deed { package static let splitClue = Deed("intake.split") }

/// What is taken out of a writing to be handled on its own (拆分): a complaint beside a report, one thing beside another.
struct Splitting: Sendable {
  /// Words of the writing itself, whole lines or pieces of them.
  let words: String
  /// Key of `Content/matters/`.
  let matter: String
  let owner: ID<Account>

  init(words: String, matter: String, owner: ID<Account>) {
    self.words = words.trimmed
    self.matter = matter
    self.owner = owner
  }
}

/// Which records one writing became.
struct SplitPart: Sendable {
  let clue: ClueRecord
  /// The one that arrived; the others were taken out of it.
  let isOrigin: Bool
}

extension Intake {
  /// Takes a part of a writing out into a clue of its own (投诉和举报分开办理): with number, owner, the duty to decide on acceptance, files and,
  /// where the reporter gave a name, the identity sealed anew without being shown. The writing itself stays as it arrived.
  ///
  /// Its clock runs from the day on which the writing arrived; it came in at this moment and is counted as taken out. The reporter reads both
  /// with one code. It is undone by merging the part back.
  ///
  /// Refuses words that are not the writer's, the same words twice, a part of another writing, a clue that is not open, is about an office or
  /// lies elsewhere.
  func split(_ id: ID<Clue>, _ new: Splitting, _ tx: Transaction) throws -> ID<Clue> {
    let origin = try openClue(id, tx)
    try refuseAway(origin, tx)
    if try SplitStore.origin(of: id, tx) != nil { throw SplitRefusal.partItself }
    guard channels.matter(new.matter) != nil else { throw IntakeRefusal.unknownMatter }
    guard Self.isQuoted(new.words, from: origin.text) else { throw SplitRefusal.otherWords }
    if let known = try SplitStore.parts(of: id, tx).first(where: { $0.text == new.words }) {
      throw SplitRefusal.alreadyOut(number: known.number)
    }
    let part = try part(new, of: origin, tx)
    tx.tell(
      part.ref, "从线索\(origin.number)拆分出线索\(part.number)",
      [Change("状态", nil, part.state.title), Change("承办", nil, try Offices.person(part.owner, tx)?.label)])
    tx.tell(origin.ref, "把线索\(origin.number)里的一部分拆分出来，另立线索\(part.number)")
    return part.id
  }

  /// Every line stands in the text, letter by letter.
  static func isQuoted(_ words: String, from text: String) -> Bool {
    let lines = words.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    return !lines.isEmpty && lines.allSatisfy { text.contains($0) }
  }

  private func part(_ new: Splitting, of origin: ClueRecord, _ tx: Transaction) throws -> ClueRecord {
    let owner = try officer(new.owner, tx)
    var entry = ClueEntry.plain
    entry.matter = new.matter
    let began = try ChannelStore.entry(origin.id, tx)?.came ?? origin.receivedAt.date
    entry.came = began
    let clock = try clock(.acceptance, origin.channel, new.matter, in: tx.county, from: began, tx)
    let words = NewClue(
      channel: origin.channel, text: new.words, place: origin.place, town: origin.town, happened: origin.happened,
      origin: origin.origin, entry: entry)
    let part = made(words, try Offices.number(.clue, tx), owner, clock.due, tx)
    // No code of its own: no hash of a code looks like this.
    let own = "split:\(part.id)"
    try ClueStore.insert(part, codeHash: own, onceHash: own, tx)
    try ChannelStore.insert(part.id, entry, tx)
    try SplitStore.insert(part.id, of: origin.id, tx)
    try sealAgain(origin.id, for: part.id, own, tx)
    for file in try Attachment.of(origin.ref, tx) { try file.share(with: part.ref, tx) }
    if let premises = origin.premises { try HandlingStore.setPremises(part.id, premises, tx) }
    try Duties.owe(
      clock.duty(ClueDuty.accept, "决定是否受理线索\(part.number)", part.ref, owner.id, from: began), tx)
    try SearchIndex.putNew([part.searchItem(premises: nil)], tx)
    return part
  }

  /// A sealed identity is bound to its clue, so the part gets a seal of its own.
  private func sealAgain(_ origin: ID<Clue>, for part: ID<Clue>, _ onceHash: String, _ tx: Transaction) throws {
    guard let kept = try ReporterStore.find(origin, tx) else { return }
    let keys = try tx.keys()
    guard let reporter = try Reporter.open(kept.sealed, onceHash: kept.onceHash, keys) else {
      throw IntakeRefusal.sealBroken(number: kept.number)
    }
    try ReporterStore.insert(part, sealed: try reporter.sealed(onceHash: onceHash, keys, tx.world), tx)
  }
}
