import Kit

@testable import Procedure

extension Proposal {
  /// What a careful clerk would write, most of the time.
  func facts(_ kind: StepKind, _ day: CivilDate, _ about: Int64?, _ dice: inout Dice) -> StepFacts {
    var facts = StepFacts()
    if let definition = procedure.definition(kind), !dice.chance(3) {
      facts.outcome = dice.pick(definition.outcomes)?.id
      facts.way = dice.pick(definition.ways)?.id
    }
    switch kind {
    case .priorNotice, .onTheSpot:
      penalties(&facts, &dice)
      facts.told = dice.chance(80)
    case .decision: decide(&facts, &dice)
    case .challengeResult where facts.outcome == "changed": decide(&facts, &dice, from: .decision)
    case .orderToCorrect: facts.until = dice.chance(60) ? day.adding(days: dice.number(1...8)) : nil
    case .hearingNotice:
      let ahead = dice.number(6...40)
      facts.until = day.adding(days: ahead)
      (facts.time, facts.place) = (ahead == 39 ? nil : "09:30", ahead == 40 ? nil : "会议室")
      facts.staff = dice.pick([[31], [40], [31, 40], [1], [30], []]) ?? []
    case .deferral: facts.until = day.adding(days: dice.number(0...40))
    case .hearing: facts.staff = dice.pick([[31], [40], [31, 40], [1], [30], []]) ?? []
    case .recusal:
      facts.replaced = dice.pick(file.officers)
      facts.successor = dice.pick([3, 6, 5, nil, 1, 4, 20]) ?? nil
    case .seizure: facts.basis = dice.chance(85) ? "第四十三条" : nil
    case .service: facts.confirmed = dice.chance(70)
    case .payment: facts.amount = pay(&dice)
    case .refund: facts.amount = refund(&dice)
    case .courtRuling: facts.outcome = dice.pick(["allowed", "ended", "executed", "refused"])
    default: break
    }
    return facts
  }

  /// As told, or lighter, or anything.
  private func decide(_ facts: inout StepFacts, _ dice: inout Dice, from kind: StepKind = .priorNotice) {
    guard let told = file.steps.last(where: { $0.kind == kind })?.facts, !dice.chance(10) else {
      return penalties(&facts, &dice)
    }
    (facts.penalties, facts.fine, facts.gains) = (told.penalties, told.fine, told.gains)
    if dice.chance(30), let fine = told.fine { facts.fine = Money(fen: fine.fen / 2) }
    if dice.chance(15), let fine = told.fine { facts.fine = Money(fen: fine.fen + 100) }
    if dice.chance(5), let gains = told.gains { facts.gains = Money(fen: gains.fen + 100) }
    if dice.chance(10) { facts.penalties.append("revoke") }
  }

  /// What was paid beyond what is owed, most of the time.
  private func refund(_ dice: inout Dice) -> Money {
    let money = procedure.money(file)
    let over = money.paid - money.owed
    return dice.chance(70) ? over : dice.pick([Money(fen: over.fen + 1), Money(fen: 100), .zero]) ?? over
  }

  private func pay(_ dice: inout Dice) -> Money {
    let money = procedure.money(file)
    let unpaid = money.owed - money.paid
    return dice.chance(70) ? unpaid : Money(fen: dice.chance(50) ? unpaid.fen / 2 : unpaid.fen + 1)
  }
}
