package import Casework
package import Kit
package import Offices
package import Procedure
package import Storage
package import Web

/// Transfer (移送): a suspected crime handed to the police. The name of the kind only; see `TransferRecord`.
package enum Transfer {}

extension RefKind {
  package static let transfer = RefKind("transfer")
  /// The same record as the police see it: only once it was handed over.
  package static let received = RefKind("received-transfer")
  /// The same record as the procuratorate sees it: handed over, or refused by the head.
  package static let watched = RefKind("watched-transfer")
}

extension Permission {
  package static let transferSee = Permission("transfer.see")
  /// The police: receipt, answer, results.
  package static let transferAnswer = Permission("transfer.answer")
  /// The procuratorate: looks, and changes nothing.
  package static let transferWatch = Permission("transfer.watch")
}

/// Where a transfer stands. The arrows are `TransferMoves.all`.
package enum TransferState: String, CaseIterable, Sendable {
  case proposed, refused, approved, revoked, handed, forwarded, received
  case notFiled = "not-filed"
  case reviewing, upheld, supervising, unsupported, filed, investigating, charged, sentenced, returned

  package var title: String {
    switch self {
    case .proposed: "待负责人决定"
    case .refused: "负责人没有批准"
    case .approved: "已批准，待移送"
    case .revoked: "批准已撤回，没有移送"
    case .handed: "已移送，待回执"
    case .forwarded: "公安机关已转送"
    case .received: "公安机关审查中"
    case .notFiled: "公安机关不予立案"
    case .reviewing: "提请复议中"
    case .upheld: "复议维持不予立案"
    case .supervising: "建议立案监督中"
    case .unsupported: "检察机关没有要求立案"
    case .filed: "公安机关已立案，待移交物品"
    case .investigating: "侦查中"
    case .charged: "已提起公诉"
    case .sentenced: "已判决"
    case .returned: "已退回，继续依法处理"
    }
  }

  /// What the police were given stays theirs to see, whatever became of it.
  package var isHandedOver: Bool { ![.proposed, .refused, .approved, .revoked].contains(self) }
  /// What the procedure of the case asks.
  package var standing: TransferStanding {
    switch self {
    case .proposed, .approved: .pending
    case .refused, .revoked, .returned: .none
    case .sentenced: .judged
    default: .handed
    }
  }
  package var isOver: Bool { [.refused, .revoked, .sentenced, .returned].contains(self) }
  /// The head did not let it go to the police, with reasons on record: the procuratorate sees them.
  var isDenied: Bool { self == .refused || self == .revoked }
  /// The case may be reported anew.
  var mayBeginAnew: Bool { isDenied || self == .returned }
}

package struct TransferRecord: Sendable {
  package let id: ID<Transfer>
  package let county: County
  package let lawCase: ID<Case>
  package let caseNumber: String
  package let cause: String
  /// May be a person's name: never into the ledger.
  package let party: String
  package let check: ID<ThresholdCheck>
  package let crime: String
  package let state: TransferState
  package let first: ID<Account>
  package let second: ID<Account>
  /// To whom the report went (正职负责人或者主持工作的负责人): he alone decides.
  package let head: ID<Account>
  /// `清卫医刑移〔2026〕1号`; nil until it is approved. Of an approval that was taken back: void.
  package let letter: String?
  package let police: String
  package let procuratorate: String
  package let approvedAt: Instant?
  package let handedAt: Instant?
  package let copiedOn: CivilDate?
  /// Number of the step in its case.
  package let caseStep: Int64?
  package let packageHash: String?
  package let suspects: Int64
  package let sentenced: Int64
  package let campaign: Int64?

  package var ref: Ref { Ref(.transfer, id) }
  package var title: String { letter.map { "移送\($0)" } ?? "案件\(caseNumber)的移送" }
  var place: Placement { Placement(county: county, owner: first.value) }
  package func has(_ account: Int64) -> Bool { first.value == account || second.value == account }
}

/// What happened to a transfer (append only).
package struct TransferEvent: Sendable {
  package let number: Int64
  package let action: TransferAction
  /// When it happened, by the paper.
  package let on: CivilDate
  /// Hour and minute where a term runs in hours.
  package let clock: String?
  package let by: Int64
  package let byTitle: String
  /// Number of the paper that came.
  package let document: String?
  package let count: Int64?
  /// Reasons, facts, the sentence: what the person wrote.
  package let words: String
  package let recordedAt: Instant
}

extension Transfers {
  package static func transfer(_ id: ID<Transfer>, _ reader: Reader) throws -> TransferRecord? {
    try TransferStore.find(id, reader)
  }

  /// The newest transfer of a case; nil where it was never proposed.
  package static func transfer(of lawCase: ID<Case>, _ reader: Reader) throws -> TransferRecord? {
    try TransferStore.newest(of: lawCase, reader)
  }

  package static func events(of id: ID<Transfer>, _ reader: Reader) throws -> [TransferEvent] {
    try TransferStore.events(of: id, reader)
  }

  /// The transfer that somebody is about to act on; refuses whoever was recused from its case.
  static func mayAct(on id: ID<Transfer>, _ tx: Transaction) throws -> TransferRecord {
    let record = try found(id, tx)
    _ = try Casework.mayAct(on: record.lawCase, tx)
    return record
  }

  /// How a case asks where its transfer stands.
  package static func standing(of lawCase: ID<Case>, _ reader: Reader) throws -> CaseTransfer? {
    try TransferStore.newest(of: lawCase, reader).map {
      CaseTransfer($0.state.standing, letter: $0.state == .revoked ? nil : $0.letter)
    }
  }

  static func found(_ id: ID<Transfer>, _ tx: Transaction) throws -> TransferRecord {
    guard let record = try TransferStore.find(id, tx), record.county == tx.county else { throw MissingRecord("件移送") }
    return record
  }
}
