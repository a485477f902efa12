import Kit
import Law
import TestKit
import Testing

@testable import Campaign

/// What the visits of a campaign come to at today's pace.
@Suite struct PaceTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let visited, total: Int64
    let percent: Double
    let elapsed, left: Int
    let reach, short: Int64
    var testDescription: String { "\(visited)/\(total) at \(percent) %, \(elapsed)+\(left)" }
  }

  @Test(arguments: [
    Example(visited: 10, total: 40, percent: 100, elapsed: 20, left: 20, reach: 20, short: 20),
    Example(visited: 10, total: 40, percent: 50, elapsed: 20, left: 20, reach: 20, short: 0),
    Example(visited: 0, total: 40, percent: 80, elapsed: 20, left: 20, reach: 0, short: 32),
    Example(visited: 30, total: 40, percent: 100, elapsed: 10, left: 90, reach: 40, short: 0),
    Example(visited: 7, total: 40, percent: 80, elapsed: 3, left: 1, reach: 9, short: 23),
    Example(visited: 32, total: 40, percent: 80, elapsed: 5, left: 0, reach: 32, short: 0),
  ])
  func `as until today, never more than there are`(_ example: Example) throws {
    let type = try #require(try Fixtures.types().all.first)
    let row = Coverage(
      type: type, visited: example.visited, total: example.total,
      target: CampaignTarget(type: type.id, percent: example.percent, subject: ""))
    let pace = try #require(Pace(elapsed: example.elapsed, left: example.left))
    #expect(pace.reach(row) == example.reach && pace.shortfall(row) == example.short)
  }

  @Test func `no forecast without a working day behind it`() {
    #expect(Pace(elapsed: 0, left: 10) == nil && Pace(elapsed: 5, left: -1) == nil)
  }
}
