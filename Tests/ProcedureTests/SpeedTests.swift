import Kit
import Law
import Testing

@testable import Procedure
@testable import ProcedureWalk

/// Offers are made for every look at a case's page.
@Suite(.serialized) struct SpeedTests {
  /// At most 1 ms for a case of forty steps (release; a debug build is not measured).
  @Test func offersOfFortyStepsTakeLessThanAMillisecond() throws {
    var walk = Walk(try Fixtures.procedure(), seed: 7)
    while walk.file.steps.count < 40 { walk.advance() }
    let (file, today, procedure) = (walk.file, walk.today, walk.procedure)
    let person = try #require(Cast.person(1))
    var open = 0
    var least = Duration.seconds(1)
    for _ in 0..<5 {
      least = min(
        least,
        ContinuousClock().measure {
          for _ in 0..<100 { open += procedure.offers(file, as: person, on: today).filter(\.isOpen).count }
        })
    }
    print(
      "offers: \(least / 100), clocks: \(ContinuousClock().measure { for _ in 0..<100 { open += procedure.clocks(file, law: procedure.law).count } } / 100)"
    )
    let look = walk.look
    print(
      "unlawful: \(ContinuousClock().measure { for _ in 0..<100 { open += Unlawful.all.count { $0.isReached(look) } } } / 100)"
    )
    #expect(open >= 0)
    #if !DEBUG
      #expect(least / 100 < .milliseconds(1))
    #endif
  }
}
