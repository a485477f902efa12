package import Kit
package import Packs

/// A statute (法律、法规、规章、规范性文件): what it is called and from which day each of its versions is in force.
///
/// Guarantees: versions in order, the oldest first, at least one. Refuses a day before the first version and after the
/// last, because a newer text is never read back into the past.
package struct Statute: Hashable, Sendable {
  package enum Rank: String, CaseIterable, Sendable {
    case law, regulation, rule, normative, interpretation, local, standard

    package var title: String {
      switch self {
      case .law: "法律"
      case .regulation: "行政法规"
      case .rule: "部门规章"
      case .normative: "规范性文件"
      case .interpretation: "司法解释"
      case .local: "地方性法规"
      case .standard: "标准"
      }
    }
  }

  /// Stable, e.g. `medical-institutions`.
  package let key: String
  /// As it is cited, e.g. 《医疗机构管理条例》.
  package let title: String
  package let rank: Rank
  package let issuer: String?
  package let versions: [StatuteVersion]
  package let source: String
  package let note: String?

  /// The text in force on a day.
  package func version(on day: CivilDate) throws(LawRefusal) -> StatuteVersion {
    guard let version = versions.last(where: { $0.from <= day }) else {
      throw .statuteNotInForce(title: title, on: day, from: newest.from)
    }
    if let end = version.to, end < day { throw .statuteEnded(title: title, on: day, end: end) }
    return version
  }

  /// The version whose articles and amounts the packs carry.
  package var newest: StatuteVersion { versions.last ?? StatuteVersion(from: CivilDate(dayNumber: 0)) }
}

/// A text of a statute from its first day in force to the day before the next one.
package struct StatuteVersion: Hashable, Sendable {
  package let from: CivilDate
  /// The last day in force of a text without successor.
  package let to: CivilDate?
  package let title: String?
  /// How sure the first day is.
  package let confidence: Confidence

  init(from: CivilDate, to: CivilDate? = nil, title: String? = nil, confidence: Confidence = .doubtful) {
    self.from = from
    self.to = to
    self.title = title
    self.confidence = confidence
  }
}

extension Statute {
  static func read(_ node: PackNode) -> Statute {
    let statute = Statute(
      key: node.slug("key"), title: node.text("title"), rank: node.choice("rank", standIn: .law),
      issuer: node.textIfAny("issuer"), versions: node.records("versions", StatuteVersion.read),
      source: node.text("source"), note: node.textIfAny("note"))
    node.claim(statute.key, in: "statutes", key: "key")
    node.claim(statute.title, in: "titles of statutes", key: "title")
    let days = statute.versions.map(\.from)
    if zip(days, days.dropFirst()).contains(where: { $0 >= $1 }) { node.refuse("versions", "版本应按施行日期从早到晚排列") }
    if statute.versions.dropLast().contains(where: { $0.to != nil }) {
      node.refuse("versions", "只有最后一个版本可以写失效日期（to）")
    }
    return statute
  }
}

extension StatuteVersion {
  static func read(_ node: PackNode) -> StatuteVersion {
    let version = StatuteVersion(
      from: node.date("from"), to: node.dateIfAny("to"), title: node.textIfAny("title"),
      confidence: node.choice("confidence", standIn: .doubtful))
    if let to = version.to, to < version.from { node.refuse("to", "失效日期早于施行日期") }
    return version
  }
}
