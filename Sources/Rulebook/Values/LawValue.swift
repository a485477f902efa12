internal import Law
package import Packs
internal import Storage
package import Web

/// A value of the packs that a named person can approve (待核准的值): one violation with all its provisions, one version
/// of a term, one limit, one rule of discretion …
///
/// `lines` is the whole of what the pack says, in words. Somebody who approves the value approves these words: the
/// fingerprint is theirs, so a value whose words changed since is unapproved again.
package struct LawValue: Sendable, Hashable {
  package enum Kind: String, CaseIterable, Sendable {
    case violation, term, discretion, province, limit, checklist, statute, calendar, type

    package var title: String {
      switch self {
      case .violation: "违法行为"
      case .term: "期限"
      case .discretion: "裁量规则"
      case .province: "省级裁量基准"
      case .limit: "界限"
      case .checklist: "检查项目"
      case .statute: "法律法规的施行日期"
      case .calendar: "工作日历"
      case .type: "机构类型"
      }
    }
  }

  package struct Line: Sendable, Hashable {
    package let label: String
    package let words: String
  }

  package let kind: Kind
  /// Stable within the kind: `unlicensed-institution`, `case.filing@2025-06-01`.
  package let key: String
  package let title: String
  package let source: String
  package let confidence: Confidence
  /// What keeps the value from deciding a case although its source was read: amounts that nobody has looked up.
  package let gap: String?
  package let lines: [Line]

  /// Whether it may be relied on without anybody's approval.
  package var isFirm: Bool { confidence.isFirm && gap == nil }

  /// How it is named in addresses and in the store: `violation:unlicensed-institution`.
  package var name: String { "\(kind.rawValue):\(key)" }

  package var fingerprint: String { SHA256.hex(of: text) }

  /// The approved words, one line each, as an approval keeps them.
  package var text: String {
    (["\(title)（\(kind.title)）", "依据：\(source)", "可信程度：\(confidence.title)"] + lines.map { "\($0.label)：\($0.words)" })
      .joined(separator: "\n")
  }

  /// Where the law's pages show it.
  package var page: Link {
    switch kind {
    case .violation: "/law/violations/\(key)"
    case .term: "/law/terms/\(String(key.prefix { $0 != "@" }))"
    case .checklist: "/law/checklists/\(String(key.prefix { $0 != "/" }))"
    case .statute: "/law/statutes/\(String(key.prefix { $0 != "@" }))"
    default: Link("/law/unverified").asking([("kind", kind.rawValue)])
    }
  }
}
