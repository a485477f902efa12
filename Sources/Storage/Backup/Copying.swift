package import Foundation
import GRDB
import Kit

extension Database {
  /// Opens the store of a folder as it stands: its shape is not brought up to date, nothing is made. Refuses a place
  /// where no store is.
  package static func asItStands(_ folder: URL, address: String? = nil) async throws -> Database {
    let exists = { (path: String) in FileManager.default.fileExists(atPath: folder.appending(path: path).path) }
    guard exists("keys/checkpoint.key"), address != nil || exists("qingyuan.sqlite") else {
      throw BackupRefusal.noStore(folder.path)
    }
    let data = try DataFolder(folder)
    let engine = try engine(data, Options(address: address))
    let tables = try await translating { try await engine.read { try CatalogueStore.names($0) } }
    guard tables.contains("schema_change") else {
      await engine.close()
      throw BackupRefusal.noStore(address == nil ? folder.path : "这个数据库")
    }
    return Database(engine: engine, folder: data, world: .live(node: data.node))
  }

  /// Copies the whole store into one sealed file, from one snapshot, while others read and write. Keys go along only
  /// where asked. Refuses a file that exists, an attachment that is missing or damaged, and tables that this program
  /// could not restore; then no file is left.
  package func backUp(
    to place: URL, _ secret: Backup.Secret, withKeys: Bool = false, product: String, rooms: [SchemaChange]
  ) async throws -> Backup.Summary {
    guard !FileManager.default.fileExists(atPath: place.path) else { throw BackupRefusal.exists(place.path) }
    do {
      return try await copy(withKeys: withKeys, product: product, rooms: rooms) { try SealedFile(place, secret) }
    } catch {
      SealedFile.discard(place)
      throw error
    }
  }

  func copy(
    withKeys: Bool, product: String, rooms: [SchemaChange], into sink: @escaping @Sendable () throws -> any FrameSink
  ) async throws -> Backup.Summary {
    let names = try await read { try Schema.applied($0.connection) }
    let expected = try await Catalogue.expected(names, Schema.ground + rooms)
    let checkpoints = try CheckpointFiles(folder.checkpoints)
    let (folder, at) = (folder, world.now().milliseconds)
    return try await snapshot { connection in
      try CatalogueStore.takeTime(connection)
      let tables = try Catalogue.tables(connection)
      try Catalogue.refuseDifference(tables, expected)
      let copying = Copying(connection: connection, folder: folder, tables: tables, records: RecordWriter(try sink()))
      return try copying.run(product: product, at: at, withKeys: withKeys, checkpoints)
    }
  }

  /// A look that may take minutes: never on a thread that answers requests.
  private func snapshot<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await translating {
      guard let sqlite = engine as? SQLiteEngine else { return try await engine.read(body) }
      return try await sqlite.pool.read { try body(SQLiteConnection(PoolStatements($0))) }
    }
  }
}

/// Writes one snapshot as records.
struct Copying {
  let connection: any Connection
  let folder: DataFolder
  let tables: [TableShape]
  let records: RecordWriter

  func run(
    product: String, at: Int64, withKeys: Bool, _ checkpoints: CheckpointFiles
  ) throws -> Backup.Summary {
    let keys = try KeyFiles.read(in: folder.url.appending(path: "keys"))
    try write(
      CopyHeader(
        product: product, changes: try Schema.applied(connection), dialect: connection.dialect.rawValue, at: at,
        node: folder.node, publicKey: folder.keys.checkpoint.publicKey.hex, keys: KeyFiles.marks(keys),
        hasKeys: withKeys))
    if withKeys { for (name, bytes) in keys.sorted(by: { $0.key < $1.key }) { try write(.key, name, bytes) } }
    let sums = try tables.map(write)
    let (files, bytes) = try writeFiles()
    for name in checkpoints.names { try write(.checkpoints, name, try checkpoints.bytes(of: name)) }
    try records.finish(sums, files: files, bytes: bytes)
    return Backup.Summary(
      product: product, madeAt: at, tables: sums.count, rows: sums.reduce(0) { $0 + $1.rows }, files: files,
      bytes: bytes, hasKeys: withKeys)
  }

  private func write(_ header: CopyHeader) throws {
    records.write(.header)
    try records.write(json: header)
  }

  private func write(_ mark: Mark, _ name: String, _ bytes: [UInt8]) throws {
    records.write(mark)
    try records.write(sized: Array(name.utf8))
    try records.write(sized: bytes)
  }

  private func write(_ table: TableShape) throws -> TableSum {
    records.write(.table)
    try records.write(json: table)
    let sum = RowSum()
    try RowStore.each(of: table, connection) { row in
      let start = sum.bytes.count
      for value in row { sum.bytes.append(value: value) }
      records.write(.row)
      try records.write(Array(sum.bytes[start...]))
      sum.endRow()
    }
    return sum.finish(table.name)
  }

  /// Each file: its hash, then pieces, then an empty piece.
  private func writeFiles() throws -> (count: Int64, bytes: Int64) {
    let store = FileStore(connection: connection, folder: folder.url)
    var total: (count: Int64, bytes: Int64) = (0, 0)
    for file in try store.all() {
      records.write(.file)
      try records.write(sized: Array(file.sha256.utf8))
      try store.read(file.sha256, size: file.size) { try records.write(sized: $0) }
      try records.write(sized: [])
      total = (total.count + 1, total.bytes + file.size)
    }
    return total
  }
}
