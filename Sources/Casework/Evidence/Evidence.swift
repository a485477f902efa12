package import Kit
package import Storage

/// Evidence (证据): one item of the evidence of a case. The name of the kind only; see `EvidenceRecord`.
package enum EvidenceItem {}

extension RefKind { package static let evidence = RefKind("evidence") }

extension Deed {
  package static let addEvidence = Deed("casework.add-evidence")
  package static let attachEvidence = Deed("casework.attach-evidence")
  package static let moveEvidence = Deed("casework.move-evidence")
}

/// How a copy stands to its original (与原件核对).
package enum EvidenceOriginal: String, CaseIterable, Sendable {
  case original, checked, unchecked

  package var title: String {
    switch self {
    case .original: "原件、原物"
    case .checked: "复制件、照片，与原件、原物核对无误"
    case .unchecked: "复制件、照片，还没有核对"
    }
  }
}

/// What an exhibit (物证) is besides its name.
package struct Exhibit: Sendable, Hashable {
  package let count: String
  package let unit: String?
  package let spec: String?

  package init(count: String, unit: String? = nil, spec: String? = nil) {
    self.count = count
    self.unit = unit
    self.spec = spec
  }
}

/// A recording (音像记录, 执法记录仪): where it lies when the file itself is not uploaded.
/// Source: 《行政处罚法》第四十七条.
package struct Recording: Sendable, Hashable {
  /// `09:14`.
  package let began: String
  package let ended: String
  package let device: String?
  package let medium: String?
  /// Of the file on the medium, as the officer read it off; an uploaded file is hashed while it arrives.
  package let mediumHash: String?

  package init(began: String, ended: String, device: String? = nil, medium: String? = nil, mediumHash: String? = nil) {
    self.began = began
    self.ended = ended
    self.device = device
    self.medium = medium
    self.mediumHash = mediumHash
  }
}

/// An item as somebody registers it.
package struct NewEvidence: Sendable {
  package var kind: String
  package var name: String
  package var proves: String
  package var takenOn: CivilDate
  package var takenAt: String?
  package var place: String
  /// From whom or where it was taken (来源、提供人).
  package var source: String
  package var original: EvidenceOriginal
  /// Number of the step in the case that brought it.
  package var step: Int64?
  package var exhibit: Exhibit?
  package var recording: Recording?
  /// Who or what place has it from now on.
  package var holder: String

  package init(
    kind: String, name: String, proves: String = "", takenOn: CivilDate, takenAt: String? = nil, place: String,
    source: String = "", original: EvidenceOriginal = .original, step: Int64? = nil, exhibit: Exhibit? = nil,
    recording: Recording? = nil, holder: String
  ) {
    self.kind = kind
    self.name = name
    self.proves = proves
    self.takenOn = takenOn
    self.takenAt = takenAt
    self.place = place
    self.source = source
    self.original = original
    self.step = step
    self.exhibit = exhibit
    self.recording = recording
    self.holder = holder
  }
}

/// An item as it is kept. It is never edited: what it is stays, who has it is added (`CustodyMove`).
package struct EvidenceRecord: Sendable {
  package let id: ID<EvidenceItem>
  package let county: County
  package let lawCase: ID<Case>
  /// Within its case, from 1, without gaps.
  package let number: Int64
  package let what: NewEvidence
  /// Both officers of the case on that day, with their certificates.
  package let takers: String
  package let recordedAt: Instant

  package var ref: Ref { Ref(.evidence, id) }
  /// Without what it is called: names of things name people.
  var label: String { "证据 \(number)" }
}
