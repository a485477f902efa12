import App
import Foundation
import Kit
import Law
import Offices
import Storage
import Transfers

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// The random walk on a store: cases under way side by side, each step proposed by a random person on a random day and put
/// through the rooms' own doors, in a deed with its transaction, duties, numbers and ledger. After every step that was taken
/// the case is read back, and the list of unlawful states (`ProcedureWalk`) is asked of what the store tells.
struct Walking {
  let house: House
  let room: Casework
  let transfers: Transfers
  let crew: Crew
  let clock: WalkClock
  let violations: WalkedViolations
  let width: Int
  var dice: Dice
  var tally = WalkTally()
  private var cases: [WalkedCase] = []
  private let began = ContinuousClock.now

  /// `procedure` is the house's own, or one without a guard. The clock must be that of the house.
  init(_ house: House, _ content: HouseContent, _ procedure: Procedure, _ clock: WalkClock, seed: UInt64, width: Int)
    async throws
  {
    try await Founding(house: house).found(house.database.world)
    (self.house, self.clock, self.width) = (house, clock, width)
    crew = try await Crew.found(house)
    room = Casework(
      law: content.law, roles: content.roles, procedure: procedure, papers: content.papers, evidence: content.evidence,
      above: CaseQuestions(transfer: Transfers.standing, onTeamChange: Transfers.onTeamChange))
    transfers = Transfers(
      law: content.law, roles: content.roles, casework: room, crimes: content.crimes, papers: content.papers)
    violations = WalkedViolations(content.law, on: clock.now.date)
    dice = Dice(seed)
  }

  var procedure: Procedure { room.procedure }
  var seconds: Double { (ContinuousClock.now - began) / .seconds(1) }

  /// Proposes so many steps, or stops at the tenth fault.
  mutating func run(steps: Int) async throws {
    for _ in 0..<width { cases.append(try begin()) }
    var told = 0
    while tally.proposed < steps, tally.faults.count < 10 {
      guard let place = cases.indices.min(by: { cases[$0].wake < cases[$1].wake }) else { return }
      var lawCase = cases.remove(at: place)
      try await turn(&lawCase)
      // To the end, so that cases of one day take turns.
      cases.append(lawCase)
      if tally.proposed >= told + 5000 {
        told = tally.proposed
        note("walk: \(told) of \(steps) steps, \(tally.taken) taken, \(tally.cases) cases, \(Int(seconds)) s")
      }
    }
  }

  private mutating func begin() throws -> WalkedCase {
    tally.cases += 1
    let wake = clock.now.date.adding(days: dice.number(0...20))
    let plan = try CasePlan(violations, on: wake, &dice)
    return WalkedCase(
      number: tally.cases, plan: plan, avoided: Course.avoided(&dice), wake: wake, id: nil, seen: plan.file)
  }

  /// One try of one case.
  private mutating func turn(_ lawCase: inout WalkedCase) async throws {
    if lawCase.tried > (lawCase.id == nil ? 40 : 300) || lawCase.isArchived && dice.chance(50) {
      lawCase = try begin()
      return
    }
    clock.reach(lawCase.wake)
    lawCase.tried += 1
    if dice.chance(1) { try await changeCertificate() }
    if lawCase.id != nil, !lawCase.avoided.contains(.crimeTransfer), dice.chance(20) {
      try await putTransfer(&lawCase)
    } else if lawCase.id != nil, !lawCase.avoided.contains(.referral), dice.chance(8) {
      try await putDispute(&lawCase)
    } else if lawCase.id != nil, dice.chance(15), let list = lawCase.openMeasure {
      try await putGoods(list, &lawCase)
    } else if lawCase.id != nil, dice.chance(6) {
      try await putPaper(&lawCase)
    } else {
      try await putStep(&lawCase)
    }
    // It may wait for a day of its own.
    guard lawCase.wake <= clock.now.date else { return }
    let look = lawCase.look(procedure.law.calendar)
    lawCase.wake = Course.hearingDay(look, &dice) ?? lawCase.wake.adding(days: Course.days(&dice))
  }

  /// What the world changes under a case: a certificate ends, or is there again.
  private mutating func changeCertificate() async throws {
    guard let place = dice.pick([1, 2, 3, 4, 6] as [Int64]), let member = crew.members[place] else { return }
    let certificate = dice.chance(95) ? Crew.certificate(place) : nil
    try await house.database.change(App.Cast.county, by: .system, deed: Deed("offices.certify")) { tx in
      try Offices.certify(ID(member.account), certificate, tx)
    }
  }
}
