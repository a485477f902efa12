import Foundation
import Kit
@testable import Storage
import Synchronization
import TestKit
import Testing

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
      do { result = .success(try await body(TwoHouses(one: one, two: two, clock: clock))) } catch { result = .failure(error) }
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

  /// PostgreSQL keeps its own time; SQLite that of the test.
  func wait(seconds: Int) async throws {
    clock.advance(minutes: 1)
    if one.dialect == .postgres { try await Task.sleep(for: .milliseconds(seconds * 1000 + 100)) }
  }
}

@Suite struct TurnTests {
  /// Counts how often it ran.
  private final class Count: Sendable {
    let runs = Mutex(0)
    var value: Int { runs.withLock { $0 } }
    func job(seconds: Int = 3600, per: Job.Reach = .store, _ work: @escaping @Sendable () async throws -> Void = {}) -> Job {
      Job("test.count", purpose: "数一数", seconds: seconds, per: per) { _ in
        self.runs.withLock { $0 += 1 }
        try await work()
      }
    }
  }

  @Test(arguments: Store.both) func `of two houses one runs a job, and none before its time`(store: Store) async throws {
    try await TwoHouses.with(store) { houses in
      let count = Count()
      let job = count.job(seconds: 1)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for turn in 0..<12 {
          group.addTask { try await (turn % 2 == 0 ? houses.one : houses.two).turn(at: job)?.run() }
        }
        try await group.waitForAll()
      }
      #expect(count.value == 1)
      try await houses.wait(seconds: 1)
      try await houses.two.turn(at: job)?.run()
      #expect(count.value == 2)
      #expect(try await houses.one.turn(at: job) == nil)
    }
  }

  @Test(arguments: Store.both) func `a house that falls silent loses its turn, not before`(store: Store) async throws {
    try await TwoHouses.with(store) { houses in
      let job = Count().job()
      #expect(try await houses.one.turn(at: job, seconds: 1) != nil)
      #expect(try await houses.two.turn(at: job, seconds: 1) == nil)
      try await houses.wait(seconds: 1)
      #expect(try await houses.two.turn(at: job, seconds: 1) != nil)
    }
  }

  @Test(arguments: Store.both) func `a long job keeps its turn, and the next is due when it was to be`(store: Store) async throws {
    try await TwoHouses.with(store) { houses in
      let count = Count()
      let job = count.job { try await Task.sleep(for: .milliseconds(2500)) }
      let turn = try #require(try await houses.one.turn(at: job, seconds: 1))
      async let done: Void = turn.run()
      for _ in 0..<10 {
        try await Task.sleep(for: .milliseconds(200))
        #expect(try await houses.two.turn(at: job, seconds: 1) == nil)
      }
      try await done
      #expect(try await houses.two.turn(at: job) == nil)
      #expect(count.value == 1)
    }
  }

  @Test(arguments: Store.both) func `a job whose turn was taken stops, and leaves the other's alone`(store: Store) async throws {
    try await TwoHouses.with(store) { houses in
      let job = Count().job { try await Task.sleep(for: .seconds(30)) }
      let turn = try #require(try await houses.one.turn(at: job, seconds: 1))
      try await houses.one.scratch { _ = try $0.execute("UPDATE scratch_turn SET holder = \("other:1:1")") }
      await #expect(throws: SharingRefusal.self) { try await turn.run() }
      let holder = try await houses.one.read { try $0.first("SELECT holder FROM scratch_turn") { try $0.text(0) } }
      #expect(holder == "other:1:1")
    }
  }

  @Test(arguments: Store.both) func `a job that fails is due again after its time; a job of the process always`(store: Store) async throws {
    try await TwoHouses.with(store) { houses in
      let count = Count()
      let failing = count.job(seconds: 1) { throw CancellationError() }
      let turn = try #require(try await houses.one.turn(at: failing))
      await #expect(throws: CancellationError.self) { try await turn.run() }
      #expect(try await houses.two.turn(at: failing) == nil)
      try await houses.wait(seconds: 1)
      #expect(try await houses.two.turn(at: failing) != nil)
      for house in [houses.one, houses.two] { try await house.turn(at: count.job(per: .process))?.run() }
      #expect(count.value == 3)
    }
  }
}
