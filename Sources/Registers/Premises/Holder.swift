package import Kit
package import Storage

/// Who stands behind an institution, for papers that name the party: as the register says it, so each may be empty.
package struct Holder: Sendable, Hashable {
  /// Unified social credit code (统一社会信用代码).
  package let credit: String
  package let address: String
  /// Legal representative (法定代表人): a person's name, for officers only.
  package let representative: String
}

extension Registers {
  /// nil for a site: nobody knows yet who stands behind it.
  package static func holder(_ ref: Ref, _ reader: Reader) throws -> Holder? {
    guard ref.kind == .institution else { return nil }
    return try InstitutionStore.record(ID(ref.number), reader).map { record in
      Holder(credit: record.values.credit, address: record.values.address, representative: record.values.representative)
    }
  }
}
