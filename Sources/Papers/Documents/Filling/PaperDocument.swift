/// A paper as it was written: title, number and blocks, in plain words. Everything that is printed is made of it, and its
/// `record` is what the agency keeps and what the hash on the paper is of.
///
/// Guarantees: no line end, no control character and no mark of writing direction in any text. The same document has the
/// same record and hash for ever.
package struct PaperDocument: Hashable, Sendable {
  /// Id of the template.
  package let template: String
  package let title: String
  /// 清卫医罚告〔2026〕1号.
  package let number: String?
  /// The agency over the title.
  package let agency: String
  package let audience: PaperTemplate.Audience
  package let width: PaperTemplate.Width
  /// Where the party reads its papers.
  package let address: String?
  package let blocks: [PaperBlock]

  /// Whether it begins with whom it speaks to: `卢茂生：`, and not with a sentence. Such a line is not set in.
  var hasSalutation: Bool {
    if case .paragraph(let line)? = blocks.first {
      line.words.hasSuffix("：") && !line.words.contains("，")
    } else {
      false
    }
  }

  /// What was not known and is left to be written by hand: names of placeholders, each once, in order.
  package var gaps: [String] {
    var seen: Set<String> = []
    return blocks.flatMap(\.lines).flatMap(\.runs).compactMap { run in
      guard case .gap(let name) = run, seen.insert(name).inserted else { return nil }
      return name
    }
  }
}

package enum PaperBlock: Hashable, Sendable {
  case heading(PaperLine)
  case paragraph(PaperLine)
  case note(PaperLine)
  case facts([PaperFact])
  case table(PaperTable)
  /// Lines to write by hand.
  case blank(Int)
  case sign([PaperLine])
  /// Name of the agency, date of the paper and the place of the seal.
  case seal(agency: PaperLine, date: PaperLine)
  case pageBreak

  /// All text of it.
  var lines: [PaperLine] {
    switch self {
    case .heading(let line), .paragraph(let line), .note(let line): [line]
    case .facts(let facts): facts.flatMap { [$0.label] + $0.value }
    case .table(let table): table.rows.flatMap { $0.flatMap { $0 } }
    case .sign(let lines): lines
    case .seal(let agency, let date): [agency, date]
    case .blank, .pageBreak: []
    }
  }
}

/// A row of a boxed form: what, and the lines that answer it.
package struct PaperFact: Hashable, Sendable {
  package let label: PaperLine
  package let value: [PaperLine]
}

package struct PaperTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package let label: String
    package let width: Int
  }

  package let columns: [Column]
  /// Cells in the order of the columns, each of lines.
  package let rows: [[[PaperLine]]]
}

/// One line of text with what is missing in it.
package struct PaperLine: Hashable, Sendable {
  package enum Run: Hashable, Sendable {
    case words(String)
    /// To be written by hand; holds the name of the placeholder.
    case gap(String)
  }

  package let runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }
  init(_ words: String) { runs = words.isEmpty ? [] : [.words(words)] }

  package var words: String {
    runs.map { run in
      if case .words(let words) = run { words } else { "" }
    }.joined()
  }

  /// Nothing but a gap: it gets a line of its own.
  var isGap: Bool {
    if case .gap = runs.first { runs.count == 1 } else { false }
  }
}
