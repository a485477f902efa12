import Foundation

/// The bytes of attachments, in pieces: files under SQLite, rows of chunks in PostgreSQL.
struct FileStore {
  let connection: any Connection
  /// Where the files stand under SQLite.
  let folder: URL

  static let piece = 256 << 10

  /// Every file once, though several records may hold it.
  func all() throws -> [(sha256: String, size: Int64)] {
    let rows = try connection.query("SELECT DISTINCT sha256, size FROM attachment") { row in
      (sha256: try row.text(0), size: try row.int(1))
    }
    return rows.sorted { $0.sha256 < $1.sha256 }
  }

  /// Gives the pieces in order. Refuses a file that is missing, and one that is no longer what was attached.
  func read(_ sha256: String, size: Int64, _ body: ([UInt8]) throws -> Void) throws {
    let sum = ByteSum()
    let take = { (piece: [UInt8]) in
      sum.take(piece)
      try body(piece)
    }
    switch connection.dialect {
    case .sqlite: try fromFile(sha256, take)
    case .postgres: try fromRows(sha256, take)
    }
    guard sum.count == size, sum.finish() == sha256 else {
      throw BackupRefusal.file("附件 \(sha256.prefix(12))…的内容已经不是登记时的样子。")
    }
  }

  private func fromFile(_ sha256: String, _ body: ([UInt8]) throws -> Void) throws {
    guard let handle = try? FileHandle(forReadingFrom: place(of: sha256)) else {
      throw BackupRefusal.file("附件 \(sha256.prefix(12))…不见了。")
    }
    defer { try? handle.close() }
    while let data = try handle.read(upToCount: FileStore.piece), !data.isEmpty { try body([UInt8](data)) }
  }

  private func fromRows(_ sha256: String, _ body: ([UInt8]) throws -> Void) throws {
    var part = 0
    while let piece = try connection.query(
      "SELECT bytes FROM attachment_chunk WHERE sha256 = \(sha256) AND part = \(part)", { try $0.blob(0) }
    ).first {
      try body(piece)
      part += 1
    }
  }

  /// Takes the pieces of one file until an empty one, and keeps them. Refuses bytes that are not what their name says.
  func write(_ sha256: String, _ next: () throws -> [UInt8]) throws -> Int64 {
    guard [UInt8](hex: sha256)?.count == 32 else { throw BackupRefusal.damaged("附件名不对") }
    let handle = connection.dialect == .sqlite ? try newFile(sha256) : nil
    defer { try? handle?.close() }
    let sum = ByteSum()
    var part = 0
    while true {
      let piece = try next()
      guard !piece.isEmpty else { break }
      sum.take(piece)
      if let handle { try handle.write(contentsOf: Data(piece)) } else { try insert(sha256, part, piece) }
      part += 1
    }
    guard sum.finish() == sha256 else { throw BackupRefusal.damaged("附件 \(sha256.prefix(12))…内容不符") }
    return sum.count
  }

  private func newFile(_ sha256: String) throws -> FileHandle {
    let place = place(of: sha256)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o640])
    else {
      throw BackupRefusal.cannotWrite(place.path)
    }
    return try FileHandle(forWritingTo: place)
  }

  private func insert(_ sha256: String, _ part: Int, _ bytes: [UInt8]) throws {
    try connection.execute("INSERT INTO attachment_chunk (sha256, part, bytes) VALUES (\(sha256), \(part), \(bytes))")
  }

  private func place(of sha256: String) -> URL { folder.appending(path: "attachments/\(sha256.prefix(2))/\(sha256)") }
}
