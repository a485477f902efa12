import Intake
import Kit
package import Storage

extension Deed {
  package static let reportPost = Deed("sentinels.report")
  package static let zeroReport = Deed("sentinels.zero-report")
}

/// What a post told: a report (报告) that became a clue, or that a period held nothing (零报告).
struct ReportRecord: Sendable {
  let id: ID<ReportRecord>
  let county: County
  let post: ID<Post>
  let contact: ID<ContactRecord>
  /// Key of a `ReportTopic`; empty for a zero-report.
  let topic: String
  /// Key of the period that it counts for.
  let span: String
  let clue: ID<Clue>?
  let at: Instant
}

/// A report as the telephone sends it.
struct NewReport: Sendable {
  let topic: ReportTopic
  let place: String
  /// In the contact person's words; may be left out where the topic and a picture say it.
  let text: String
}

extension Sentinels {
  /// A post tells what it saw: a clue with its clocks, and the report beside it, in one deed. The same form a second time
  /// changes nothing and answers the first receipt. Refuses a post that is not in use.
  func report(
    _ new: NewReport, by device: TieRecord, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction
  ) throws -> Receipt {
    let post = try inUse(device.post, tx)
    let clue = NewClue(
      channel: .sentinel, text: new.topic.told(new.text), place: new.place, town: post.town,
      origin: "监测哨点“\(post.name)”")
    let receipt = try intake.receive(clue, slip, evidence, tx)
    guard !receipt.isRepeat else { return receipt }
    let report = ReportRecord(
      id: tx.world.newID(), county: tx.county, post: post.id, contact: device.contact, topic: new.topic.key,
      span: book.period.span(of: tx.today).key, clue: receipt.id, at: tx.now)
    try ReportStore.insert(report, tx)
    tx.tell(post.ref, "报告线索\(receipt.number)")
    return receipt
  }

  /// A post tells that a period held nothing. Refuses a period that was told so, and a post that is not in use.
  func zeroReport(by device: TieRecord, _ tx: Transaction) throws -> ReportPeriod.Span {
    let post = try inUse(device.post, tx)
    let span = book.period.open(on: tx.today, told: try ReportStore.toldZero(post.id, tx), since: post.begun)
    guard try !ReportStore.toldZero(post.id, tx).contains(span.key) else { throw SentinelRefusal.zeroTold(span.title) }
    let report = ReportRecord(
      id: tx.world.newID(), county: tx.county, post: post.id, contact: device.contact, topic: "", span: span.key,
      clue: nil, at: tx.now)
    try ReportStore.insert(report, tx)
    tx.tell(post.ref, "报告\(span.title)没有发现")
    return span
  }

  func inUse(_ id: ID<Post>, _ tx: Transaction) throws -> PostRecord {
    let post = try Self.standing(id, tx)
    guard post.state == .active else { throw SentinelRefusal.notActive(post.state.title) }
    return post
  }
}
