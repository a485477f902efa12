import Duties
import Intake
import Kit
import Law
import Offices
import Packs
package import Storage
import Web

extension Deed {
  package static let raiseAlarm = Deed("sentinels.raise-alarm")
  package static let answerAlarm = Deed("sentinels.answer-alarm")
}

/// The alarm that a post is silent amid signals (沉默提醒).
struct AlarmRecord: Sendable {
  let id: ID<AlarmRecord>
  let county: County
  let post: ID<Post>
  /// Title of the rule as it was called then.
  let rule: String
  /// `2026年10月没有报告，也没有零报告`.
  let silence: String
  let at: Instant
  let due: CivilDate
  let found: AlarmFinding?
  /// What was found, in the words of whoever looked.
  let answer: String?
  let answeredAt: Instant?
  let answeredBy: ID<Account>?
}

/// What was found when somebody looked after a silent post (核实结果).
enum AlarmFinding: String, CaseIterable, Sendable {
  case missed, unaware, nobody, nothing

  var title: String {
    switch self {
    case .missed: "看到了没有报"
    case .unaware: "没有看到，这几处不在它的范围里"
    case .nobody: "没有人管这件事了"
    case .nothing: "看过，报平安是真的"
    }
  }
}

/// One silent post, and why it is spoken of.
struct SilentPost: Sendable {
  let post: PostRecord
  let rule: AlarmRule
  let spans: [ReportPeriod.Span]
  let signals: [Signal]
}

extension Sentinels {
  static let alarmDuty = "post.alarm"

  /// Looks for silent posts in every county and raises what is new. Twice does no more than once.
  package func listen(_ database: Database) async throws {
    let counties = try await database.read { try Offices.counties($0) }.map(\.county)
    for county in counties {
      guard try await !database.read({ try silent(in: county, $0) }).isEmpty else { continue }
      try await database.change(county, by: .system, deed: .raiseAlarm) { tx in
        for found in try silent(in: county, tx) { try raise(found, tx) }
      }
    }
  }

  /// Posts of a county that a rule speaks of today: in use, no alarm of theirs is open, and enough signals that none of
  /// their alarms named.
  func silent(in county: County, _ reader: Reader) throws -> [SilentPost] {
    let posts = try PostStore.standing(in: county, reader).filter { $0.state == .active }
    let most = book.alarms.map(\.periods).max() ?? 0
    guard !posts.isEmpty, most > 0 else { return [] }
    let open = try AlarmStore.open(in: county, reader)
    let spans = book.period.ended(before: reader.today, most: most)
    guard let day = spans.last?.first else { return [] }
    let told = try ReportStore.told(in: county, spans: spans.map(\.key), reader)
    let signals = try heard(in: county, since: day, reader)
    return try posts.filter { !open.contains($0.id.value) }.compactMap { post in
      let own = told.filter { $0.post == post.id }
      let spoken = try AlarmStore.spoken(of: post.id, reader)
      return ruled(post, spans, own, signals.filter { !isOwn($0, own) }, spoken)
    }
  }

  /// The first rule that speaks of a post.
  private func ruled(
    _ post: PostRecord, _ spans: [ReportPeriod.Span], _ own: [ReportRecord], _ signals: [Signal], _ spoken: Set<Ref>
  ) -> SilentPost? {
    let counted = spans.filter { post.begun <= $0.last.adding(days: 1 - book.alarmTerms.usedDays) }
    let told = counted.map { span in
      AlarmRule.Told(
        reports: own.filter { $0.span == span.key && $0.clue != nil }.count,
        zeros: own.filter { $0.span == span.key && $0.clue == nil }.count)
    }
    for rule in book.alarms where rule.isSilent(told) {
      let silent = Array(counted.prefix(rule.periods))
      guard let since = silent.last?.first,
        let heard = rule.heard(signals, in: post.town, since: since, spoken: spoken)
      else { continue }
      return SilentPost(post: post, rule: rule, spans: silent, signals: heard)
    }
    return nil
  }

  private func isOwn(_ signal: Signal, _ reports: [ReportRecord]) -> Bool {
    reports.contains { $0.clue.map { Ref(.clue, $0) } == signal.record }
  }

  private func raise(_ found: SilentPost, _ tx: Transaction) throws {
    let due = law.calendar.adding(workdays: book.alarmTerms.answerDays, to: tx.today)
    let spans = found.spans.reversed().map(\.title).joined(separator: "、")
    let silence = found.rule.silence == .none ? "\(spans)没有报告，也没有零报告" : "\(spans)只有零报告"
    let alarm = AlarmRecord(
      id: tx.world.newID(), county: tx.county, post: found.post.id, rule: found.rule.title, silence: silence,
      at: tx.now,
      due: due.date, found: nil, answer: nil, answeredAt: nil, answeredBy: nil)
    try AlarmStore.insert(alarm, found.signals, tx)
    try Duties.owe(
      NewDuty(
        kind: Self.alarmDuty, title: "看看监测哨点“\(found.post.name)”为什么没有报告", subject: found.post.ref,
        owner: found.post.supervisor, due: due.date, provisional: due.provisional,
        basis: "\(found.rule.why)（\(found.rule.provenance.source)）"), tx)
    tx.tell(found.post.ref, "提醒监督联系人去看监测哨点“\(found.post.name)”：\(silence)，同一乡镇有 \(found.signals.count) 处动静")
  }

  /// Answers the open alarm of a post with what was found. Refuses a post without an open alarm.
  static func answerAlarm(of id: ID<Post>, _ finding: AlarmFinding, _ words: String, _ tx: Transaction) throws {
    guard let post = try PostStore.find(id, tx) else { throw MissingRecord("个哨点") }
    guard let alarm = try AlarmStore.open(of: id, tx) else { throw SentinelRefusal.noAlarm }
    try AlarmStore.answer(alarm.id, finding, words, tx)
    try Duties.settle(post.ref, kind: alarmDuty, outcome: finding.title, tx)
    tx.tell(post.ref, "核实监测哨点“\(post.name)”没有报告的原因：\(finding.title)", [Change("提醒", alarm.rule, finding.title)])
  }
}
