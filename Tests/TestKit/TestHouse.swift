package import App
package import Foundation
package import Kit
package import Offices
package import Storage
import Synchronization
import Testing
package import Web

/// A house for one test: a fresh folder, a fresh store, the cast founded, the world pinned.
package final class TestHouse: Sendable {
  package let house: House
  package let store: Store
  package let clock: TestClock
  private let folder: URL
  private let databaseName: String?

  package var database: Database { house.database }

  /// Opens a house, runs the test, cleans up whatever happened. `reports`: so many of the web become clues at once.
  package static func with<T: Sendable>(
    _ store: Store, cast: Bool = true, reports: Int? = nil, _ body: (TestHouse) async throws -> T
  ) async throws -> T {
    let test = try await TestHouse(store, cast ? .cast : .bare, reports: reports)
    do {
      let result = try await body(test)
      await test.close()
      return result
    } catch {
      await test.close()
      throw error
    }
  }

  /// A house in which the demonstration county lives, at today's real date: one record of every kind.
  package static func withDemo<T: Sendable>(
    _ store: Store, journal: Journal? = nil, _ body: (TestHouse) async throws -> T
  ) async throws -> T {
    let test = try await TestHouse(store, .demo, journal: journal)
    do {
      let result = try await body(test)
      await test.close()
      return result
    } catch {
      await test.close()
      throw error
    }
  }

  private init(_ store: Store, _ kind: Mould.Kind, reports: Int? = nil, journal: Journal? = nil) async throws {
    self.store = store
    clock = TestClock()
    Tally.add(store)
    (folder, databaseName) = try await Moulds.all.mould(store, kind).cast()
    var options = House.Options(data: folder, address: databaseName.map(PostgresServer.address))
    if kind != .demo { options.world = clock.world() }
    options.connections = 3
    options.reports = reports
    options.journal = journal
    house = try await House.open(options, try TestHouse.content.get())
  }

  private func close() async {
    await house.close()
    try? FileManager.default.removeItem(at: folder)
    if let databaseName { try? await PostgresServer.drop(databaseName) }
  }

  package func account(_ login: String) async throws -> Person {
    let people = try await database.read { reader in
      try [Cast.county, Cast.otherCounty].flatMap {
        try Offices.people(in: $0, holding: nil, roles: self.house.roles, reader)
      }
    }
    return try #require(people.first { $0.login == login })
  }

  package var dataFolder: URL { folder }

  /// The packs of the work tree, so that tests need no rebuilt embedding.
  package static let contentFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Content").standardizedFileURL.path

  /// Read once for all tests: it is the same, and nobody changes it.
  private static let content = Result { try HouseContent.load(contentFolder) }
}

/// The pinned time; tests move it on.
package final class TestClock: Sendable {
  private let moment: Mutex<Instant>
  private let drifts = Mutex(false)
  /// Friday 2026-11-20, 10:00.
  package init() { moment = Mutex(Instant(CivilDate(2026, 11, 20) ?? CivilDate(dayNumber: 0), hour: 10)) }

  /// Where `drifts` is set, each look moves the clock on by a millisecond, as the live clock may.
  package var now: Instant {
    moment.withLock { moment in
      if drifts.withLock({ $0 }) { moment = Instant(milliseconds: moment.milliseconds + 1) }
      return moment
    }
  }
  package func drift() { drifts.withLock { $0 = true } }
  package func advance(days: Int64 = 0, minutes: Int64 = 0) {
    moment.withLock { $0 = $0.adding(seconds: days * 86_400 + minutes * 60) }
  }

  /// Another node makes other identities at the same moment, and draws other bytes.
  package func world(node: Int = 1) -> World {
    World(now: { self.now }, randomBytes: SeededBytes(node).next, node: node)
  }
}

/// Random bytes that are the same in every run.
final class SeededBytes: Sendable {
  private let state: Mutex<UInt64>

  init(_ node: Int) { state = Mutex(0x9E37_79B9_7F4A_7C15 &* UInt64(node)) }

  func next(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state >> 32)
      }
    }
  }
}

/// Notes which store a test opened, so that `script/test` can prove that both ran the same tests.
enum Tally {
  private static let lock = Mutex<Void>(())

  static func add(_ store: Store) {
    guard let path = ProcessInfo.processInfo.environment["QINGYUAN_TEST_TALLY"], let test = Test.current else { return }
    lock.withLock { _ in
      // O_APPEND: another process of the same run may write too.
      guard let file = fopen(path, "a") else { return }
      fputs("\(store.rawValue) \(test.id)\n", file)
      fclose(file)
    }
  }
}
