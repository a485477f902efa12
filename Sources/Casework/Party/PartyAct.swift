package import Kit
package import Procedure
package import Storage

/// What the party may do by its code.
package enum PartyAct: String, CaseIterable, Sendable {
  case defence, hearing, waiver, address

  /// The step of the procedure; nil: no step, the particulars of the party alone change.
  var step: StepKind? {
    switch self {
    case .defence: .defence
    case .hearing: .hearingRequest
    case .waiver: .waiver
    case .address: nil
    }
  }

  package var title: String {
    switch self {
    case .defence: "陈述申辩"
    case .hearing: "要求听证"
    case .waiver: "放弃权利"
    case .address: "确认送达地址"
    }
  }
}

/// One act of the party, as its form sends it.
package struct PartySending: Sendable {
  package let act: PartyAct
  /// What was written; may name people, so never in the ledger.
  package let text: String
  /// Of a waiver: what is given up.
  package let facts: StepFacts
  package let service: ServiceAddress?
  package let files: [StagedFile]
  /// The form's hidden value: the same form sent twice is one act.
  package let once: String

  package init(
    _ act: PartyAct, text: String = "", facts: StepFacts = StepFacts(), service: ServiceAddress? = nil,
    files: [StagedFile] = [], once: String = ""
  ) {
    self.act = act
    self.text = text
    self.facts = facts
    self.service = service
    self.files = files
    self.once = once
  }

  /// All that was sent, each part with its length before it, so that two sendings never read alike.
  var content: String {
    let place = service.map { [$0.address, $0.receiver, $0.phone, $0.electronic] } ?? []
    let parts = [act.rawValue, text, facts.outcome ?? ""] + place + files.map(\.sha256)
    return parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
  }
}

/// What the party gets for an act (回执): its number, when it arrived, the hash of what arrived.
package struct PartyReceipt: Sendable {
  package let number: String
  package let act: PartyAct
  /// The number of the step in its case.
  package let step: Int64?
  package let at: Instant
  /// SHA-256 of what was sent, over its text and the hashes of its files.
  package let hash: String
  /// Hashes of the files that came with it.
  package let files: [String]
}

extension Actor {
  /// The party by its code. No name: whose case it is stands in the case.
  package static let party = Actor(kind: .citizen, number: 0, title: "当事人")
}
