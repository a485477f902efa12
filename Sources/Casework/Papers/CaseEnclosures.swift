internal import Inspection
package import Kit
package import Papers
internal import Procedure
package import Storage
internal import Web

/// What goes along as documents when a case goes elsewhere (随案材料).
extension Casework {
  /// The papers that were issued, in the order in which they were begun, each as it was kept: the SHA-256 of its `record` is the
  /// one printed on it. Refuses a kept record whose bytes are not those that were hashed.
  package func issuedPapers(of id: ID<Case>, _ reader: Reader) throws -> [PaperDocument] {
    try CasePaperStore.papers(of: id, reader).filter { $0.issue != nil }.map { try document($0, reader) }
  }

  /// The lists of things of a case (登记、扣押、没收的物品清单) with what became of each; lists without things are left out.
  package func goodsPapers(of record: CaseRecord, _ reader: Reader) throws -> [PaperDocument] {
    let sheet = DossierSheet(room: self, record: record, reader: reader)
    return try goods(of: record.id, record.county, reader).filter { !$0.items.isEmpty }.map(sheet.goods)
  }

  /// An issued paper as the browser prints it on A4, beside its stylesheet; `check` is where its hash can be asked.
  package static func printed(_ document: PaperDocument, check: String?) -> [UInt8] {
    PaperPage(.a4, stylesheet: printStyle.name, checkAddress: check).html(document)
  }

  package static var printStyle: (name: String, bytes: [UInt8]) {
    ("paper.css", Assets.files["Static/paper.css"] ?? [])
  }
}
