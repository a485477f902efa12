import Foundation
package import Kit
package import Storage

extension Deed { package static let rememberColumns = Deed("registers.remember-columns") }

/// Files whose columns somebody must name first. They are kept aside until then, three days at most.
extension Registers {
  /// Keeps the file and what is known of its columns; the page of the import asks for the rest.
  static func park(_ file: StagedFile, _ head: ImportHead, _ batch: StagedImport, _ database: Database) async throws {
    try FileManager.default.copyItem(at: file.url, to: place(of: batch.id, database))
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
    let file = try Registers.kept(waiting, database)
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
    Registers.discard(batch, database)
  }

  static func discard(_ batch: ID<InstitutionImport>, _ database: Database) {
    try? FileManager.default.removeItem(at: place(of: batch, database))
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

  private static func kept(_ waiting: WaitingImport, _ database: Database) throws -> StagedFile {
    let url = place(of: waiting.id, database)
    guard let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize else { throw MissingRecord("次导入") }
    return StagedFile(url: url, name: waiting.fileName, type: waiting.type, size: Int64(size), sha256: waiting.sha256)
  }

  private static func place(of batch: ID<InstitutionImport>, _ database: Database) -> URL {
    database.folder.incoming.appending(path: "import-\(batch)")
  }
}

