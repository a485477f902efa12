/// How sure a value of a pack is. Values below `verified` warn wherever they are used, until a named person of the
/// agency approves them.
package enum Confidence: String, CaseIterable, Hashable, Sendable {
  /// The article was read in a copy of the statute.
  case verified = "V"
  /// Read in a secondary source only.
  case secondary = "V2"
  /// From memory, believed right.
  case memory = "M"
  /// From memory, and the article, the amount or its force is in doubt.
  case doubtful = "M?"
  /// Stated by a work plan, not by law.
  case plan = "S"
  /// A working rule of the agency itself (内部工作时限): no statute stands behind it and the agency may change it.
  case house = "U"

  package var title: String {
    switch self {
    case .verified: "已核对原文"
    case .secondary: "仅见于转引，须核对"
    case .memory: "凭记忆，须核对"
    case .doubtful: "存疑，须核对"
    case .plan: "出自工作方案"
    case .house: "本单位工作要求"
    }
  }
}

extension Confidence {
  /// The one that wants checking most; verified where there are none.
  package static func weakest(_ marks: [Confidence]) -> Confidence {
    marks.max { $0.doubt < $1.doubt } ?? .verified
  }

  /// Whether the value may decide a case without a named person's approval.
  package var isFirm: Bool { self == .verified || self == .house }

  private var doubt: Int {
    switch self {
    case .verified: 0
    case .house: 1
    case .secondary: 2
    case .memory: 3
    case .plan: 4
    case .doubtful: 5
    }
  }
}

/// Where a value comes from (依据): statute and article, or a notice, and how sure it is.
package struct Provenance: Hashable, Sendable {
  package let source: String
  package let confidence: Confidence

  package init(source: String, confidence: Confidence) {
    self.source = source
    self.confidence = confidence
  }
}
