import Kit
import Storage
import Web

/// What the list of evidence shows.
struct EvidenceList {
  let record: CaseRecord
  let items: [EvidenceRecord]
  let book: EvidenceBook
  let holders: [ID<EvidenceItem>: String]
  let files: [ID<EvidenceItem>: Int]
  let mayAdd: Bool
  let today: CivilDate
}

/// What the form for an item offers.
struct EvidenceDraft {
  let record: CaseRecord
  let kinds: [EvidenceKind]
  let steps: [(String, String)]
}

/// What the page of an item shows.
struct EvidenceDetail {
  let record: CaseRecord
  let item: EvidenceRecord
  let kind: EvidenceKind?
  let step: String?
  let files: [Attachment]
  /// Oldest first.
  let chain: [CustodyMove]
  let mayAdd: Bool
  let mayMove: Bool
  let today: CivilDate

  var holder: String? { chain.last?.to }
}
