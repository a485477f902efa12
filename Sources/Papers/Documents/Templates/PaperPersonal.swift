internal import Kit
import Packs

/// What an answer tells of a person (个人信息): such answers never leave the case. Marked in the templates (`personal:`).
package enum PaperPersonal: String, CaseIterable, Sendable { case name, address, number }

extension PaperText {
  /// Of values that the rooms supply, and that an officer types where they are not known.
  package var personal: PaperPersonal? {
    switch self {
    case .partyName, .partyHead: .name
    case .partyAddress: .address
    case .partyCode, .partyPhone: .number
    default: nil
    }
  }
}

extension PaperTemplate {
  /// What a filled paper tells of people: each answer with what it is, in the order of the fields.
  package func personal(in typing: PaperTyping) -> [(kind: PaperPersonal, text: String)] {
    let asked = asks.flatMap { ask -> [(kind: PaperPersonal, text: String)] in
      let own = ask.personal.flatMap { kind in typing.texts[ask.key].map { (kind, $0) } }
      let rows = (typing.rows[ask.key] ?? []).flatMap { row in
        ask.columns.compactMap { column in column.personal.flatMap { kind in row[column.key].map { (kind, $0) } } }
      }
      return [own].compactMap { $0 } + rows
    }
    let supplied = PaperText.named.compactMap { name, text in
      text.personal.flatMap { kind in typing.texts[name].map { (kind, $0) } }
    }
    return asked + supplied
  }
}

/// Words that stand where a name is asked and are none (店员, 没有人在场): `Content/papers/names.yaml`.
package struct PaperNoNames: Hashable, Sendable {
  enum Match: String, CaseIterable, Sendable { case end, part }

  let match: Match
  let words: [String]
  let provenance: Provenance

  static func read(_ node: PackNode) -> PaperNoNames {
    _ = node.text("why")
    return PaperNoNames(
      match: node.choice("match", standIn: .part), words: node.texts("words"), provenance: node.provenance())
  }

  func holds(_ text: String) -> Bool {
    words.contains { match == .end ? text.hasSuffix($0) : text.contains($0) }
  }
}

extension PaperBook {
  /// The names in an answer: `罗小梅，店员；丁大发，电话…` → two. A name is two to eight Chinese characters, longer with the point of
  /// other languages (买买提·艾力), or a word in Latin letters; what is known to be no name is left out.
  package func names(in answer: String) -> [String] {
    answer.unicodeScalars.split(whereSeparator: Self.between.contains).compactMap { piece in
      let ends = { (scalar: Unicode.Scalar) in
        Self.after.contains(scalar) || scalar.properties.generalCategory == .decimalNumber
      }
      let name = String(String.UnicodeScalarView(String(piece).trimmed.unicodeScalars.prefix { !ends($0) }))
      return Self.isName(name) && !noNames.contains { $0.holds(name) } ? name : nil
    }
  }

  private static let between: Set<Unicode.Scalar> = ["、", "；", ";", "\n"]
  private static let after: Set<Unicode.Scalar> = ["，", ",", "：", ":", "（", "(", " ", "　"]
  private static let points: Set<Unicode.Scalar> = ["·", "•", "・"]

  private static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if scalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }) { return (2...20).contains(scalars.count) }
    guard scalars.allSatisfy({ $0.properties.isIdeographic || points.contains($0) }) else { return false }
    return (2...(scalars.contains(where: points.contains) ? 20 : 8)).contains(scalars.count)
  }
}
