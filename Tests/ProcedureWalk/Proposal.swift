import Kit

@testable import Procedure

/// Makes a step to try: mostly sensible in most of its parts, sometimes anything.
struct Proposal {
  let file: CaseFile
  let today: CivilDate
  let procedure: Procedure
  let id: Int64
  /// What the clerk of this case does not think of.
  let avoided: Set<StepKind>

  /// Half of the time what a clerk would do next among the steps that are offered, else a step of any kind.
  func step(_ dice: inout Dice, _ today: inout CivilDate) -> Taken {
    if file.refusesToCorrectFine, dice.chance(25), let next = refusal { return next }
    if dice.chance(50), let offered = offered(&dice) { return offered }
    let kind = dice.pick(StepKind.allCases) ?? .filing
    let about = about(kind, &dice)
    let day = day(kind, about, &dice, &today)
    let isWild = dice.chance(20)
    return Taken(
      id: id, kind: kind, on: day, by: person(kind, &dice), officers: officers(kind, &dice), about: about,
      facts: isWild ? wild(day, &dice) : facts(kind, day, about, &dice))
  }

  /// What leads to a fine for not correcting, which chance alone hardly ever strings together: the order, its service, and the
  /// look after its day.
  private var refusal: Taken? {
    var facts = StepFacts()
    func taken(_ kind: StepKind, _ officers: [Int64], about: Int64?) -> Taken {
      Taken(id: id, kind: kind, on: today, by: file.officers.first ?? 1, officers: officers, about: about, facts: facts)
    }
    guard let order = file.steps.last(where: { $0.kind == .orderToCorrect }) else {
      facts.until = today.adding(days: 2)
      return taken(.orderToCorrect, [], about: nil)
    }
    let answers = file.steps.filter { $0.about == order.id }
    if !answers.contains(where: { $0.kind == .service }) {
      facts.way = "direct"
      return taken(.service, [], about: order.id)
    }
    guard !answers.contains(where: { $0.kind == .reinspection }), order.facts.until.map({ $0 < today }) ?? true else {
      return nil
    }
    facts.outcome = "uncorrected"
    return taken(.reinspection, file.officers, about: order.id)
  }

  private func offered(_ dice: inout Dice) -> Taken? {
    let account = dice.chance(45) ? file.officers.first ?? 1 : dice.pick([10, 10, 20, 22, 30, 31, 40]) ?? 10
    guard let person = Cast.person(account) else { return nil }
    let (done, isRash) = (Set(file.steps.map(\.kind)), dice.chance(5))
    let open = procedure.offers(file, as: person, on: today)
      .filter { $0.isOpen && !avoided.contains($0.step.kind) }
      .flatMap { Array(repeating: $0, count: weight($0.step.kind, done, isRash)) }
    guard let offer = dice.pick(open) else { return nil }
    let (kind, about) = (offer.step.kind, dice.pick(offer.about))
    return Taken(
      id: id, kind: kind, on: today, by: account, officers: officers(kind, &dice), about: about,
      facts: facts(kind, today, about, &dice))
  }

  /// What leads on before what starts again: a clerk takes evidence again, or notifies again, only now and then.
  private func weight(_ kind: StepKind, _ done: Set<StepKind>, _ isRash: Bool) -> Int {
    switch kind {
    case .service, .investigationEnd: 12
    case .onSite, .questioning, .otherEvidence: done.contains(kind) && !isRash ? 0 : 12
    case .priorNotice: isToldOfNow && !isRash ? 0 : 12
    case .legalReview, .discussion, .defenceReview: 6
    default: done.contains(kind) ? 1 : 12
    }
  }

  private var isToldOfNow: Bool {
    guard let notice = file.steps.lastIndex(where: { $0.kind == .priorNotice }) else { return false }
    return !file.steps[notice...].contains { $0.kind == .investigationEnd || $0.facts.outcome == "redo" }
  }

  private func about(_ kind: StepKind, _ dice: inout Dice) -> Int64? {
    let wanted = procedure.definition(kind)?.about ?? []
    if wanted.isEmpty { return dice.chance(2) ? dice.pick(file.steps)?.id : nil }
    if dice.chance(8) { return dice.pick(file.steps)?.id }
    let fitting = file.steps.filter { wanted.contains($0.kind) }
    return dice.chance(60) ? fitting.last?.id : dice.pick(fitting)?.id
  }

  private func day(_ kind: StepKind, _ about: Int64?, _ dice: inout Dice, _ today: inout CivilDate) -> CivilDate {
    if kind == .hearing || kind == .hearingForfeit, dice.chance(75),
      let until = file.steps.last(where: { $0.kind == .hearingNotice })?.facts.until
    {
      today = max(today, until)
      return until
    }
    if dice.chance(75) { return today }
    if dice.chance(10) { return today.adding(days: dice.number(1...5)) }
    return today.adding(days: -dice.number(0...12))
  }

  private func person(_ kind: StepKind, _ dice: inout Dice) -> Int64 {
    guard dice.chance(80), let by = procedure.definition(kind)?.by.first else {
      return dice.pick(Cast.people)?.account ?? 1
    }
    let wanted: Int64? =
      switch by {
      case .caseOfficer: dice.pick(file.officers)
      case .anyOfficer: dice.pick([1, 2, 3, 4, 6])
      case .head: dice.chance(85) ? 10 : dice.pick([4, 22])
      case .reviewer: dice.chance(60) ? 20 : dice.pick([3, 21, 22])
      case .presider: dice.chance(85) ? dice.pick([30, 31]) : 3
      case .recorder, .party: 40
      }
    return wanted ?? 1
  }

  private func officers(_ kind: StepKind, _ dice: inout Dice) -> [Int64] {
    if dice.chance(8) { return dice.some([1, 2, 3, 4, 5, 6], most: 3) }
    switch kind {
    case .filing, .onTheSpot:
      return dice.pick([[1, 2], [1, 2], [1, 2], [2, 6], [1, 4], [1, 2, 3], [1, 5]]) ?? []
    case .onSite, .questioning, .otherEvidence, .registration, .seizure, .reinspection, .ban: return file.officers
    default: return []
    }
  }

  private func wild(_ day: CivilDate, _ dice: inout Dice) -> StepFacts {
    var facts = StepFacts()
    facts.outcome =
      dice.pick(["passed", "granted", "changed", "redo", "both", "uncorrected", "ended", "other", nil]) ?? nil
    facts.way = dice.pick(["direct", "left", "electronic", "notice", "testing", "litigation", "other", nil]) ?? nil
    facts.until = dice.chance(50) ? day.adding(days: dice.number(-3...20)) : nil
    penalties(&facts, &dice)
    facts.amount = Money(yuan: Int64(dice.number(-5...5000)))
    facts.told = dice.pick([true, false, nil]) ?? nil
    facts.confirmed = dice.pick([true, false, nil]) ?? nil
    facts.replaced = dice.pick([1, 2, 3, 4, 5, 6])
    facts.successor = dice.pick([1, 2, 3, 4, 5, 6, nil]) ?? nil
    (facts.time, facts.place) = (facts.told == true ? "" : "09:30", facts.confirmed == true ? nil : "会议室")
    facts.staff = dice.some([1, 2, 3, 31, 40], most: 2)
    facts.basis = dice.pick(["", "第四十三条", nil]) ?? nil
    return facts
  }

  private static let kinds = ["warning", "criticism", "fine", "gains", "goods", "suspend", "stop", "revoke"]

  func penalties(_ facts: inout StepFacts, _ dice: inout Dice) {
    facts.penalties =
      dice.pick([["warning"], ["fine"], ["fine"], ["fine", "gains"], ["fine", "revoke"], ["stop"]]) ?? []
    if dice.chance(10) { facts.penalties = dice.some(Self.kinds + ["ban"], most: 3) }
    let amounts: [Int64] = [100, 200, 201, 1500, 3000, 3001, 60_000]
    if facts.penalties.contains("fine") != dice.chance(5) { facts.fine = dice.pick(amounts).map(Money.init(yuan:)) }
    if facts.penalties.contains("gains") != dice.chance(5) { facts.gains = dice.pick(amounts).map(Money.init(yuan:)) }
    if facts.penalties.contains("goods"), dice.chance(50) { facts.goods = Money(yuan: 1000) }
  }
}
