import Foundation
import Kit
import Synchronization
import TestKit
import Testing

@testable import Storage

/// Two processes on one store, as far as the store can tell: two folders with the same keys, two pools.
struct TwoHouses: Sendable {
  let one: Storage.Database
  let two: Storage.Database
  let clock: TestClock

  static func with(_ store: Store, _ body: @escaping @Sendable (TwoHouses) async throws -> Void) async throws {
    try await EmptyPlace.with(store) { place in
      let clock = TestClock()
      let other = store == .sqlite ? place.folder : place.beside("two")
      let one = try await open(place.folder, place.address, clock)
      if store == .postgres { try copyKeys(from: place.folder, to: other) }
      let two = try await open(other, place.address, clock)
      let result: Result<Void, any Error>
      do { result = .success(try await body(TwoHouses(one: one, two: two, clock: clock))) } catch {
        result = .failure(error)
      }
      await one.close()
      await two.close()
      try? FileManager.default.removeItem(at: other)
      try result.get()
    }
  }

  static func copyKeys(from folder: URL, to other: URL) throws {
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: folder.appending(path: "keys"), to: other.appending(path: "keys"))
  }

  private static func open(_ folder: URL, _ address: String?, _ clock: TestClock) async throws -> Storage.Database {
    var options = Storage.Database.Options(address: address, world: clock.world())
    options.connections = 3
    return try await Storage.Database.open(DataFolder(folder), options, rooms: [])
  }

  /// An hour goes by. PostgreSQL keeps its own time, so there what is written of times is moved back instead.
  func waitAnHour() async throws {
    clock.advance(minutes: 60)
    guard one.dialect == .postgres else { return }
    _ = try await one.scratch { try $0.execute("UPDATE scratch_turn SET due = due - 3600000, until = until - 3600000") }
  }

  /// Until when the turn is held.
  func until() async throws -> Int64 { try await one.read { try $0.number("SELECT until FROM scratch_turn") } }
}

@Suite struct TurnTests {
  /// Counts how often it ran.
  private final class Count: Sendable {
    let runs = Mutex(0)
    var value: Int { runs.withLock { $0 } }
    func job(per: Job.Reach = .store, _ work: @escaping @Sendable () async throws -> Void = {}) -> Job {
      Job("test.count", purpose: "数一数", seconds: 3600, per: per) { _ in
        self.runs.withLock { $0 += 1 }
        try await work()
      }
    }
  }

  @Test(arguments: Store.both) func `of two houses one runs a job, and none before its time`(store: Store) async throws
  {
    try await TwoHouses.with(store) { houses in
      let count = Count()
      let job = count.job()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for turn in 0..<12 {
          group.addTask { try await (turn % 2 == 0 ? houses.one : houses.two).turn(at: job)?.run() }
        }
        try await group.waitForAll()
      }
      #expect(count.value == 1)
      try await houses.waitAnHour()
      try await houses.two.turn(at: job)?.run()
      #expect(count.value == 2)
      #expect(try await houses.one.turn(at: job) == nil)
    }
  }

  @Test(arguments: Store.both) func `a house that falls silent loses its turn, not before`(store: Store) async throws {
    try await TwoHouses.with(store) { houses in
      let job = Count().job()
      #expect(try await houses.one.turn(at: job) != nil)
      #expect(try await houses.two.turn(at: job) == nil)
      try await houses.waitAnHour()
      #expect(try await houses.two.turn(at: job) != nil)
    }
  }

  @Test(arguments: Store.both) func `a long job keeps its turn, and the next is due when it was to be`(store: Store)
    async throws
  {
    try await TwoHouses.with(store) { houses in
      let count = Count()
      houses.clock.drift()
      // As long as it takes until the turn was prolonged once: a third of its thirty seconds.
      let job = count.job {
        let first = try await houses.until()
        while try await houses.until() <= first {
          #expect(try await houses.two.turn(at: count.job()) == nil)
          try await Task.sleep(for: .milliseconds(250))
        }
      }
      try await houses.one.turn(at: job, seconds: 30)?.run()
      #expect(try await houses.two.turn(at: job) == nil)
      #expect(count.value == 1)
    }
  }

  @Test(arguments: Store.both) func `a job whose turn was taken stops, and leaves the other's alone`(store: Store)
    async throws
  {
    try await TwoHouses.with(store) { houses in
      let job = Count().job { try await Task.sleep(for: .seconds(300)) }
      let turn = try #require(try await houses.one.turn(at: job, seconds: 3))
      try await houses.one.scratch { _ = try $0.execute("UPDATE scratch_turn SET holder = \("other:1:1")") }
      await #expect(throws: SharingRefusal.self) { try await turn.run() }
      let holder = try await houses.one.read { try $0.first("SELECT holder FROM scratch_turn") { try $0.text(0) } }
      #expect(holder == "other:1:1")
    }
  }

  @Test(arguments: Store.both) func `a job that fails is due again after its time; a job of the process always`(
    store: Store
  ) async throws {
    try await TwoHouses.with(store) { houses in
      let count = Count()
      let failing = count.job { throw CancellationError() }
      let turn = try #require(try await houses.one.turn(at: failing))
      await #expect(throws: CancellationError.self) { try await turn.run() }
      #expect(try await houses.two.turn(at: failing) == nil)
      try await houses.waitAnHour()
      #expect(try await houses.two.turn(at: failing) != nil)
      for house in [houses.one, houses.two] { try await house.turn(at: count.job(per: .process))?.run() }
      #expect(count.value == 3)
    }
  }
}
