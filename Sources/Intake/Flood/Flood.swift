import Duties
package import Kit
import Offices
package import Storage
import Web

/// A report beyond the budget (超量举报). The name of the kind only; see `FloodReport`.
package enum Flood {}

extension RefKind { package static let floodReport = RefKind("flood-report") }
extension Deed {
  package static let holdReport = Deed("intake.hold")
  package static let releaseReports = Deed("intake.release")
  package static let discardReports = Deed("intake.discard")
}

/// Where a held report stands.
enum FloodState: String, CaseIterable, Sendable {
  case waiting, released, discarded
}

/// A report that waits to be looked through: taken, with a code, but no clue and owed by nobody.
struct FloodReport: Sendable {
  let id: ID<Flood>
  let county: County
  let receivedAt: Instant
  let slip: KeptSlip
  let new: NewClue
  let state: FloodState
  /// Why it was not taken up; what its reporter reads.
  let answer: String?

  var ref: Ref { Ref(.floodReport, id) }
}

/// Held reports of the same words.
struct FloodGroup: Sendable {
  let fingerprint: String
  let count: Int64
  let text: String
  let place: String
  let first: Instant
  let last: Instant
}

extension Intake {
  /// So many become clues in one deed; a deed must stay short.
  static let mostReleased = 100

  /// Keeps a report beyond the budget, with its files and its sealed reporter. It becomes a clue when somebody releases it.
  ///
  /// The same slip a second time changes nothing. Refuses a county where nobody could ever take it.
  func hold(_ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction) throws -> (
    at: Instant, isRepeat: Bool, proof: ReceiptProof
  ) {
    try refuseSpent(slip, tx)
    if let known = try held(new, slip, evidence, in: tx.county, tx) { return known }
    if let known = try ClueStore.find(onceHash: slip.onceHash, tx.county, tx) {
      return (known.receivedAt, true, try proof(of: known.ref, new, evidence, tx))
    }
    _ = try taker(tx)
    let report = FloodReport(
      id: tx.world.newID(), county: tx.county, receivedAt: tx.now, slip: slip.kept, new: new, state: .waiting,
      answer: nil)
    try FloodStore.insert(report, fingerprint: Self.fingerprint(new.text), tx)
    for file in evidence.files { try evidence.store.attach(file, to: report.ref, tx) }
    tx.tell(report.ref, "收下一份超过限量的举报，等候核对")
    let proof = ReceiptProof(new, files: evidence.files.map(\.sha256))
    try acknowledge(report.ref, proof, slip, tx)
    return (report.receivedAt, false, proof)
  }

  /// What is told of a report that came before and waits, or waited; nil where none did.
  func held(
    _ new: NewClue, _ slip: Slip, _ evidence: Evidence, in county: County, _ reader: Reader
  ) throws -> (at: Instant, isRepeat: Bool, proof: ReceiptProof)? {
    guard let known = try FloodStore.find(onceHash: slip.onceHash, in: county, reader) else { return nil }
    return (known.receivedAt, true, try proof(of: known.ref, new, evidence, reader))
  }

  /// Makes clues of the held reports of some words, the oldest first, at most `mostReleased`; answers how many. Their clocks
  /// run from the day on which they came, their codes stay.
  ///
  /// Refuses where none waits.
  func release(_ fingerprints: [String], _ tx: Transaction) throws -> Int {
    let reports = try FloodStore.waiting(fingerprints, in: tx.county, limit: Self.mostReleased, tx)
    guard !reports.isEmpty else { throw IntakeRefusal.noneHeld }
    for report in reports {
      var new = report.new
      new.entry.came = report.receivedAt.date
      let clue = try take(new, report.slip, files: try Attachment.of(report.ref, tx).count, tx)
      try Attachment.move(from: report.ref, to: clue.ref, tx)
      let files = try DraftStore.receipt(of: report.ref, tx)?.files ?? []
      try DraftStore.insert(ReceiptProof(report.new, files: files), of: clue.ref, tx)
      try FloodStore.decide(report.id, .released, clue: clue.id, answer: nil, tx)
    }
    return reports.count
  }

  /// Does not take up the held reports of some words; `answer` is what their reporters read. They stay on file.
  func discard(_ fingerprints: [String], because answer: String, _ tx: Transaction) throws {
    let groups = try FloodStore.groups(fingerprints, in: tx.county, tx)
    guard !groups.isEmpty else { throw IntakeRefusal.noneHeld }
    for group in groups {
      try FloodStore.discard(group.fingerprint, answer: answer, tx)
      tx.tell(Ref(.floodReport, group.first), "核对超过限量的举报，\(group.count) 份相同的不作为举报办理")
    }
  }

  /// The same for the same words, whatever the blanks and signs between them.
  static func fingerprint(_ text: String) -> String {
    SHA256.hex(of: folded(text).map { String($0) }.joined())
  }
}
