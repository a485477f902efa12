import App
import Foundation
import Kit
import Law
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk
@testable import Transfers

/// The transfer to the police, from the check of the threshold to the sentence: each act is one deed of the room above, and
/// two of them take a step of the case.
extension Walking {
  mutating func putTransfer(_ lawCase: inout WalkedCase) async throws {
    guard let id = lawCase.id else { return }
    let transfer = try await house.database.read { try Transfers.transfer(of: id, $0) }
    guard let transfer, !transfer.state.isOver || dice.chance(20) else { return try await propose(&lawCase) }
    let open = TransferMoves.open(from: transfer.state)
    let action = (dice.chance(75) ? dice.pick(open) : nil) ?? dice.pick(TransferAction.allCases) ?? .copy
    switch action {
    case .propose: try await propose(&lawCase)
    case .approve, .refuse: try await decide(action, transfer, &lawCase)
    case .handOver: try await handOver(transfer, &lawCase)
    default: try await record(action, transfer, &lawCase)
    }
  }

  private mutating func propose(_ lawCase: inout WalkedCase) async throws {
    let place = dice.chance(80) ? dice.pick(lawCase.seen.officers) ?? 1 : dice.pick([1, 2, 3, 4, 6]) ?? 1
    let head = crew.account(dice.pick([10, 10, 10, 4, 22]) ?? 10)
    let holds = dice.chance(85)
    try await act("transfer propose", by: place, .steps, &lawCase) { [transfers] id, tx in
      let check = try transfers.check(
        id, NewCheck(crime: "illegal-practice", answers: holds ? Self.reached : Self.missed), tx)
      try transfers.propose(
        id,
        NewTransfer(
          check: check.id, head: ID(head), facts: "走查。", proof: "现场笔录", police: "县公安局", procuratorate: "县人民检察院"), tx)
    }
  }

  private static let reached: [String: CrimeAnswer] = ["subject": .yes, "practised": .yes, "penalties": .number(2)]
  private static let missed: [String: CrimeAnswer] = ["subject": .no, "practised": .no]

  private mutating func decide(_ action: TransferAction, _ transfer: TransferRecord, _ lawCase: inout WalkedCase)
    async throws
  {
    let place = dice.chance(70) ? crew.place(transfer.head.value) : dice.pick([10, 4, 22, 1]) ?? 10
    try await act("transfer \(action.rawValue)", by: place, .approvals, &lawCase) { [transfers] _, tx in
      if action == .approve {
        try transfers.approve(transfer.id, words: "同意", tx)
      } else {
        try transfers.refuse(transfer.id, words: "走查", tx)
      }
    }
  }

  private mutating func handOver(_ transfer: TransferRecord, _ lawCase: inout WalkedCase) async throws {
    guard transfer.state == .approved else { return }
    let place = dice.pick(lawCase.seen.officers) ?? 1
    let package = try await transfers.prepare(transfer.id, house.database)
    let attachments = house.database.attachments
    try await act("transfer hand-over", by: place, .steps, takes: .crimeTransfer, &lawCase) { [transfers] _, tx in
      try transfers.handOver(transfer.id, package, attachments, tx)
    }
    package.file.remove()
  }

  private mutating func record(_ action: TransferAction, _ transfer: TransferRecord, _ lawCase: inout WalkedCase)
    async throws
  {
    let day = dice.chance(80) ? lawCase.wake : lawCase.wake.adding(days: dice.number(-5...2))
    let new = NewEvent(
      on: day, document: "文号", count: 1, term: action == .prolong ? "police.decision.facts" : nil, words: "走查")
    let side: TransferSide = action.isOfPolice && dice.chance(90) ? .police : .office
    let attachments = house.database.attachments
    let files = side == .office && action.isForeign ? [try scan()] : []
    let place = side == .police ? Crew.police : dice.pick(lawCase.seen.officers) ?? 1
    let takes: StepKind? =
      action.bringsBack == nil || lawCase.look(procedure.law.calendar).isClosed(in: lawCase.seen.steps)
      ? nil : .crimeReturn
    try await act("transfer \(action.rawValue)", by: place, side == .police ? nil : .steps, takes: takes, &lawCase) {
      [transfers] _, tx in
      try transfers.record(action, of: transfer.id, new, from: side, files, attachments, tx)
    }
    for file in files { file.remove() }
  }

  /// What the clerk scanned.
  private func scan() throws -> StagedFile {
    let bytes = Array("回执".utf8)
    let url = house.database.folder.incoming.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    return StagedFile(
      url: url, name: "回执.pdf", type: "application/pdf", size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex)
  }
}
