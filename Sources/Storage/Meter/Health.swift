import Foundation
package import Kit

/// How the store and its folder are, for monitors and for the page of the system administrator. No business data.
package struct Health: Sendable {
  package let dialect: Dialect
  /// Bytes of the store: file and journal of SQLite, the database of PostgreSQL.
  package let storeSize: Int64
  /// Names of schema changes that the program knows and the store does not have.
  package let missingShape: [String]
  /// How far the server's clock is from the database's, in milliseconds; nil where they are one.
  package let drift: Int64?
  /// How many processes serve from the store, and which standbys a commit waits for (empty: none); nil with SQLite.
  package let sharing: (processes: Int, standbys: String)?
}

/// Conversations with the store: how many are open, busy, and how much work waits.
package struct PoolUse: Sendable {
  package let most: Int
  package let open: Int
  package let busy: Int
  package let waiting: Int
}

extension Database {
  /// `reader` is a look at this store.
  package func health(expecting shape: [SchemaChange], _ reader: Reader) throws -> Health {
    let known = Set(try HealthStore.shape(reader))
    let names = (Schema.ground + shape).map(\.name)
    let size = dialect == .sqlite ? folder.storeSize : try HealthStore.size(reader)
    let drift = dialect == .sqlite ? nil : try HealthStore.clock(reader) - world.now().milliseconds
    return Health(
      dialect: dialect, storeSize: size, missingShape: names.filter { !known.contains($0) }, drift: drift,
      sharing: dialect == .sqlite ? nil : (try seats(reader).count, try HealthStore.standbys(reader)))
  }

  /// Nil with SQLite, where a look takes a connection of its own and waits for nobody.
  package var poolUse: PoolUse? { (engine as? PostgresEngine)?.use }
}

extension DataFolder {
  /// Bytes free for the store; nil where the system does not say.
  package var freeSpace: Int64? { freeBytes(url.path) }

  package var isWritable: Bool {
    [url, incoming, checkpoints].allSatisfy { FileManager.default.isWritableFile(atPath: $0.path) }
  }

  var storeSize: Int64 { [store.path, store.path + "-wal"].reduce(0) { $0 + (fileSize($1) ?? 0) } }

  /// When the last checkpoint was signed; nil where there is none yet. Reads the newest file only.
  package func lastCheckpoint() -> Instant? {
    let files = try? FileManager.default.contentsOfDirectory(at: checkpoints, includingPropertiesForKeys: nil)
    guard let newest = (files ?? []).filter({ $0.pathExtension == "jsonl" }).max(by: { $0.path < $1.path }),
      let all = try? Checkpoint.all(in: newest)
    else { return nil }
    return all.map(\.at).max().map(Instant.init(milliseconds:))
  }
}
