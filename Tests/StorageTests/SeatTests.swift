import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

/// Several processes on one PostgreSQL. With SQLite one process has the folder.
@Suite struct SeatTests {
  private func with(_ body: @escaping @Sendable (EmptyPlace, URL) async throws -> Void) async throws {
    guard Store.both.contains(.postgres) else { return }
    try await EmptyPlace.with(.postgres, tallied: false) { place in
      let other = place.beside("two")
      defer { try? FileManager.default.removeItem(at: other) }
      try await body(place, other)
    }
  }

  private func open(_ folder: URL, _ place: EmptyPlace) async throws -> Storage.Database {
    var options = Storage.Database.Options(address: place.address)
    options.connections = 2
    return try await Storage.Database.open(DataFolder(folder), options, rooms: [])
  }

  private func node(of database: Storage.Database) -> Int {
    let id: ID<Storage.Database> = database.world.newID()
    return Int(id.value >> 9 & 0xFFF)
  }

  @Test func `two processes never have the same node, and the folder's number is not asked`() async throws {
    try await with { place, other in
      let one = try await open(place.folder, place)
      try FileManager.default.copyItem(at: place.folder, to: other)
      let two = try await open(other, place)
      #expect(one.folder.node == two.folder.node && one.holder != two.holder)
      #expect(node(of: one) == one.node && node(of: two) == two.node && one.node != two.node)
      #expect(try await one.read { try one.seats($0).count } == 2)
      await two.close()
      let three = try await open(other, place)
      #expect(![one.node, two.node].contains(three.node), "一个号码还给数据库后，不能马上再给别人")
      await three.close()
      #expect(try await one.read { try one.seats($0) } == [one.holder])
      await one.close()
    }
  }

  @Test func `a process whose seat was taken draws another`() async throws {
    try await with { place, _ in
      let one = try await open(place.folder, place)
      let before = one.node
      try await one.keepSeat()
      #expect(one.node == before)
      try await one.scratch { _ = try $0.execute("UPDATE scratch_seat SET holder = \("other:1:1")") }
      try await one.keepSeat()
      #expect(one.node != before && node(of: one) == one.node)
      await one.close()
    }
  }

  @Test func `numbers come round, the longest unused first; none is lent twice`() async throws {
    try await with { place, other in
      let one = try await open(place.folder, place)
      let later = Instant.system.adding(seconds: 3600)
      try await one.scratch { scratch in
        for node in one.node + 1..<Int(Seat.numbers) {
          try SharingStore.take(node, "x", at: later, until: later, scratch)
        }
      }
      try TwoHouses.copyKeys(from: place.folder, to: other)
      await #expect(throws: SharingRefusal.self) { try await open(other, place) }
      try await one.scratch { scratch in
        for (node, past) in [(77, 50), (78, 90), (79, 10)] {
          _ = try SharingStore.keep(node, "x", until: Instant.system.adding(seconds: Int64(-past)), scratch)
        }
      }
      let two = try await open(other, place)
      #expect(two.node == 78)
      await two.close()
      await one.close()
    }
  }

  @Test func `keys of another store are refused by name, the right ones serve`() async throws {
    try await with { place, other in
      let one = try await open(place.folder, place)
      do {
        _ = try await open(other, place)
        Issue.record("别的密钥也能用")
      } catch let refusal as SharingRefusal {
        #expect(refusal.code == "store.foreign-keys" && refusal.sentence.contains("lookup.key"))
        #expect(refusal.next?.contains("keys") == true)
      }
      try FileManager.default.removeItem(at: other)
      try TwoHouses.copyKeys(from: place.folder, to: other)
      let two = try await open(other, place)
      await two.close()
      await one.close()
    }
  }

  @Test func `a transaction that PostgreSQL rolled back at its end is not answered as stored`() async throws {
    try await with { place, _ in
      let one = try await open(place.folder, place)
      await #expect(throws: StoreRefusal.self) {
        try await one.scratch { scratch in
          try SharingStore.insert(["new.key": "1"], scratch)
          _ = try? scratch.execute("INSERT INTO scratch_key (name, mark) VALUES (\("new.key"), \("2"))")
        }
      }
      #expect(try await one.read { try SharingStore.marks($0)["new.key"] } == nil)
      await one.close()
    }
  }
}
