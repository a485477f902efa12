package import Kit
internal import Packs

/// All statutes by key.
package struct Statutes: Sendable {
  /// In the order of the files.
  package let all: [Statute]
  private let byKey: [String: Int]

  package init(_ all: [Statute]) {
    self.all = all
    byKey = Dictionary(all.indices.map { (all[$0].key, $0) }) { first, _ in first }
  }

  package subscript(key: String) -> Statute? { byKey[key].map { all[$0] } }

  /// The text of a statute in force on a day. Refuses unknown keys and days outside of its versions.
  package func version(of key: String, on day: CivilDate) throws(LawRefusal) -> StatuteVersion {
    guard let statute = self[key] else { throw .unknownStatute(key) }
    return try statute.version(on: day)
  }
}

/// An article of a statute (条款), as decisions cite it.
package struct Citation: Hashable, Sendable {
  /// Key of the `Statute`.
  package let law: String
  /// 《医疗机构管理条例》, or another source's own name.
  package let title: String
  /// 第四十三条第一款, more than one joined by “、”. Empty where a whole paper is meant.
  package let article: String

  package var text: String { title + article }

  /// `《甲》第一条、第二条；《乙》第三条`: a title is not said twice in a row.
  package static func joined(_ citations: [Citation]) -> String {
    var text = ""
    var last: String?
    for citation in citations {
      if last == citation.title, !citation.article.isEmpty {
        text += "、" + citation.article
      } else {
        text += (text.isEmpty ? "" : "；") + citation.text
      }
      last = citation.title
    }
    return text
  }
}

extension Citation {
  /// The keys `law` and `article`; the statute must be in the packs. A duty may be cited as a whole, without article.
  static func read(_ node: PackNode, _ statutes: Statutes, mayBeWhole: Bool = false) -> Citation {
    let key = node.slug("law")
    node.refer(to: key, in: "statutes", key: "law")
    return Citation(
      law: key, title: statutes[key]?.title ?? "",
      article: mayBeWhole ? node.textIfAny("article") ?? "" : node.text("article"))
  }
}
