import Foundation
import Kit
package import Storage

/// A bare store for tests of the ground floor: no rooms, only the schema that the test brings.
package enum TestStore {
  package static func with<T: Sendable>(
    _ store: Store, tallied: Bool = true, fault: Database.Fault? = nil, schema: [SchemaChange] = [],
    clock: TestClock = TestClock(),
    _ body: (Database) async throws -> T
  ) async throws -> T {
    if tallied { Tally.add(store) }
    let url = FileManager.default.temporaryDirectory.appending(path: "qingyuan-store-\(UUID().uuidString)")
    let name = try store == .postgres ? await PostgresServer.makeDatabase() : nil
    var options = Database.Options(address: name.map(PostgresServer.address), world: clock.world(), fault: fault)
    options.connections = 3
    let database = try await Database.open(DataFolder(url), options, rooms: schema)
    let result: Result<T, any Error>
    do { result = .success(try await body(database)) } catch { result = .failure(error) }
    await database.close()
    try? FileManager.default.removeItem(at: url)
    if let name { try? await PostgresServer.drop(name) }
    return try result.get()
  }
}
