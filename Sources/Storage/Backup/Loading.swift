package import Foundation
import Kit

/// Where the keys of a restored folder come from.
package enum KeySource: Sendable {
  /// The copy was made with them.
  case copy
  /// Kept elsewhere; must be the very keys of the copy.
  case folder(URL)
  /// They are lost. Codes that citizens were given no longer open anything.
  case new
  /// The folder has them already: a move.
  case own
}

/// What was loaded, and found equal.
struct Loaded: Sendable {
  let header: CopyHeader
  let end: CopyEnd
}

/// Reads records into an empty store, then compares the store with what the copy says of itself. Runs within one
/// transaction; whatever it throws leaves nothing behind.
final class Loading {
  private let connection: any Connection
  private let records: RecordReader
  private let staging: Staging
  private let keys: KeySource
  private let changes: [SchemaChange]
  private var tables: [String: TableShape] = [:]
  private var filling: Filling?
  private var keyFiles: [String: [UInt8]] = [:]

  init(
    _ connection: any Connection, _ source: any FrameSource, _ staging: Staging, _ keys: KeySource,
    _ changes: [SchemaChange]
  ) {
    self.connection = connection
    records = RecordReader(source)
    self.staging = staging
    self.keys = keys
    self.changes = changes
  }

  func run() throws -> Loaded {
    guard try records.mark() == .header else { throw BackupRefusal.damaged("开头不是说明部分") }
    let header = try records.json(CopyHeader.self)
    guard header.format == Backup.format else { throw BackupRefusal.newer("它的备份格式") }
    // Asked now for the refusal only: nobody should wait for gigabytes to hear of a missing key.
    _ = try heldKeys(header)
    try makeTables(header)
    let end = try takeRecords()
    try compare(end)
    try placeFolder(header)
    try CatalogueStore.gatherStatistics(connection)
    return Loaded(header: header, end: end)
  }

  /// The shape that the copied store had, made by the same named steps.
  private func makeTables(_ header: CopyHeader) throws {
    try CatalogueStore.takeTime(connection)
    guard try CatalogueStore.names(connection).isEmpty else { throw BackupRefusal.notEmpty("目标数据库") }
    let world = World.live(node: 0).at(Instant(milliseconds: header.at))
    try Schema.apply(try Catalogue.steps(header.changes, changes), connection, world)
    for table in try Catalogue.tables(connection) {
      try RowStore.empty(table, connection)
      tables[table.name] = table
    }
  }

  private func takeRecords() throws -> CopyEnd {
    while true {
      switch try records.mark() {
      case .row: try filling?.take(records)
      case .table: try begin(try records.json(TableShape.self))
      case .file: try takeFile()
      case .checkpoints: try takeCheckpoints()
      case .key: keyFiles[try records.text()] = try records.sized()
      case .header: throw BackupRefusal.damaged("说明部分出现了两次")
      case .end:
        try filling?.flush()
        return try records.end()
      }
    }
  }

  private func begin(_ table: TableShape) throws {
    try filling?.flush()
    guard tables[table.name] == table else {
      throw BackupRefusal.shape("备份里的表 \(table.name) 与本程序建的不同，不能恢复。")
    }
    filling = try Filling(table, connection)
  }

  private func takeFile() throws {
    let name = try records.text()
    let store = FileStore(connection: connection, folder: staging.place)
    _ = try store.write(name) { try records.sized() }
  }

  private func takeCheckpoints() throws {
    let (name, bytes) = (try records.text(), try records.sized())
    switch keys {
    case .own: break
    case .new: try staging.write(bytes, to: "checkpoints/\(Staging.earlier)/\(try plain(name))")
    case .copy, .folder: try staging.write(bytes, to: "checkpoints/\(try plain(name))")
    }
  }

  /// Every table and every file, read again from where they are now.
  private func compare(_ end: CopyEnd) throws {
    guard Set(end.tables.map(\.table)) == Set(tables.keys) else { throw BackupRefusal.differs("表的个数") }
    for sum in end.tables {
      guard let table = tables[sum.table], try RowStore.sum(of: table, connection) == sum else {
        throw BackupRefusal.differs("表 \(sum.table)")
      }
    }
    let store = FileStore(connection: connection, folder: staging.place)
    let files = try store.all()
    guard Int64(files.count) == end.files else { throw BackupRefusal.differs("附件个数") }
    for file in files { try store.read(file.sha256, size: file.size) { _ in } }
  }

  private func placeFolder(_ header: CopyHeader) throws {
    if case .own = keys { return }
    try staging.write(Array("\(header.node)\n".utf8), to: "node")
    for (name, bytes) in try heldKeys(header) { try staging.write(bytes, to: "keys/\(try plain(name))", mode: 0o600) }
    guard case .new = keys else { return }
    try staging.write(Array("\(header.publicKey)\n".utf8), to: "checkpoints/\(Staging.earlier)/checkpoint.pub")
  }

  private func heldKeys(_ header: CopyHeader) throws -> [String: [UInt8]] {
    switch keys {
    case .new, .own: return [:]
    case .copy:
      guard header.hasKeys else { throw BackupRefusal.keys("这份备份里没有密钥，没有写入任何内容。") }
      return keyFiles
    case .folder(let place):
      let files = try KeyFiles.read(in: place)
      if let wrong = header.keys.keys.sorted().first(where: { KeyFiles.marks(files)[$0] != header.keys[$0] }) {
        throw BackupRefusal.keys("\(place.path) 里的 \(wrong) 不是这份备份的密钥，没有写入任何内容。")
      }
      return files.filter { header.keys[$0.key] != nil }
    }
  }

  /// A copy was sealed by whoever had the secret; even so a name must not lead out of the folder.
  private func plain(_ name: String) throws -> String {
    guard !name.contains("/"), !name.hasPrefix("."), !name.isEmpty else { throw BackupRefusal.damaged("文件名不对") }
    return name
  }
}

/// Rows on their way into one table.
final class Filling {
  private let table: TableShape
  private let connection: any Connection
  private let lines: Int
  private let full: SQL
  private var values: [SQLValue] = []

  init(_ table: TableShape, _ connection: any Connection) throws {
    self.table = table
    self.connection = connection
    // Both stores bound the number of values of a statement.
    lines = max(1, min(100, 4000 / max(table.columns.count, 1)))
    full = try RowStore.insertion(into: table, lines: lines)
  }

  func take(_ records: RecordReader) throws {
    for _ in table.columns { values.append(try records.value()) }
    guard values.count == lines * table.columns.count else { return }
    try connection.execute(full.with(values))
    values.removeAll(keepingCapacity: true)
  }

  func flush() throws {
    guard !values.isEmpty else { return }
    try connection.execute(
      try RowStore.insertion(into: table, lines: values.count / table.columns.count).with(values))
    values.removeAll()
  }
}
