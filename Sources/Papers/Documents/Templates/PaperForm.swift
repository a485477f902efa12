internal import Foundation
internal import Kit

/// What an officer typed for a paper, as the form sent it and as it is kept.
package struct PaperTyping: Hashable, Codable, Sendable {
  package var texts: [String: String]
  package var rows: [String: [[String: String]]]

  package init(texts: [String: String] = [:], rows: [String: [[String: String]]] = [:]) {
    self.texts = texts
    self.rows = rows
  }
}

/// A field of the form for a paper, with what it begins with.
package struct PaperField: Hashable, Sendable {
  package let ask: PaperAsk
  package let text: String
  package let rows: [[String: String]]

  /// With what a draft holds.
  package init(ask: PaperAsk, text: String, rows: [[String: String]]) {
    self.ask = ask
    self.text = text
    self.rows = rows
  }
}

extension PaperTemplate {
  /// The form: the asks in order, each filled from the first of its sources that is there.
  ///
  /// `earlier` gives what was typed in the latest paper of an id in this case.
  package func fields(_ values: PaperValues, earlier: (String) -> PaperTyping? = { _ in nil }) -> [PaperField] {
    asks.map { ask in
      PaperField(
        ask: ask, text: ask.kind == .rows ? "" : Self.text(ask, values, earlier),
        rows: ask.kind == .rows ? Self.rows(ask, values, earlier) : [])
    }
  }

  private static func text(_ ask: PaperAsk, _ values: PaperValues, _ earlier: (String) -> PaperTyping?) -> String {
    let found = ask.from.map { source in
      place(source).map { earlier($0.paper)?.texts[$0.ask] ?? "" } ?? values.text(source)
    }
    // Supplied days come in the words of paper; a field for days wants them as browsers send them.
    if let text = found.first(where: { !$0.trimmed.isEmpty }) {
      return ask.kind == .date ? CivilDate(onPaper: text)?.iso ?? text : text
    }
    return ask.standard.pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let name): values.text(name)
      }
    }.joined()
  }

  /// Only values of the ask's own columns.
  private static func rows(
    _ ask: PaperAsk, _ values: PaperValues, _ earlier: (String) -> PaperTyping?
  ) -> [[String: String]] {
    let found = ask.from.map { source in
      place(source).map { earlier($0.paper)?.rows[$0.ask] ?? [] } ?? values.rows[source] ?? []
    }
    let keys = Set(ask.columns.map(\.key))
    return (found.first { !$0.isEmpty } ?? ask.standardRows).map { row in row.filter { keys.contains($0.key) } }
  }

  /// `investigation-end/facts`.
  private static func place(_ source: String) -> (paper: String, ask: String)? {
    let halves = source.split(separator: "/")
    return halves.count == 2 ? (String(halves[0]), String(halves[1])) : nil
  }
}
