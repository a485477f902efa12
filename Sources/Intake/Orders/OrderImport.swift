import Foundation
package import Kit
import Registers
package import Storage
import Web

/// An import of a hotline's orders (工单导入). The name of the kind only; see `StagedOrders`, `AppliedOrders`.
package enum OrderImport {}

extension RefKind { package static let clueImport = RefKind("clue-import") }
extension Deed {
  package static let importOrders = Deed("intake.import-orders")
  package static let rememberOrderColumns = Deed("intake.order-columns")
}

/// A file that was brought and waits for its confirmation. Its rows are sealed: they name who called.
struct StagedOrders: Sendable {
  let id: ID<OrderImport>
  let county: County
  let agency: Int64
  let file: String
  let sha256: String
  let sealed: String

  func rows(_ keys: Keys) throws -> [TableRow] {
    guard let plain = try SealedText.open(sealed, for: Self.subject(id), keys) else {
      throw IntakeRefusal.sealBroken(number: file)
    }
    return try JSONDecoder().decode([TableRow].self, from: Data(plain))
  }

  static func sealed(_ rows: [TableRow], _ id: ID<OrderImport>, _ database: Database) throws -> String {
    let plain = try JSONEncoder().encode(rows)
    return try SealedText.seal(Array(plain), for: subject(id), database.folder.keys, database.world)
  }

  private static func subject(_ id: ID<OrderImport>) -> String { "clue-import:\(id.text)" }
}

/// An applied file: `lines` are its rows, each of them added, known before or left out.
struct AppliedOrders: Sendable {
  let id: ID<OrderImport>
  let county: County
  let at: Instant
  let actor: String
  let file: String
  let sha256: String
  let lines: Int64
  let added: Int64
  let known: Int64
  let leftOut: Int64
}

/// An order with its slip, made before the deed: sealing and hashing need no transaction.
struct ReadyOrder: Sendable {
  let clue: NewClue
  let slip: Slip
}

extension Intake {
  static let mostOrders = 500

  /// Reads a file and keeps it sealed for three days; nothing becomes a clue yet.
  static func stage(_ file: StagedFile, county: County, agency: Int64, _ database: Database) async throws
    -> ID<OrderImport>
  {
    let rows = try TableFile.rows(of: file, most: mostOrders + OrderSheet.deepest)
    let id = database.world.newID(OrderImport.self)
    let staged = StagedOrders(
      id: id, county: county, agency: agency, file: file.name, sha256: file.sha256,
      sealed: try StagedOrders.sealed(rows, id, database))
    try await database.scratch { try OrderStore.insert(staged, $0) }
    return id
  }

  /// Every order becomes a clue with the clocks of its channel, in one deed with one entry that holds the file's hash.
  ///
  /// Refuses a file that was applied or forgotten, one without news, and one with bad rows unless `leaving` says to leave
  /// those out. An order that became a clue since the preview refuses the whole.
  func apply(
    _ id: ID<OrderImport>, _ ready: [ReadyOrder], _ rows: OrderRows, leaving: Bool, _ store: Attachments,
    _ tx: Transaction
  ) throws {
    guard try OrderStore.applied(id, tx) == nil, let staged = try OrderStore.staged(id, tx),
      staged.county == tx.county
    else { throw IntakeRefusal.importGone }
    guard rows.faults.isEmpty || leaving else { throw IntakeRefusal.rowsBad(rows.badLines) }
    guard !ready.isEmpty else { throw IntakeRefusal.nothingNew }
    for order in ready { _ = try receive(order.clue, order.slip, Evidence(none: store), tx) }
    try OrderStore.insertApplied(staged, rows, tx)
    tx.tell(
      Ref(.clueImport, id),
      "导入热线工单“\(staged.file)”，登记线索 \(ready.count) 条，已有 \(rows.known.count) 条，没有登记 \(rows.badLines) 条",
      [Change("文件校验值（SHA-256）", nil, staged.sha256)])
  }

  /// What the people of an agency said of the columns of a file, for the next one.
  static func remember(_ answers: [(heading: String, choice: OrderChoice)], of staged: StagedOrders, _ tx: Transaction)
    throws
  {
    for answer in answers { try OrderStore.remember(answer.heading, answer.choice, by: staged.agency, tx) }
    tx.tell(Ref(.clueImport, staged.id), "对好热线工单“\(staged.file)”的 \(answers.count) 列")
  }
}

enum OrderJobs {
  static let jobs: [Job] = [
    Job("intake.forget-imports", purpose: "清掉三天前没有导入的工单预览", seconds: 3600) { database in
      let moment = database.world.now().adding(seconds: -3 * 86_400)
      try await database.scratch { try OrderStore.forget(before: moment, $0) }
    }
  ]
}
