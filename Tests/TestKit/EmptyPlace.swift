package import Foundation
package import Storage

/// An empty place for a store: a folder that is not there yet and, with PostgreSQL, an empty database.
package struct EmptyPlace: Sendable {
  package let folder: URL
  package let address: String?

  package init(folder: URL, address: String?) {
    self.folder = folder
    self.address = address
  }

  /// Lends a place and clears it away, whatever happens.
  package static func with<T: Sendable>(
    _ store: Store, tallied: Bool = true, _ body: (EmptyPlace) async throws -> T
  ) async throws -> T {
    if tallied { Tally.add(store) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingyuan-place-\(UUID().uuidString)")
    let name = try store == .postgres ? await PostgresServer.makeDatabase() : nil
    let place = EmptyPlace(folder: folder, address: name.map(PostgresServer.address))
    let result: Result<T, any Error>
    do { result = .success(try await body(place)) } catch { result = .failure(error) }
    try? FileManager.default.removeItem(at: folder)
    if let name { try? await PostgresServer.drop(name) }
    return try result.get()
  }

  /// Opens a store there.
  package func open(_ schema: [SchemaChange]) async throws -> Database {
    var options = Database.Options(address: address, world: TestClock().world())
    options.connections = 3
    return try await Database.open(DataFolder(folder), options, rooms: schema)
  }

  /// A file beside the place, gone with it only where the test removes it.
  package func beside(_ name: String) -> URL {
    folder.deletingLastPathComponent().appending(path: "\(folder.lastPathComponent)-\(name)")
  }
}
