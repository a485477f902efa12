/// A text with placeholders: `根据{case.penalty-basis}，`.
struct PaperPhrase: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case words(String)
    case value(String)
  }

  let pieces: [Piece]

  static let none = PaperPhrase(pieces: [])

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// nil where braces do not pair or stand around nothing.
  init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].dropFirst().firstIndex(where: { $0 == "{" || $0 == "}" }),
        rest[close] == "}"
      else { return nil }
      let name = String(rest[rest.index(after: open)..<close])
      if name.isEmpty { return nil }
      pieces += [.words(String(rest[..<open])), .value(name)]
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.words(String(rest)))
    self.pieces = pieces.filter { $0 != .words("") }
  }

  /// As it was written.
  var plain: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let name): "{\(name)}"
      }
    }.joined()
  }

  var names: [String] {
    pieces.compactMap { piece in
      if case .value(let name) = piece { name } else { nil }
    }
  }
}
