package import Kit
package import Storage

/// What the register knows of an institution as somebody's business: its code and who stands for it.
package struct LegalFacts: Sendable {
  /// Unified social credit code (统一社会信用代码); empty where it is not on file.
  package let credit: String
  /// Legal representative (法定代表人): a person's name, for officers only; empty where it is not on file.
  package let representative: String
}

extension Registers {
  /// Nil for what is no institution, or is not on file. The caller has checked the reader's rights.
  package static func legalFacts(of ref: Ref, _ reader: Reader) throws -> LegalFacts? {
    guard ref.kind == .institution else { return nil }
    return try InstitutionStore.record(ID(ref.number), reader).map {
      LegalFacts(credit: $0.values.credit, representative: $0.values.representative)
    }
  }
}
