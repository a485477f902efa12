import Kit

/// A form as a page offered it: what a browser would show and send back. For the demonstration and the tests.
package struct OfferedForm: Sendable {
  package let answer: Answer

  package init(_ answer: Answer) { self.answer = answer }

  /// Names of fields that begin so, each once, in the order of the page.
  package func names(beginning prefix: String) -> [String] {
    var names: [String] = []
    for piece in answer.text.split(separator: "name=\"").dropFirst() {
      let name = String(piece.prefix { $0 != "\"" })
      if name.hasPrefix(prefix), !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The value of an input, or the words in a field of several lines; empty where there is none.
  package func value(_ name: String) -> String {
    guard let piece = piece(containing: "name=\"\(name)\"") else { return "" }
    if piece.hasPrefix("textarea") { return String(piece.drop { $0 != ">" }.dropFirst()).trimmed }
    let input = piece.prefix { $0 != ">" }
    guard let start = input.firstRange(of: "value=\"") else {
      return ""
    }
    return String(input[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The values of all boxes of a name, ticked or not.
  package func values(_ name: String) -> [String] {
    answer.text.split(separator: "<").filter { $0.contains("name=\"\(name)\"") }.compactMap { tag in
      tag.firstRange(of: "value=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) }
    }
  }

  /// The value of the first box with these words beside it. Refuses a form that does not offer it.
  package func box(_ name: String, beside words: String) throws -> String {
    let pick = answer.text.split(separator: "<label").first { $0.contains("name=\"\(name)\"") && $0.contains(words) }
    guard let pick, let start = pick.firstRange(of: "value=\"") else { throw NotOffered(field: name, words: words) }
    return String(pick[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The first option with these words. Refuses a form that does not offer it.
  package func option(_ select: String, containing words: String) throws -> String {
    guard let option = options(select).first(where: { $0.words.contains(words) }) else {
      throw NotOffered(field: select, words: words)
    }
    return option.value
  }

  /// What is chosen when nobody touches the form.
  package func selected(_ select: String) -> String {
    let options = options(select)
    return (options.first { $0.isSelected } ?? options.first { !$0.value.isEmpty })?.value ?? ""
  }

  private func options(_ select: String) -> [(value: String, words: String, isSelected: Bool)] {
    guard let start = answer.text.firstRange(of: "name=\"\(select)\"") else { return [] }
    let rest = answer.text[start.upperBound...]
    let inside = rest[..<(rest.firstRange(of: "</select>")?.lowerBound ?? rest.endIndex)]
    return inside.split(separator: "<option value=\"").dropFirst().map { piece in
      let (value, tail) = (piece.prefix { $0 != "\"" }, piece.drop { $0 != "\"" })
      return (String(value), String(tail), tail.prefix { $0 != ">" }.contains("selected"))
    }
  }

  /// A tag with the text behind it.
  private func piece(containing mark: String) -> Substring? {
    answer.text.split(separator: "<").first { $0.contains(mark) }
  }
}

/// A page does not offer what somebody wants to choose.
package struct NotOffered: Refusal {
  let field: String
  let words: String

  package var code: String { "form.not-offered" }
  package var sentence: String { "页面的“\(field)”里没有“\(words)”可选。" }
}
