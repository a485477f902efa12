import Kit
import Storage

/// The first line of an exported file: what it is and what its first entry hangs on.
struct ExportHead: Encodable {
  let format = "qingyuan-ledger-export-1"
  let county: Int64
  let from: Int64
  let to: Int64
  let before: String
  let chosen: Int
  let conditions: String?
  let purpose: String
  let by: String
  let at: Int64
  let publicKey: String

  enum CodingKeys: String, CodingKey {
    case format, county, from, to, before, chosen, conditions, purpose, by, at
    case publicKey = "public_key"
  }
}

/// One entry: every column by its name in the store, besides the sentence as a person reads it and whether it was chosen
/// or only belongs to the chain.
struct ExportLine: Encodable {
  private let entry: LedgerEntry
  private let isChosen: Bool

  init(_ entry: LedgerEntry, isChosen: Bool) {
    self.entry = entry
    self.isChosen = isChosen
  }

  enum CodingKeys: String, CodingKey {
    case county, height, at, actor, deed, object, sentence, changes, reason, previous, hash, plain, chosen
    case actorKind = "actor_kind"
    case actorTitle = "actor_title"
    case objectKind = "object_kind"
  }

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: CodingKeys.self)
    try line.encode(entry.county.number, forKey: .county)
    try line.encode(entry.height, forKey: .height)
    try line.encode(entry.at.milliseconds, forKey: .at)
    try line.encode(entry.actorKind, forKey: .actorKind)
    try line.encode(entry.actor.number, forKey: .actor)
    try line.encode(entry.actor.title, forKey: .actorTitle)
    try line.encode(entry.deed, forKey: .deed)
    try line.encode(entry.object.kind.name, forKey: .objectKind)
    try line.encode(entry.object.number, forKey: .object)
    try line.encode(entry.sentence, forKey: .sentence)
    try line.encode(entry.changes, forKey: .changes)
    try line.encode(entry.reason, forKey: .reason)
    try line.encode(entry.previous, forKey: .previous)
    try line.encode(entry.hash, forKey: .hash)
    try line.encode(entry.plain, forKey: .plain)
    try line.encode(isChosen, forKey: .chosen)
  }
}
