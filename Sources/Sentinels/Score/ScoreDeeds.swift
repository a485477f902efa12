import Duties
import Kit
import Law
import Offices
import Packs
import Storage
import Web

extension Sentinels {
  static let fillDuty = "score.fill"
  static let verifyDuty = "score.verify"
  static let objectionDuty = "score.answer"

  /// Makes a sheet for every post in use that has none for the period, with the points that its records make; each
  /// supervision contact owes the filling in. Refuses where none is left, and a verifier who may not look at the county.
  func openScores(_ span: ReportPeriod.Span, verifier: ID<Account>, _ tx: Transaction) throws -> Int {
    let verifiers = try Offices.people(over: tx.county, holding: .postVerify, roles: roles, tx)
    guard verifiers.contains(where: { $0.person.id == verifier }) else { throw ScoreRefusal.notVerifier }
    let known = try ScoreStore.posts(in: tx.county, span: span.key, tx)
    let posts = try PostStore.standing(in: tx.county, tx).filter { $0.state == .active && !known.contains($0.id.value) }
    guard !posts.isEmpty else { throw ScoreRefusal.none }
    let due = law.calendar.adding(workdays: book.score.fillDays, to: tx.today)
    for post in posts {
      let ground = try ScoreGround.read(post, span, tx)
      let id = try ScoreStore.open(post, span, verifier: verifier, lines(ground), tx)
      try Duties.owe(
        NewDuty(
          kind: Self.fillDuty, title: "监测哨点“\(post.name)”\(span.title)自评", subject: Ref(.score, id),
          owner: post.supervisor, due: due.date, provisional: due.provisional, basis: book.score.provenance.source), tx)
      try openTown(id, of: post, due: due, tx)
      tx.tell(Ref(.score, id), "开出监测哨点“\(post.name)”\(span.title)的评分表")
    }
    return posts.count
  }

  private func lines(_ ground: ScoreGround) -> [ScoreLine] {
    book.criteria.enumerated().map { place, criterion in
      let measured = ground.measured(criterion, book)
      return ScoreLine(
        place: place, group: criterion.group, title: criterion.title, most: criterion.points,
        pre: measured?.points(of: criterion.points), basis: measured?.words ?? "", evidence: measured?.evidence ?? [],
        own: nil, ownReason: "", given: nil, reason: "")
    }
  }

  /// The post says its points, by its telephone (`officer` nil) or by an officer. `points` has every line but those of the
  /// township. Refuses a sheet
  /// that is past it.
  func fill(_ id: ID<Score>, _ points: [ScorePoint], by officer: ID<Account>?, _ tx: Transaction) throws {
    let sheet = try Self.sheet(id, in: .opened, tx)
    try ScoreStore.fill(id, points, by: officer, tx)
    try Duties.settle(sheet.ref, kind: Self.fillDuty, outcome: "已自评", tx)
    let due = law.calendar.adding(workdays: book.score.verifyDays, to: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.verifyDuty, title: "现场核验监测哨点“\(sheet.postName)”\(sheet.spanTitle)的评分", subject: sheet.ref,
        owner: sheet.verifier, due: due.date, provisional: due.provisional, basis: book.score.provenance.source), tx)
    let sum = points.reduce(0) { $0 + $1.points }
    tx.tell(sheet.ref, "自评 \(sum) 分", [Change("状态", sheet.state.title, ScoreState.filled.title)])
  }

  /// What somebody saw on site decides the points. Refuses whoever filled the sheet in, a day to come, and a sheet that was
  /// not filled in.
  func verify(
    _ id: ID<Score>, _ points: [ScorePoint], vetoes: [ScoreVeto], on day: CivilDate, by account: ID<Account>,
    _ tx: Transaction
  ) throws {
    let sheet = try Self.sheet(id, in: .filled, tx)
    guard sheet.filledBy != account else { throw ScoreRefusal.ownSheet }
    try closeTown(sheet, by: account, tx)
    guard day <= tx.today else { throw ScoreRefusal.future }
    let until = law.calendar.adding(workdays: book.score.objectionDays, to: tx.today).date
    let veto = vetoes.map(\.title).joined(separator: "；")
    try ScoreStore.verify(id, points, veto: veto, on: day, until: until, by: account, tx)
    try Duties.settle(sheet.ref, kind: Self.verifyDuty, outcome: "已核验", tx)
    let sum = points.reduce(0) { $0 + $1.points }
    tx.tell(
      sheet.ref, "\(day.iso) 现场核验，得 \(sum) 分\(veto.isEmpty ? "" : "，一票否决：\(veto)")",
      [Change("状态", sheet.state.title, ScoreState.verified.title)])
  }

  /// The post objects, once and within the term. Refuses a sheet without a result and a term that is over.
  func object(_ id: ID<Score>, _ words: String, _ tx: Transaction) throws {
    let sheet = try Self.sheet(id, in: .verified, tx)
    if let until = sheet.objectUntil, until < tx.today { throw ScoreRefusal.objectionOver(until) }
    try ScoreStore.object(id, words, tx)
    let due = law.calendar.adding(workdays: book.score.answerDays, to: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.objectionDuty, title: "答复监测哨点“\(sheet.postName)”对评分的异议", subject: sheet.ref,
        owner: sheet.verifier, due: due.date, provisional: due.provisional, basis: book.score.provenance.source), tx)
    tx.tell(sheet.ref, "对评分提出异议", [Change("状态", sheet.state.title, ScoreState.objected.title)])
  }

  /// Answers the objection with the points that stand now; there is no second one. Refuses whoever filled the sheet in, and
  /// a sheet without an objection.
  func answer(_ id: ID<Score>, _ points: [ScorePoint], _ words: String, by account: ID<Account>, _ tx: Transaction)
    throws
  {
    let sheet = try Self.sheet(id, in: .objected, tx)
    guard sheet.filledBy != account else { throw ScoreRefusal.ownSheet }
    try ScoreStore.answer(id, points, words, tx)
    try Duties.settle(sheet.ref, kind: Self.objectionDuty, outcome: "已答复", tx)
    let sum = points.reduce(0) { $0 + $1.points }
    tx.tell(
      sheet.ref, "答复评分的异议，得 \(sum) 分",
      [
        Change("状态", sheet.state.title, ScoreState.settled.title),
        Change("得分", sheet.total.map { "\($0)" }, "\(sum)"),
      ])
  }

  private static func sheet(_ id: ID<Score>, in state: ScoreState, _ tx: Transaction) throws -> ScoreSheet {
    guard let sheet = try ScoreStore.find(id, tx), sheet.county == tx.county else { throw MissingRecord("张评分表") }
    guard sheet.state == state else { throw ScoreRefusal.wrongState(sheet.state.title) }
    return sheet
  }
}
