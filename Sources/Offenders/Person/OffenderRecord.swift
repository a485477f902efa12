package import Kit
package import Matching

/// Where a record comes from (来源).
package enum RecordOrigin: String, CaseIterable, Sendable {
  case ownCase = "case"
  case otherCounty = "list"
  case ledger

  package var title: String {
    switch self {
    case .ownCase: "本系统案件"
    case .otherCounty: "外地名单"
    case .ledger: "旧台账"
    }
  }
}

/// Kinds of penalty as the register keeps them; the first eight are those of `Casework`, and bear its names.
///
/// 取缔 is a measure and no penalty: a record with nothing else has not been punished ([law.md] 4.5).
package enum PenaltyKind: String, CaseIterable, Sendable {
  case warning, criticism, fine, gains, goods, suspend, stop, revoke
  case ban, other

  package var title: String {
    switch self {
    case .warning: "警告"
    case .criticism: "通报批评"
    case .fine: "罚款"
    case .gains: "没收违法所得"
    case .goods: "没收非法财物"
    case .suspend: "责令暂停执业活动"
    case .stop: "责令停止执业活动"
    case .revoke: "吊销许可证件"
    case .ban: "取缔"
    case .other: "其他处罚"
    }
  }

  /// Whether the law calls it a penalty (《行政处罚法》第九条).
  package var isPenalty: Bool { self != .ban }
}

/// Whether the person was a qualified physician when he acted (医师资格).
package enum Qualification: String, CaseIterable, Sendable {
  case unknown, none, has

  package var title: String {
    switch self {
    case .unknown: "不清楚"
    case .none: "没有医师资格"
    case .has: "有医师资格"
    }
  }
}

/// What became of a decision (决定的效力).
package enum DecisionStanding: String, CaseIterable, Sendable {
  /// No decision yet: the person is here because his case went to the police.
  case none
  case stands, changed, revoked

  package var title: String {
    switch self {
    case .none: "还没有处罚决定"
    case .stands: "有效"
    case .changed: "经复议、诉讼变更"
    case .revoked: "已撤销"
    }
  }
}

/// The penalty of one record (处罚情况), with all that the law counts by.
package struct PenaltyFacts: Sendable, Hashable {
  package var decisionNumber = ""
  package var authority = ""
  package var decidedOn: CivilDate?
  package var kinds: [PenaltyKind] = []
  /// Id of the catalogue; empty: only its name is known.
  package var violation = ""
  package var violationName = ""
  package var servedOn: CivilDate?
  /// Last day of reconsideration and suit; nil: not known.
  package var remedyEnd: CivilDate?
  package var standing = DecisionStanding.stands
  package var qualification = Qualification.unknown
  /// Handed to the police on this day.
  package var transferredOn: CivilDate?
  /// Last day of the act; nil: not known.
  package var actEnded: CivilDate?

  package init() {}

  /// A decision that stands and holds a penalty. Whether the law counts it is asked of `Counting/`.
  package var isPenalty: Bool {
    (standing == .stands || standing == .changed) && kinds.contains(where: \.isPenalty)
  }
}

/// One written description of a person with its source and its penalty (来源记录).
package struct OffenderRecord: Sendable, Hashable {
  package let id: ID<OffenderRecord>
  package var person: ID<Offender>
  /// Whose officers put it in.
  package let county: County
  package let origin: RecordOrigin
  /// Number of the case, or name of the file with its row.
  package let source: String
  /// The case, for who may see it.
  package let subject: Ref?
  /// The import that brought it.
  package let batch: Int64?
  /// With number and telephone in full: pages show `masked`.
  package let said: MatchRecord
  package let penalty: PenaltyFacts
  /// When it came, or changed last.
  package let at: Instant

  /// The day that the record speaks of.
  package var on: CivilDate? { CivilDate(iso: said.caseDate) ?? penalty.decidedOn }

  /// In the order in which records of a person are told; one made later is later where the days are even.
  static func isOlder(_ one: OffenderRecord, _ other: OffenderRecord) -> Bool {
    (one.on?.dayNumber ?? 0, one.id) < (other.on?.dayNumber ?? 0, other.id)
  }

  /// The description with number and telephone masked.
  package var masked: MatchRecord { said.masked }
}

extension MatchRecord {
  /// Number and telephone as pages show them.
  package var masked: MatchRecord {
    var record = self
    record.idNumber = Mask.number(idNumber)
    record.phone = phone.split { ";；、,，".contains($0) }.map { Mask.phone(String($0)) }.joined(separator: "、")
    return record
  }
}

/// Personal numbers on a page: enough to tell two people apart, not enough to be used (遮盖).
package enum Mask {
  /// `32****041X`.
  package static func number(_ text: String) -> String { masked(text, first: 2, last: 4) }
  /// `138****41`.
  package static func phone(_ text: String) -> String { masked(text, first: 3, last: 2) }

  /// `郭某`.
  package static func name(_ text: String) -> String { text.isEmpty ? "某" : "\(text.prefix(1))某" }

  private static func masked(_ text: String, first: Int, last: Int) -> String {
    guard text.scalarCount > first + last else { return text.isEmpty ? "" : "****" }
    return "\(text.prefix(first))****\(text.suffix(last))"
  }
}
