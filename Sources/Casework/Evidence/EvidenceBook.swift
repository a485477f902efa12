package import Packs
internal import Papers
package import Procedure

/// What the statute says of evidence and of things taken (证据种类、物品清单), read from `Content/evidence/`.
///
/// `load` refuses two entries of one name, a list of an unknown step, a way that leads to a list that is not there, and an
/// order of the file (卷内目录) in which a kind of step is missing or stands twice.
package struct EvidenceBook: Sendable {
  /// In the order of the statute (《行政处罚法》第四十六条).
  package let kinds: [EvidenceKind]
  package let lists: [GoodsListKind]
  package let groups: [DossierGroup]
  /// How the pages of a printed file look (`Content/dossier/`).
  let papers: PaperBook

  package static func load(_ source: any ContentSource) throws -> EvidenceBook {
    let reader = PackReader(source)
    let files = reader.files(in: "evidence", EvidenceFile.read)
    let book = EvidenceBook(
      kinds: files.flatMap(\.kinds), lists: files.flatMap(\.lists), groups: files.flatMap(\.groups),
      papers: try PaperBook.load(source, from: "dossier"))
    for fault in book.faults { reader.refuse("evidence", fault) }
    try reader.settle()
    return book
  }

  package func kind(_ id: String) -> EvidenceKind? { kinds.first { $0.id == id } }
  func list(of step: StepKind) -> GoodsListKind? { lists.first { $0.step == step } }
  /// The list that a step ends: the registration's of `registration-end`.
  func list(endedBy step: StepKind) -> GoodsListKind? { lists.first { $0.end == step } }

  private var faults: [String] {
    let ordered = groups.flatMap(\.steps)
    let missing = StepKind.allCases.filter { !ordered.contains($0) }.map { "卷内目录里没有步骤 \($0.rawValue)" }
    let contents = DossierGroup.Content.allCases.filter { content in groups.filter { $0.content == content }.count != 1
    }
    .map { "卷内目录里 \($0.rawValue) 应有一组" }
    let loose = lists.flatMap(\.ways).compactMap(\.onward).filter { list(of: $0) == nil }.map {
      "没有 \($0.rawValue) 的清单"
    }
    return missing + contents + loose + (kinds.isEmpty ? ["没有证据种类"] : []) + (lists.isEmpty ? ["没有物品清单"] : [])
  }
}

/// A kind of evidence (证据种类).
package struct EvidenceKind: Sendable, Hashable {
  package let id: String
  package let title: String
  /// A thing: its form asks number and place of storage.
  package let isExhibit: Bool
  /// Sound or pictures: without a file it needs begin, end and where the medium lies.
  package let isMedia: Bool
  package let provenance: Provenance
}

/// The list of things of a step (物品清单), and what may become of each.
package struct GoodsListKind: Sendable, Hashable {
  package let step: StepKind
  package let title: String
  /// The step that ends the measure; nil: things stay until each is disposed of.
  package let end: StepKind?
  package let ways: [GoodsWay]
  package let provenance: Provenance
  /// Why things wait for the end of the party's remedies; nil: they do not.
  let waits: Provenance?
  /// Why the value of things is owed that are gone when the confiscation falls; nil: it is not.
  let value: Provenance?

  func way(_ id: String) -> GoodsWay? { ways.first { $0.id == id } }
}

/// How a thing is disposed of (处理方式).
package struct GoodsWay: Sendable, Hashable {
  package let id: String
  package let title: String
  /// It goes on to the list of another step: registered things that are seized.
  package let onward: StepKind?
  /// nil: always open.
  let when: Confiscation?
  /// Who took it and the number of the receipt must be written.
  let needsReceipt: Bool
}

/// A part of the index of a file (卷内目录).
package struct DossierGroup: Sendable, Hashable {
  enum Content: String, CaseIterable, Sendable { case evidence, goods, attachments }

  let id: String
  let title: String
  let steps: [StepKind]
  let content: Content?
  let provenance: Provenance
}
