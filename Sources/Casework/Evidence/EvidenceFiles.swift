package import Storage

extension Casework {
  /// The files of all evidence of a case, in the order of the evidence: what a room above hands on with the case. The caller
  /// has checked the reader's rights.
  package static func evidenceFiles(of record: CaseRecord, _ reader: Reader) throws -> [Attachment] {
    try EvidenceStore.list(of: record.id, record.county, reader).flatMap { try Attachment.of($0.ref, reader) }
  }
}
