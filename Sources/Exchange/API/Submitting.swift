import Kit
import Matching
import Offenders
import Storage
import Web

struct SubmittedBatch: Decodable, Sendable {
  var purpose: String?
  /// The sender's own number of the batch; it comes back in the answer.
  var batch: String?
  var records: [SubmittedRecord]?

  static let most = 500
}

/// What became of a batch.
struct SubmitAnswer: Encodable, Sendable {
  let batch: String
  let taken: Int
  let known: Int
  let refused: Int
  let rows: [RowAnswer]
}

struct RowAnswer: Encodable, Sendable {
  enum State: String, Encodable { case taken, known, refused }

  let index: Int
  let reference: String
  let state: State
  let problems: [Problem]

  struct Problem: Encodable, Sendable {
    let field: String
    let message: String
  }
}

extension Exchange {
  /// Keeps what can be kept. The ledger tells how many, never who.
  func take(_ batch: SubmittedBatch, _ records: [SubmittedRecord], from holder: TokenHolder, _ tx: Transaction) throws
    -> SubmitAnswer
  {
    let rows = try records.enumerated().map { try row($0.element, $0.offset, holder, tx) }
    func count(_ state: RowAnswer.State) -> Int { rows.count { $0.state == state } }
    let answer = SubmitAnswer(
      batch: (batch.batch ?? "").clipped(to: 80), taken: count(.taken), known: count(.known), refused: count(.refused),
      rows: rows)
    try note(
      .submit, holder, "收下 \(answer.taken) 条，已有 \(answer.known) 条，退回 \(answer.refused) 条", taken: answer.taken,
      refused: answer.refused, tx)
    return answer
  }

  private func row(_ record: SubmittedRecord, _ index: Int, _ holder: TokenHolder, _ tx: Transaction) throws
    -> RowAnswer
  {
    let reference = (record.reference ?? "").clipped(to: 80)
    let row = SubmittedRow(record, today: tx.today)
    guard row.problems.isEmpty else {
      return RowAnswer(
        index: index, reference: reference, state: .refused,
        problems: row.problems.map { RowAnswer.Problem(field: $0.field, message: $0.sentence) })
    }
    let source = "\(holder.name)报送" + (reference.isEmpty ? "" : "（\(reference)）")
    let kept = try offenders.keep(
      NewRecord(.otherCounty, source: source, said: row.said, penalty: row.penalty), tx)
    return RowAnswer(index: index, reference: reference, state: kept == nil ? .known : .taken, problems: [])
  }

  /// Every call stands in the ledger and in the list of the token.
  func note(
    _ scope: TokenScope, _ holder: TokenHolder, _ outcome: String, taken: Int = 0, refused: Int = 0, _ tx: Transaction
  ) throws {
    let token = ID<Token>(holder.number)
    try TokenStore.note(
      CallNote(
        id: tx.world.newID(), token: token, scope: scope, outcome: outcome, taken: Int64(taken),
        refused: Int64(refused),
        at: tx.now), tx)
    tx.tell(Ref(.exchangeToken, token), "\(scope.title)：\(outcome)")
  }
}
