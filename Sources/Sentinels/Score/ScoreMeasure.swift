import Intake
import Kit
import Storage

/// What the records tell of one post in one period, for the points that they make.
struct ScoreGround: Sendable {
  let post: PostRecord
  let span: ReportPeriod.Span
  let contacts: [ContactRecord]
  let trained: Set<Int64>
  let patrols: [PatrolRecord]
  let reports: [ReportRecord]
  let clues: [ClueRecord]
  let today: CivilDate

  static func read(_ post: PostRecord, _ span: ReportPeriod.Span, _ reader: Reader) throws -> ScoreGround {
    let reports = try ReportStore.latest(of: post.id, limit: 200, reader)
    let clues = try reports.filter { span.holds($0.at.date) }.compactMap {
      try $0.clue.flatMap { try Intake.clue($0, reader) }
    }
    return ScoreGround(
      post: post, span: span, contacts: try PostStore.contacts(of: post.id, reader).filter { $0.until == nil },
      trained: try TrainingStore.trained(of: post.id, reader),
      patrols: try PatrolStore.latest(of: post.id, limit: 200, reader).filter {
        $0.seen.map { span.holds($0.on) } ?? false
      },
      reports: reports, clues: clues, today: reader.today)
  }
}

/// What a measure found: so many of so many, with the records.
struct ScoreMeasured: Sendable, Hashable {
  let have: Int
  let need: Int
  let words: String
  let evidence: [ScoreEvidence]

  /// Whole points, never rounded up; where nothing could be asked for yet, none.
  func points(of most: Int) -> Int { need <= 0 ? 0 : min(have, need) * most / need }
}

extension ScoreGround {
  /// Nil where the records tell nothing of it.
  func measured(_ criterion: ScoreCriterion, _ book: SentinelBook) -> ScoreMeasured? {
    switch criterion.measure {
    case .site: nil
    case .contact: contact(.main)
    case .backup: contact(.backup)
    case .plaque: day(post.plaque, "挂牌")
    case .file: day(post.file, "建档")
    case .patrol: patrol(book.patrol.times)
    case .told: told(book.period)
    case .led: led(criterion.least)
    case .training: training
    }
  }

  private func contact(_ part: ContactRecord.Part) -> ScoreMeasured {
    guard let person = contacts.first(where: { $0.part == part }) else {
      return ScoreMeasured(have: 0, need: 1, words: "没有在任的\(part.title)", evidence: [])
    }
    let words = "\(part.title)自 \(person.since.iso) 起"
    return ScoreMeasured(have: 1, need: 1, words: words, evidence: [ScoreEvidence(words: "哨点的登记", record: post.ref)])
  }

  private func day(_ day: CivilDate?, _ what: String) -> ScoreMeasured {
    guard let day, day <= span.last else { return ScoreMeasured(have: 0, need: 1, words: "还没有\(what)", evidence: []) }
    return ScoreMeasured(
      have: 1, need: 1, words: "\(day.iso) \(what)", evidence: [ScoreEvidence(words: "哨点的登记", record: post.ref)])
  }

  /// So many times in each month of the period that has begun and in which the post was in use.
  private func patrol(_ times: Int) -> ScoreMeasured {
    let first = max(span.first, CivilDate(post.begun.year, post.begun.month, 1) ?? post.begun)
    let last = min(span.last, today)
    let months = first > last ? 0 : (last.year - first.year) * 12 + last.month - first.month + 1
    let evidence = patrols.map { ScoreEvidence(words: "\($0.seen?.on.iso ?? "") 巡查", record: $0.ref) }
    return ScoreMeasured(
      have: patrols.count, need: months * times, words: "巡查 \(patrols.count) 次，要求 \(months * times) 次",
      evidence: evidence)
  }

  /// Periods that have ended within this one, since the post was in use.
  private func told(_ period: ReportPeriod) -> ScoreMeasured {
    let ended = period.ended(before: today, most: 24).filter {
      span.first <= $0.first && $0.last <= span.last && post.begun <= $0.last
    }
    let told = ended.filter { one in reports.contains { $0.span == one.key } }
    let evidence = reports.filter { report in told.contains { $0.key == report.span } }.map { report in
      ScoreEvidence(
        words: report.clue == nil ? "\(report.span) 零报告" : "\(report.span) 报告",
        record: report.clue.map { Ref(.clue, $0) } ?? post.ref)
    }
    return ScoreMeasured(
      have: told.count, need: ended.count, words: "过完的 \(ended.count) 个周期里报了 \(told.count) 个", evidence: evidence)
  }

  private func led(_ least: Int) -> ScoreMeasured {
    let led = clues.filter { $0.state == .accepted || $0.state == .answered }
    return ScoreMeasured(
      have: led.count, need: least, words: "受理了 \(led.count) 条，满分要 \(least) 条",
      evidence: led.map { ScoreEvidence(words: $0.number, record: Ref(.clue, $0.id)) })
  }

  private var training: ScoreMeasured {
    let came = contacts.filter { trained.contains($0.id.value) }
    return ScoreMeasured(
      have: came.count, need: max(contacts.count, 1), words: "在任 \(contacts.count) 人，培训过 \(came.count) 人",
      evidence: came.isEmpty ? [] : [ScoreEvidence(words: "哨点的登记", record: post.ref)])
  }
}
