package import Foundation
package import Kit

/// A file that arrived and waits in `incoming/`; its hash was taken while it arrived.
package struct StagedFile: Sendable {
  package let url: URL
  package let name: String
  package let type: String
  package let size: Int64
  package let sha256: String

  package init(url: URL, name: String, type: String, size: Int64, sha256: String) {
    self.url = url
    self.name = name
    self.type = type
    self.size = size
    self.sha256 = sha256
  }

  package func remove() { try? FileManager.default.removeItem(at: url) }
}

/// Attachment (附件): a file that belongs to a record.
package struct Attachment: Sendable {
  package let id: ID<Attachment>
  package let county: County
  package let owner: Ref
  package let name: String
  package let type: String
  package let size: Int64
  package let sha256: String

  /// Those of a record, in the order in which they came; for deeds and checks, which have no folder at hand.
  package static func of(_ owner: Ref, _ reader: Reader) throws -> [Attachment] {
    try AttachmentStore.list(of: owner, reader)
  }

  /// Puts the file under one more record, which shows it under its own rights. The bytes are kept once.
  /// Example: what goes along when a clue is handed on.
  package func share(with owner: Ref, _ tx: Transaction) throws {
    try AttachmentStore.insert(
      Attachment(
        id: tx.world.newID(), county: tx.county, owner: owner, name: name, type: type, size: size, sha256: sha256), tx)
  }

  /// The files of a record become those of another that takes its place, in the same county.
  package static func move(from old: Ref, to new: Ref, _ tx: Transaction) throws {
    try AttachmentStore.move(from: old, to: new, tx)
  }
}

extension RefKind {
  package static let attachment = RefKind("attachment")
}

/// Keeps the bytes: files by hash under SQLite, rows of chunks in PostgreSQL. Bytes are never changed in place.
package struct Attachments: Sendable {
  let folder: DataFolder
  let dialect: Dialect

  /// Puts a staged file under a record, in the same transaction as the deed. With SQLite the bytes are synced before
  /// the row is written, so no stored row can point at a missing file; a file without a row is harmless.
  package func attach(_ file: StagedFile, to owner: Ref, _ tx: Transaction) throws {
    let attachment = Attachment(
      id: tx.world.newID(), county: tx.county, owner: owner, name: file.name, type: file.type, size: file.size,
      sha256: file.sha256)
    switch dialect {
    case .sqlite: try keepFile(file)
    case .postgres: try keepChunks(file, tx)
    }
    try AttachmentStore.insert(attachment, tx)
  }

  package func list(of owner: Ref, _ reader: Reader) throws -> [Attachment] {
    try AttachmentStore.list(of: owner, reader)
  }

  package func find(_ id: ID<Attachment>, _ reader: Reader) throws -> Attachment? {
    try AttachmentStore.find(id, reader)
  }

  /// The bytes, checked against their hash. Throws where they were damaged.
  package func bytes(of attachment: Attachment, _ reader: Reader) throws -> [UInt8] {
    let bytes =
      switch dialect {
      case .sqlite: [UInt8](try Data(contentsOf: place(of: attachment.sha256)))
      case .postgres: try AttachmentStore.chunks(of: attachment.sha256, reader)
      }
    guard SHA256.hash(bytes).hex == attachment.sha256 else { throw DamagedAttachment(id: attachment.id) }
    return bytes
  }

  /// A file with the bytes, for a program that wants a place to read: with SQLite the kept file itself, else a copy in `folder`.
  package func file(of attachment: Attachment, in folder: URL, _ reader: Reader) throws -> URL {
    guard dialect == .postgres else { return place(of: attachment.sha256) }
    let copy = folder.appending(path: attachment.sha256)
    try Data(bytes(of: attachment, reader)).write(to: copy)
    return copy
  }

  /// How many bytes are kept; 0 where there are none.
  func size(of attachment: Attachment, _ reader: Reader) throws -> Int64 {
    switch dialect {
    case .sqlite: fileSize(place(of: attachment.sha256).path) ?? 0
    case .postgres: try AttachmentStore.chunkSize(of: attachment.sha256, reader)
    }
  }

  private func place(of sha256: String) -> URL {
    folder.url.appending(path: "attachments/\(sha256.prefix(2))/\(sha256)")
  }

  private func keepFile(_ file: StagedFile) throws {
    let place = place(of: file.sha256)
    let parent = place.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    if !FileManager.default.fileExists(atPath: place.path) {
      // A copy, not a move: should the transaction be refused, the form can be sent again with its file.
      let growing = parent.appending(path: ".\(file.sha256).\(UInt64.random(in: 0 ... .max))")
      try FileManager.default.copyItem(at: file.url, to: growing)
      try sync(growing)
      try FileManager.default.moveItem(at: growing, to: place)
      try sync(parent)
    }
  }

  private func keepChunks(_ file: StagedFile, _ tx: Transaction) throws {
    guard try !AttachmentStore.hasChunks(file.sha256, tx) else { return }
    let handle = try FileHandle(forReadingFrom: file.url)
    defer { try? handle.close() }
    var part = 0
    while let data = try handle.read(upToCount: 256 * 1024), !data.isEmpty {
      try AttachmentStore.insertChunk(file.sha256, part, [UInt8](data), tx)
      part += 1
    }
  }
}

/// Bytes on disk no longer have the hash of their row.
package struct DamagedAttachment: Refusal {
  package let id: ID<Attachment>
  package var code: String { "attachment.damaged" }
  package var sentence: String { "这个附件的内容与登记时的校验值不一致，已停止下载。" }
  package var next: String? { "请告诉管理员，用备份核对。" }
  package var status: RefusalStatus { .unavailable }
}
