import App
import Casework
import Foundation
import Intake
import Kit
import Law
import Offices
import Storage

/// Loads a store with a year of clues and cases, through the rooms' deeds with the world moved along, so that ledger,
/// duties and search index are what a county would have. Several hundred deeds share a transaction.
struct Filling {
  let house: House
  let intake: Intake
  let casework: Casework
  let clues: Int
  let cases: Int
  let ground: Ground
  var words: Words
  var staff = Staff(head: nil, officers: [])
  var stages = Stages()
  private let began = ContinuousClock.now

  /// Deeds that share a transaction. PostgreSQL keeps every version of a row that one transaction makes, so that a large
  /// one slows down by itself.
  let batch: Int

  init(_ house: House, clues: Int, cases: Int, on ground: Ground = .cast, batch: Int = 400) throws {
    guard clues > 0, cases <= clues / 3 else { throw Misuse("--clues must be at least three times --cases") }
    (self.house, self.clues, self.cases, self.ground, self.batch) = (house, clues, cases, ground, batch)
    words = Words(seed: 2026 &+ UInt64(ground.county.number))
    intake = house.intake
    casework = Casework(
      law: house.law, roles: house.roles, procedure: house.procedure, papers: house.papers,
      evidence: house.evidence)
  }

  /// From 360 days ago to yesterday, one batch after the other; a last step handles what the last batch brought. The
  /// county must be founded.
  mutating func run() async throws {
    let (now, batches) = (house.database.world.now(), (clues + batch - 1) / batch)
    let step = Int64(359 * 86_400 / (batches + 1))
    let start = now.adding(seconds: -360 * 86_400)
    staff = try await Staff.read(house, ground.county)
    for number in 0...batches {
      try await day(house.database.world.at(start.adding(seconds: Int64(number + 1) * step)))
      if number % 10 == 9 || number == batches { tellProgress() }
    }
  }

  /// What comes in, and what is done with that which came in before.
  private mutating func day(_ world: World) async throws {
    let new = (0..<min(batch, clues - stages.received)).map { _ in newReport(words.pick(ground.towns)) }
    let before = stages
    stages.received += new.count
    stages.waiting = try await receive(new, world)
    stages.open = try await file(try await accept(before.waiting, world), world)
    stages.decided = try await decide(before.open, world)
    stages.paid = try await pay(before.decided, world)
    try await close(before.paid, world)
    stages.filed += stages.open.count
  }

  private mutating func newReport(_ town: (number: Int64, name: String)) -> NewClue {
    let (text, place) = words.report(in: town.name)
    return NewClue(channel: .web, text: text, place: place, town: town.number)
  }

  private func tellProgress() {
    let seconds = max((ContinuousClock.now - began).components.seconds, 1)
    let rate = Int64(stages.received) / seconds
    note("lab: \(stages.received) of \(clues) clues, \(stages.filed) of \(cases) cases, \(rate) clues per second")
  }
}

/// Who acts in the loaded year.
struct Staff: Sendable {
  let head: Person?
  let officers: [Person]

  static func read(_ house: House, _ county: County) async throws -> Staff {
    let roles = house.roles
    return try await house.database.read { reader in
      let officers = try Offices.people(in: county, holding: .caseWork, roles: roles, reader)
      let heads = try Offices.people(in: county, holding: .caseDecide, roles: roles, reader)
      return Staff(head: heads.first, officers: officers.filter { person in !heads.contains { $0.id == person.id } })
    }
  }

  /// Two for a case, and the head who decides it.
  func team() throws -> (first: Person, second: Person, head: Person) {
    guard let head, officers.count >= 2 else { throw Misuse("the cast has no head or fewer than two officers") }
    return (officers[0], officers[1], head)
  }
}

extension Person {
  var actor: Actor { Actor(kind: .account, number: id.value, title: label) }
}
