internal import Intake
package import Kit
package import Papers
package import Storage

extension Deed {
  package static let handOutPaper = Deed("casework.paper-hand-out")
}

extension Casework {
  /// A paper with its party's code, printed for handing over (打印交当事人). The slip stands beside the record, never in it:
  /// whoever else sees the case reads the paper without a code, with which he could act as the party.
  ///
  /// Each time stands in the ledger. Makes the code where the case has none. Refuses everybody but the officers of the case,
  /// drafts, and papers that are not meant for the party.
  package func handOut(_ number: Int64, of id: ID<Case>, _ keys: Keys, _ tx: Transaction) throws -> (
    document: PaperDocument, slip: PaperSlip
  ) {
    let record = try found(id, tx)
    try refuseOthers(record, tx)
    guard let paper = try CasePaperStore.paper(number, of: id, tx) else { throw MissingRecord("份文书") }
    let template = try template(paper.template)
    guard template.audience == .party else { throw CasePaperRefusal.notForParty(title: template.title) }
    guard paper.issue != nil else { throw MissingRecord("份已经出具的文书") }
    let code = try ownCode(of: record, keys, tx)
    let document = try document(paper, keys: keys, tx)
    tx.tell(record.ref, "打印案件\(record.number)的“\(template.title)”\(document.number ?? "")交当事人，附查询码")
    return (document, PaperSlip(code: code.text, address: try site(record.county, tx).map { $0 + "/party" }))
  }
}
