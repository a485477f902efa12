import App
import Duties
import Kit
import Law
import Offices
import Storage

/// Many due dates for the torture of the sweep: of people with and without a head, of heads themselves, in two counties;
/// plain dates and terms, on all ladders, around today; some clocks stand and some duties are done, of which nobody may
/// be told.
struct Owing {
  let house: House
  /// So many are owed already: these are the next ones.
  let after: Int
  let count: Int

  /// Its number tells which owner, kind and date it has: the run can be repeated.
  private struct Owed: Sendable {
    let number: Int
    let owner: Person
    let due: CivilDate
    var subject: Ref { Ref(RefKind("torture"), Int64(number)) }
    var kind: String { ["torture.plain", "visit.record", "campaign.deadline"][number % 3] }
    /// One in ten rests on a term, and half of these clocks stand.
    var isTerm: Bool { number % 10 == 0 }
    var isStanding: Bool { number % 20 == 0 }
    var isDone: Bool { number % 50 == 1 }
  }

  func run() async throws {
    for county in [Cast.county, Cast.otherCounty] {
      let owed = try await owed(in: county)
      for start in stride(from: 0, to: owed.count, by: 200) {
        let batch = owed[start..<min(start + 200, owed.count)]
        try await house.database.change(county, by: .system, deed: Deed("lab.owe")) { tx in
          for one in batch { try owe(one, tx) }
        }
      }
    }
  }

  private func owed(in county: County) async throws -> [Owed] {
    let today = house.database.world.today
    let people = try await house.database.read { reader in
      try Offices.people(in: county, holding: .dutySee, roles: house.roles, reader)
    }
    guard !people.isEmpty else { throw Misuse("found the county first") }
    // From five weeks ago to four days ahead: nearly all of them have something to be told.
    return (after + 1...after + count).filter { ($0 % 8 == 0) == (county == Cast.otherCounty) }.map { number in
      Owed(number: number, owner: people[number % people.count], due: today.adding(days: number % 40 - 35))
    }
  }

  private func owe(_ one: Owed, _ tx: Transaction) throws {
    let (kind, title) = (one.isTerm ? "case.decision" : one.kind, "第\(one.number)项")
    if one.isTerm {
      let event = one.due.adding(days: -90)
      try Duties.owe(
        NewDuty(
          kind: kind, title: title, subject: one.subject, owner: one.owner.id,
          term: try house.law.due(.caseDecision, from: event), from: event, basis: "试验"), tx)
    } else {
      try Duties.owe(
        NewDuty(kind: kind, title: title, subject: one.subject, owner: one.owner.id, due: one.due, basis: "试验"), tx)
    }
    if one.isStanding {
      let decision = DutyDecision(document: "试验", decider: "试验", on: tx.today.adding(days: -60))
      try Duties.suspend(one.subject, kind: kind, from: tx.today.adding(days: -60), decision: decision, tx)
    }
    if one.isDone { try Duties.settle(one.subject, kind: kind, outcome: "试验", tx) }
    tx.tell(one.subject, "试验待办\(title)")
  }
}
