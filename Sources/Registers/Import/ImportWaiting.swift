import Foundation
package import Kit
package import Storage

extension Deed { package static let rememberColumns = Deed("registers.remember-columns") }

/// Files whose columns somebody must name first. They are kept aside until then, three days at most.
extension Registers {
  /// Keeps the file and what is known of its columns; the page of the import asks for the rest.
  static func park(_ file: StagedFile, _ head: ImportHead, _ batch: StagedImport, _ database: Database) async throws {
    let handle = try FileHandle(forReadingFrom: file.url)
    defer { try? handle.close() }
    var part = 0
    while let data = try handle.read(upToCount: pieceSize), !data.isEmpty {
      try await database.scratch { [part] in try WaitingFileStore.insert(part, [UInt8](data), of: batch.id, $0) }
      part += 1
    }
    try await database.scratch { scratch in
      try LayoutStore.put(head.columns, head.choices, batch.id, scratch)
      try LayoutStore.wait(batch.id, scratch)
    }
  }

  /// Takes what somebody said of the columns of a waiting file, remembers it for the agency, and reads the file.
  ///
  /// Refuses answers that leave a required column out or take two columns for the same, and a file that was already
  /// read. Headings that stand in the file twice are not remembered: they mean two things.
  package func settle(
    _ batch: ID<InstitutionImport>, _ answers: ColumnAnswers, by actor: Actor, _ database: Database
  ) async throws {
    guard let waiting = try await database.read({ try LayoutStore.waiting(batch, $0) }) else {
      throw ImportRefusal.columnsSettled
    }
    let file = try await Registers.kept(waiting, database)
    defer { file.remove() }
    let (book, base) = try await look(waiting.county, agency: waiting.agency, database)
    var source = try ImportSource(file, book)
    defer { source.close() }
    let found = source.head.columns
    let choices = found.map { answers.choices[$0.place] ?? $0.guess }
    let header = try ImportHeader(source.head, choices, columns)
    try await database.change(waiting.county, by: actor, deed: .rememberColumns) { tx in
      try Registers.remember(found, choices, of: waiting, book, tx)
    }
    guard try await database.scratch({ try LayoutStore.take(batch, $0) }) else { throw ImportRefusal.columnsSettled }
    do {
      try await read(&source, header, choices, base, batch, database)
    } catch {
      try? await database.scratch { try LayoutStore.wait(batch, $0) }
      throw error
    }
    try await database.scratch { try WaitingFileStore.delete(batch, $0) }
  }

  private static func remember(
    _ columns: [ImportHead.Column], _ choices: [ColumnChoice], of waiting: WaitingImport, _ book: ColumnBook,
    _ tx: Transaction
  ) throws {
    let counts = Dictionary(columns.map { (foldedWords([$0.heading]), 1) }, uniquingKeysWith: +)
    var said: [String] = []
    for (column, choice) in zip(columns, choices) where choice != column.guess && !column.heading.isEmpty {
      let heading = foldedWords([column.heading])
      guard counts[heading] == 1 else { continue }
      try LayoutStore.remember(heading, choice, by: waiting.agency, tx)
      said.append("“\(column.heading.clipped(to: 30))”\(choice.field.map { "是" + book.columns.title($0) } ?? "不用")")
    }
    guard !said.isEmpty else { return }
    tx.tell(Ref(.institutionImport, waiting.id), "对好“\(waiting.fileName)”的列，以后照此办理：\(said.joined(separator: "，"))")
  }

  /// As a file again, for the time of one request. Whoever gets it removes it.
  private static func kept(_ waiting: WaitingImport, _ database: Database) async throws -> StagedFile {
    let url = database.folder.incoming.appending(path: "import-\(UUID().uuidString)")
    do {
      let size = try await write(waiting.id, to: url, database)
      return StagedFile(url: url, name: waiting.fileName, type: waiting.type, size: size, sha256: waiting.sha256)
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
  }

  private static func write(_ batch: ID<InstitutionImport>, to url: URL, _ database: Database) async throws -> Int64 {
    _ = FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o640])
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    var (part, size) = (0, Int64(0))
    while let piece = try await database.read({ [part] in try WaitingFileStore.piece(part, of: batch, $0) }) {
      try handle.write(contentsOf: Data(piece))
      (part, size) = (part + 1, size + Int64(piece.count))
    }
    guard part > 0 else { throw MissingRecord("次导入") }
    return size
  }

  private static let pieceSize = 256 * 1024
}
