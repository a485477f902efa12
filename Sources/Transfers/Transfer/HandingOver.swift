internal import Casework
internal import Foundation
package import Kit
internal import Papers
internal import Procedure
package import Storage

/// A package that was made and waits to be handed over.
package struct PreparedPackage: Sendable {
  package let file: StagedFile
  /// Name, size and hash of every file in it, a line each.
  let list: String
  let mark: PackageMark
}

extension Transfers {
  /// Makes the package of an approved transfer: before the deed, because files are read and packed.
  package func prepare(_ id: ID<Transfer>, _ database: Database) async throws -> PreparedPackage {
    let attachments = database.attachments
    let content = try await database.read { reader in
      guard let transfer = try TransferStore.find(id, reader) else { throw MissingRecord("件移送") }
      guard transfer.state == .approved else { throw TransferRefusal.closed(.handOver, transfer.state) }
      return try self.content(of: transfer, attachments, reader)
    }
    let made = try PackageWriter(book: papers, content: content).make()
    let bytes = made.bytes
    let url = database.folder.incoming.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    let name = "移送包-\(content.transfer.letter ?? content.transfer.caseNumber).zip"
    return PreparedPackage(
      file: StagedFile(
        url: url, name: name, type: "application/zip", size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex),
      list: made.list, mark: content.mark)
  }

  /// The case goes to the police of the same level, with its package, on the head's approval: the case's step 移送公安机关 is
  /// taken in the same transaction, as the head's, and the clock of the police begins.
  ///
  /// Refuses transfers that are not approved, and a package that was made before the case's last step or file.
  /// Source: 移送规定第五条、第六条.
  package func handOver(_ id: ID<Transfer>, _ package: PreparedPackage, _ attachments: Attachments, _ tx: Transaction)
    throws
  {
    let transfer = try Self.mayAct(on: id, tx)
    guard TransferMoves.target(of: .handOver, from: transfer.state) != nil else {
      throw TransferRefusal.closed(.handOver, transfer.state)
    }
    guard try mark(of: transfer, attachments, tx) == package.mark else { throw TransferRefusal.packageStale }
    let step = try casework.take(
      NewStep(.crimeTransfer, on: tx.today, note: "移送书\(transfer.letter ?? "")。"), in: transfer.lawCase, as: [.head],
      decidedBy: transfer.head.value, number: transfer.letter, tx)
    try attachments.attach(package.file, to: transfer.ref, tx)
    try TransferStore.handOver(id, step: step.taken.id, package, at: tx.now, tx)
    try move(transfer, .handOver, NewEvent(on: tx.today), tx)
    tx.tell(
      transfer.ref, "\(transfer.title)：移送公安机关，移送包校验值 \(package.file.sha256)",
      [Change("状态", transfer.state.title, TransferState.handed.title)])
  }

  /// The package as it was handed over; nil where there is none yet.
  package static func package(of transfer: TransferRecord, _ attachments: Attachments, _ reader: Reader) throws
    -> Attachment?
  {
    guard let hash = transfer.packageHash else { return nil }
    return try attachments.list(of: transfer.ref, reader).first { $0.sha256 == hash }
  }
}
