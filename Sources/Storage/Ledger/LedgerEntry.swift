package import Kit

/// Ledger (台账): one entry per step, chained per county. All columns stand under the hash.
package struct LedgerEntry: Sendable, Hashable {
  package let county: County
  /// 1, 2, 3 … without a gap.
  package let height: Int64
  package let at: Instant
  package let actor: Actor
  /// As stored: a word that `Actor.Kind` does not know reads as the system, but must not hash as it.
  package let actorKind: String
  package let deed: String
  package let object: Ref
  /// What was done, without the actor: `受理线索清举〔2026〕0001`.
  package let sentence: String
  /// JSON: `[["状态","待受理","已受理"]]`, field, before, after.
  package let changes: String
  package let reason: String?
  package private(set) var previous: String
  package private(set) var hash: String

  /// The whole as one plain sentence.
  package var plain: String {
    let because = reason.map { "，理由：\($0)" } ?? ""
    return "\(at.date.chinese()) \(at.clock)，\(actor.title)\(sentence)\(because)。"
  }

  /// The same entry hung on another.
  func chained(to previous: String) -> LedgerEntry {
    var entry = self
    entry.previous = previous
    entry.hash = entry.computedHash()
    return entry
  }

  /// Hash of everything but itself. Each part is led by its length, so parts cannot be shifted into each other.
  func computedHash() -> String {
    let parts = [
      "qingyuan-ledger-1", "\(county.number)", "\(height)", "\(at.milliseconds)", actorKind,
      "\(actor.number)", actor.title, deed, object.kind.name, "\(object.number)", sentence, changes, reason ?? "",
      reason == nil ? "0" : "1", previous,
    ]
    return SHA256.hex(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
  }
}
