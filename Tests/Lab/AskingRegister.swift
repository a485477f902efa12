import App
import Foundation
import Kit
import Matching
import Storage

@testable import Offenders

/// Asks the register of offenders in the store what a CSV file asks, one question after the other, and tells on standard output
/// how long that took (one line of JSON). Then adds some of the asked as records, each of which the next question must find.
struct AskingRegister {
  let house: House
  let offenders: Offenders
  /// Whoever is likeliest, by the identity of the file that filled the register: `query_id,record_id,score`.
  let output: String
  private let questions: [MatchRecord]

  /// The first questions find nothing in any cache of the process; they are told apart.
  private static let first = 200
  private static let added = 200

  init(_ house: House, questions: String, output: String) throws {
    (self.house, self.output) = (house, output)
    self.questions = Array(try MatchTable(try bytes(of: questions), identity: "query_id"))
    offenders = try Offenders.ofTheLab(house)
  }

  func run() async throws {
    var (waits, threads, best) = ([Duration](), [Duration](), [(asked: String, found: Candidate)]())
    var (records, spent) = (0, clock())
    for (place, asked) in questions.enumerated() {
      if place == Self.first { spent = clock() }
      let (wait, thread, look) = try await ask(asked)
      waits.append(wait)
      threads.append(thread)
      records += look.kept.count
      if let first = look.answer.candidates.first { best.append((asked.id, first)) }
    }
    let asked = max(waits.count - Self.first, 1)
    let cpu = Double(clock() - spent) / Double(CLOCKS_PER_SEC) / Double(asked) * 1000
    try await write(best)
    let (seen, keeping) = try await add()
    print(
      """
      {"asked": \(asked), "wait": \(figures(waits.dropFirst(Self.first))), \
      "thread": \(figures(threads.dropFirst(Self.first))), "cpu": \(cpu), "first": \(milliseconds(waits.prefix(Self.first).max() ?? .zero)), \
      "compared": \(Double(records) / Double(max(waits.count, 1))), "added": \(keeping.count), "seen": \(seen), \
      "keeping": \(figures(keeping))}
      """)
  }

  /// How long somebody waits; and what of it the asking thread worked, which others on the machine change little.
  private func ask(_ asked: MatchRecord) async throws -> (wait: Duration, thread: Duration, LookUp) {
    let began = ContinuousClock.now
    let (thread, look) = try await house.database.read { [offenders] reader in
      let began = Self.worked()
      let look = try offenders.lookUp(asked, reader)
      return (Self.worked() - began, look)
    }
    return (ContinuousClock.now - began, thread, look)
  }

  private static func worked() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private func write(_ best: [(asked: String, found: Candidate)]) async throws {
    var text = "query_id,record_id,score\n"
    for (asked, found) in best {
      let source = try await house.database.read {
        try RecordStore.record(ID(Int64(found.number)), $0)?.source ?? ""
      }
      text += "\(asked),\(source),\(found.score)\n"
    }
    try Data(text.utf8).write(to: URL(filePath: output))
  }

  /// How many of those added the next question finds, and how long each deed took. Only of whom number or telephone is known: a
  /// common name alone is found by nobody.
  private func add() async throws -> (seen: Int, keeping: [Duration]) {
    var (seen, times) = (0, [Duration]())
    for asked in questions.lazy.filter({ !$0.idNumber.isEmpty || !$0.phone.isEmpty }).prefix(Self.added) {
      let began = ContinuousClock.now
      let kept = try await house.database.change(Cast.county, by: .system, deed: Deed("lab.register")) {
        [offenders] tx in
        let kept = try offenders.keep(.invented(asked), tx)
        if let kept { tx.tell(Ref(.offender, kept.person), "装入违法人员资料 1 条") }
        return kept
      }
      // The same words may be there from a run before.
      guard let kept else { continue }
      times.append(ContinuousClock.now - began)
      let look = try await ask(asked).2
      if look.persons.contains(kept.person), look.kept[kept.id.value] != nil { seen += 1 }
    }
    return (seen, times)
  }

  private func figures(_ waits: some Sequence<Duration>) -> String {
    let sorted = waits.sorted()
    guard let worst = sorted.last else { return "{}" }
    let parts = [("p50", 50), ("p95", 95), ("p99", 99)].map { name, part in
      "\"\(name)\": \(milliseconds(sorted[sorted.count * part / 100]))"
    }
    return "{" + (parts + ["\"worst\": \(milliseconds(worst))"]).joined(separator: ", ") + "}"
  }

  private func milliseconds(_ time: Duration) -> Double { time / .milliseconds(1) }
}
