package import Kit

/// Ledger (台账): one entry per step, chained per county. All columns stand under the hash.
package struct LedgerEntry: Sendable, Hashable {
  package let county: County
  /// 1, 2, 3 … without a gap.
  package let height: Int64
  package let at: Instant
  package let actor: Actor
  package let deed: String
  package let object: Ref
  /// What was done, without the actor: `受理线索清举〔2026〕0001`.
  package let sentence: String
  /// JSON: `[["状态","待受理","已受理"]]`, field, before, after.
  package let changes: String
  package let reason: String?
  package let previous: String
  package let hash: String

  /// The whole as one plain sentence.
  package var plain: String {
    let because = reason.map { "，理由：\($0)" } ?? ""
    return "\(at.date.chinese()) \(at.clock)，\(actor.title)\(sentence)\(because)。"
  }

  /// Hash of everything but itself. Each part is led by its length, so parts cannot be shifted into each other.
  func computedHash() -> String {
    let parts = [
      "qingyuan-ledger-1", "\(county.number)", "\(height)", "\(at.milliseconds)", actor.kind.rawValue,
      "\(actor.number)", actor.title, deed, object.kind.name, "\(object.number)", sentence, changes, reason ?? "",
      reason == nil ? "0" : "1", previous,
    ]
    return SHA256.hex(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
  }
}
