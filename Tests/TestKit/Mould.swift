import App
import Foundation
import Kit
import Offices
import Storage

/// A house that many tests begin with, made once in a run and copied for each: packs read, schema built, people there.
struct Mould: Sendable {
  enum Kind: Hashable, Sendable {
    case bare, cast, demo
  }

  let folder: URL
  let database: String?

  /// A place of its own for a test, as the mould was left.
  func cast() async throws -> (folder: URL, database: String?) {
    let copy = FileManager.default.temporaryDirectory.appending(path: "qingyuan-test-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: folder, to: copy)
    guard let database else { return (copy, nil) }
    return (copy, try await PostgresServer.makeDatabase(like: database))
  }

  static func made(_ store: Store, _ kind: Kind) async throws -> Mould {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingyuan-mould-\(UUID().uuidString)")
    let database = store == .postgres ? try await PostgresServer.makeDatabase() : nil
    var options = House.Options(data: folder, address: database.map(PostgresServer.address))
    options.content = TestHouse.contentFolder
    if kind == .demo {
      _ = try await Demo.make(options)
    } else {
      // Or the first record of a test would bear the identity of somebody in the cast.
      options.world = TestClock().world(node: 2)
      let house = try await House.open(options)
      if kind == .cast { try await Cast.found(house.database, roles: house.roles, world: house.database.world) }
      await house.close()
    }
    return Mould(folder: folder, database: database)
  }
}

/// The moulds of this run; who asks first has one made, the others wait for it.
actor Moulds {
  static let all = Moulds()

  private var making: [Key: Task<Mould, any Error>] = [:]

  private struct Key: Hashable {
    let store: Store
    let kind: Mould.Kind
  }

  func mould(_ store: Store, _ kind: Mould.Kind) async throws -> Mould {
    let key = Key(store: store, kind: kind)
    let task = making[key] ?? Task { try await Mould.made(store, kind) }
    making[key] = task
    return try await task.value
  }
}
