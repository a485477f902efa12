import App
import Intake
import Kit
import Law
import Offices
import Packs
import Procedure
import Storage

@testable import Casework

/// Clues and cases on their way; each batch moves on when the next comes in.
struct Stages: Sendable {
  var received = 0
  var filed = 0
  /// Waiting for acceptance, for a decision, for payment, for closing.
  var waiting: [ID<Clue>] = []
  var open: [ID<Case>] = []
  var decided: [ID<Case>] = []
  var paid: [ID<Case>] = []
}

/// Steps of clues.
extension Filling {
  func receive(_ new: [NewClue], _ world: World) async throws -> [ID<Clue>] {
    let (intake, database) = (intake, house.database)
    let slips = new.map { _ in Slip(once: nil, content: [], database) }
    return try await change(.receiveClue, by: .citizen, world) { tx in
      try zip(new, slips).map { try intake.receive($0, $1, Evidence(none: database.attachments), tx).id }
    }
  }

  /// Of ten, one waits for ever, one is refused, one is answered at once and seven are being worked on.
  func accept(_ clues: [ID<Clue>], _ world: World) async throws -> [ID<Clue>] {
    let (intake, team) = (intake, try staff.team())
    let working = clues.enumerated().filter { $0.offset % 10 < 7 }.map(\.element)
    try await change(.acceptClue, by: team.head.actor, world) { tx in
      for (place, clue) in clues.enumerated() where place % 10 < 8 {
        let owner = place % 2 == 0 ? team.first.id : team.second.id
        try intake.accept(clue, Acceptance(owner: owner, task: .none), tx)
      }
    }
    try await change(.refuseClue, by: team.head.actor, world) { tx in
      for (place, clue) in clues.enumerated() where place % 10 == 8 {
        try intake.refuse(clue, because: "反映的事情不归卫生健康部门管，请找市场监管部门。", tx)
      }
    }
    try await change(.answerClue, by: team.first.actor, world) { tx in
      for (place, clue) in clues.enumerated() where place % 10 == 7 {
        try intake.answer(clue, "已到现场核查，没有发现反映的情况。", tx)
      }
    }
    return working
  }

  func change<T: Sendable>(
    _ deed: Deed, by actor: Actor, _ world: World, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await house.database.change(ground.county, by: actor, deed: deed, world: world, body)
  }
}

/// Steps of cases.
extension Filling {
  /// As many as are still missing at this point of the year.
  func file(_ clues: [ID<Clue>], _ world: World) async throws -> [ID<Case>] {
    let (casework, team, violations) = (casework, try staff.team(), try violations(on: world.today))
    let missing = max(stages.received * cases / self.clues - stages.filed, 0)
    return try await change(.fileCase, by: team.first.actor, world) { tx in
      try clues.prefix(missing).enumerated().map { place, clue in
        try casework.file(
          NewCase(
            party: "当事人\(place)", clue: clue, violation: violations[place % violations.count],
            summary: "现场检查时正在给人诊疗，没有出示许可证，收费没有票据。", first: team.first.id,
            second: team.second.id), tx)
      }
    }
  }

  /// What the law puts before a decision, and the service after it: the officer's steps in one deed, the head's in one.
  func decide(_ cases: [ID<Case>], _ world: World) async throws -> [ID<Case>] {
    let (casework, head) = (casework, try staff.team().head)
    try await investigate(cases, world)
    try await change(.caseStep(.discussion), by: head.actor, world) { tx in
      for id in cases { try casework.take(NewStep(.discussion, on: tx.today), in: id, as: [.head], tx) }
    }
    try await change(.decideCase, by: head.actor, world) { tx in
      for (place, id) in cases.enumerated() {
        try casework.decide(
          id,
          NewDecision(
            date: tx.today, penalties: [.warning, .fine], fine: try fine(place, id, tx), reasons: "事实清楚，证据充分，没有从轻从重的情节。"
          ), tx)
      }
    }
    try await serve(8, of: cases, world)
    return cases
  }

  private func investigate(_ cases: [ID<Case>], _ world: World) async throws {
    let (casework, first) = (casework, try staff.team().first)
    try await change(.caseStep(.priorNotice), by: first.actor, world) { tx in
      for (place, id) in cases.enumerated() {
        var notice = StepFacts()
        (notice.penalties, notice.fine) = (["warning", "fine"], try fine(place, id, tx))
        notice.told = true
        for new in [
          NewStep(.questioning, on: tx.today, note: "当事人承认。"), NewStep(.investigationEnd, on: tx.today, note: "事实清楚。"),
          NewStep(.priorNotice, on: tx.today, facts: notice),
        ] { try casework.take(new, in: id, as: [.officer], tx) }
      }
    }
    try await serve(4, of: cases, world)
    try await change(.caseStep(.waiver), by: first.actor, world) { tx in
      var waiver = StepFacts()
      waiver.outcome = "both"
      for id in cases { try casework.take(NewStep(.waiver, on: tx.today, facts: waiver), in: id, as: [.officer], tx) }
    }
  }

  private func serve(_ step: Int64, of cases: [ID<Case>], _ world: World) async throws {
    let (casework, first) = (casework, try staff.team().first)
    try await change(.caseStep(.service), by: first.actor, world) { tx in
      var direct = StepFacts()
      direct.way = "direct"
      for id in cases {
        try casework.take(NewStep(.service, on: tx.today, about: step, facts: direct), in: id, as: [.officer], tx)
      }
    }
  }

  /// Four of five pay; the rest stay open.
  func pay(_ cases: [ID<Case>], _ world: World) async throws -> [ID<Case>] {
    let (casework, first) = (casework, try staff.team().first)
    let payers = cases.enumerated().filter { $0.offset % 5 != 0 }
    try await change(.payCase, by: first.actor, world) { tx in
      for (_, id) in payers {
        guard let unpaid = try Casework.lawCase(id, tx)?.unpaid else { continue }
        try casework.pay(id, CasePayment(date: tx.today, amount: unpaid), tx)
      }
    }
    return payers.map(\.element)
  }

  func close(_ cases: [ID<Case>], _ world: World) async throws {
    let (casework, head) = (casework, try staff.team().head)
    try await change(.closeCase, by: head.actor, world) { tx in
      for id in cases { try casework.close(id, note: "罚款已缴清。", tx) }
    }
  }

  /// Nine amounts from the least to the most that the law lets be fined in this case.
  private func fine(_ place: Int, _ id: ID<Case>, _ tx: Transaction) throws -> Money {
    guard let record = try Casework.lawCase(id, tx) else { throw Misuse("a case that is not there") }
    let file = try casework.file(of: record, try CaseStepStore.steps(of: id, tx), tx)
    let range = casework.fineRange(StepFacts(), record, file)
    guard let limits = limits(record.violation.id, on: tx.today) else { throw Misuse("a case without a fine") }
    let (least, most) = (range.least ?? limits.min, range.most ?? limits.max)
    return Money(fen: least.fen + (most.fen - least.fen) * Int64(place % 9 + 1) / 9)
  }

  /// Of acts that are fined at once, without a former order to correct.
  private func limits(_ violation: String, on day: CivilDate) -> FineLimits? {
    let question = FineQuestion(on: day, [.gains: .zero])
    return (try? house.law.fine(violation, question)).flatMap { $0.chosen.limits.max > .zero ? $0.chosen.limits : nil }
  }

  /// Those by which a case may be decided without anybody's approval.
  private func violations(on today: CivilDate) throws -> [String] {
    let ours = house.law.violations
      .filter { $0.authority == .health && $0.confidence.isFirm && $0.gap == nil && limits($0.id, on: today) != nil }
      .map(\.id)
    guard !ours.isEmpty else { throw Misuse("no violation of the health authority in the packs") }
    return ours
  }
}
