package import Kit
package import Packs

/// All templates of papers (文书样式), read once at start.
///
/// Refuses, with file, key and reason, every name that a template uses and nobody supplies: a printed paper can then have
/// gaps where a value is not known yet, and never one where a name was misspelt.
package struct PaperBook: Sendable {
  /// In the order of the files.
  package let all: [PaperTemplate]
  /// What is no name where a name is asked.
  let noNames: [PaperNoNames]
  private let byID: [String: Int]

  /// Throws every problem of every file as one `Refusals` of `PackProblem`s.
  package static func load(_ source: any ContentSource, from folder: String = "papers") throws(Refusals) -> PaperBook {
    let reader = PackReader(source)
    let files = reader.files(in: folder, PaperFile.read)
    let parts = files.flatMap(\.parts)
    let book = PaperBook(files.flatMap(\.papers).map { $0.spelt(out: parts) }, noNames: files.flatMap(\.noNames))
    for part in parts where !files.contains(where: { $0.uses(part.id) }) {
      reader.refuse(folder, "部分“\(part.id)”没有文书用到")
    }
    try reader.settle()
    return book
  }

  init(_ all: [PaperTemplate], noNames: [PaperNoNames] = []) {
    self.all = all
    self.noNames = noNames
    byID = Dictionary(all.indices.map { (all[$0].id, $0) }) { first, _ in first }
  }

  package subscript(id: String) -> PaperTemplate? { byID[id].map { all[$0] } }

  /// The papers that a step of the procedure makes.
  package func papers(of step: String) -> [PaperTemplate] { all.filter { $0.step == step } }
}

/// One file under `papers/`.
private struct PaperFile {
  let papers: [PaperTemplate]
  let parts: [PaperPart]
  let noNames: [PaperNoNames]

  static func read(_ node: PackNode) -> PaperFile {
    let file = PaperFile(
      papers: node.recordsIfAny("papers", PaperTemplate.read), parts: node.recordsIfAny("parts", PaperPart.read),
      noNames: node.recordsIfAny("no-names", PaperNoNames.read))
    if file.papers.isEmpty, file.parts.isEmpty, file.noNames.isEmpty { node.refuse("papers", "文件里没有文书样式") }
    return file
  }

  func uses(_ part: String) -> Bool { papers.contains { $0.body.contains { $0.kind == .part(part) } } }
}

extension PaperTemplate {
  /// With the pieces of each part in its place, under the conditions of that place.
  fileprivate func spelt(out parts: [PaperPart]) -> PaperTemplate {
    var template = self
    template.body = body.flatMap { piece in
      guard case .part(let id) = piece.kind else { return [piece] }
      let part = parts.first { $0.id == id }
      return (part?.body ?? []).map { PaperPiece(kind: $0.kind, conditions: piece.conditions + $0.conditions) }
    }
    return template
  }
}
