import App
import Kit
import Storage

@testable import Procedure
@testable import ProcedureWalk

extension Lab {
  /// Walks on a fresh store, then asks the self-checks and the ledger of it. Prints what was done; true: nothing was found.
  static func walk(_ asked: Asked) async throws -> Bool {
    guard let day = CivilDate(2025, 8, 1) else { return false }
    let (clock, content) = (WalkClock(day), try HouseContent.load(nil))
    var options = try asked.options()
    let live = World.live(node: try DataFolder(asked.data).node)
    options.world = World(now: { clock.now }, randomBytes: live.randomBytes, node: try DataFolder(asked.data).node)
    // What a loss of power leaves of this store is nobody's question.
    options.fault = .syncOff
    let house = try await House.open(options, content)
    let (steps, seed) = (try asked.number("--steps"), try asked.number("--seed"))
    var walking = try await Walking(
      house, content, try procedure(content, asked), clock, seed: UInt64(seed), width: max(8, min(60, steps / 100)))
    try await walking.run(steps: steps)
    let seconds = walking.seconds
    var faults = walking.tally.faults
    if faults.isEmpty { faults = try await afterwards(house) }
    walking.tally.faults = faults
    await house.close()
    tell(walking.tally, asked, seed: seed, seconds: seconds)
    return faults.isEmpty
  }

  /// The house's own, or one without the condition that is to be missed.
  private static func procedure(_ content: HouseContent, _ asked: Asked) throws -> Procedure {
    guard let name = asked.word("--without") else { return content.procedure }
    guard let condition = Condition(rawValue: name) else { throw Misuse("--without: no condition is called “\(name)”") }
    return content.procedure.without(condition)
  }

  /// What must never be found by the self-check once everybody was pressed for what is late, and a ledger that was never
  /// touched.
  private static func afterwards(_ house: House) async throws -> [String] {
    for job in house.jobs where job.name == "duties.sweep" { try await job.run(house.database) }
    let outcomes = try await CheckRun.everywhere(house.rules, thorough: true, house.database)
    let found = outcomes.flatMap(\.lines).filter { !late.contains($0.rule) }.map {
      "self-check \($0.rule): \($0.breach.title)"
    }
    let ledger = try await house.database.verifyLedger([])
    note("walk: self-check found \(found.count), the ledger of \(ledger.entries) entries \(ledger.faults.count)")
    return found + ledger.faults.map { "ledger: \($0.sentence)" }
  }

  /// What is found where time passed without a deed: a walk may be late.
  private static let late: Set<String> = ["C80"]

  private static func tell(_ tally: WalkTally, _ asked: Asked, seed: Int, seconds: Double) {
    let store = asked.address == nil ? "sqlite" : "postgres"
    for line in tally.lines(store, seconds: seconds) { print(line) }
    for fault in tally.faults { print("seed \(seed): \(fault)") }
  }
}
