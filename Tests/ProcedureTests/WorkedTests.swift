import Kit
import Law
import Testing

@testable import Procedure
@testable import ProcedureWalk

@Suite struct WorkedTests {
  @Test(arguments: Worked.all)
  func goesAsTheLawSays(_ worked: Worked) throws {
    let procedure = try Fixtures.procedure()
    var script = Script(procedure: procedure, file: worked.file)
    try script.play(worked.lines)
    let clocks = procedure.clocks(script.file, law: procedure.law).map(Self.text).sorted()
    #expect(clocks == worked.clocks.sorted())
    #expect(procedure.stage(script.file) == worked.stage)
    guard let open = worked.open else { return }
    let person = try #require(Cast.person(open.person))
    let offered = procedure.offers(script.file, as: person, on: try Fixtures.day(open.day)).filter(\.isOpen)
    #expect(Set(offered.map(\.step.kind)) == Set(open.kinds))
  }

  @Test func thereAreThirty() {
    #expect(Worked.all.count >= 30)
    #expect(Set(Worked.all.map(\.name)).count == Worked.all.count)
  }

  static func text(_ clock: Clock) -> String {
    let days = clock.countedTo == clock.due ? clock.due.iso : "\(clock.countedTo.iso)/\(clock.due.iso)"
    return
      "\(clock.name.rawValue) \(days)\(clock.provisional ? "?" : "")\(clock.pausedSince.map { " paused \($0.iso)" } ?? "")"
  }
}
