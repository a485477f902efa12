package import Kit
package import Storage

/// What a form sent: values by name, and files that wait in `incoming/` until the request ends.
package struct Form: Sendable {
  package private(set) var values: [String: [String]] = [:]
  package private(set) var files: [String: [StagedFile]] = [:]

  package init() {}

  /// Browsers send the end of a line as CR LF. Nobody behind the form sees it: in Swift the two are one character, at which a text
  /// that is split at `\n` does not part.
  package mutating func add(_ name: String, _ value: String) {
    let text = value.utf8.contains(13) ? value.replacing("\r\n", with: "\n") : value
    values[name, default: []].append(text)
  }

  mutating func add(_ name: String, _ file: StagedFile) { files[name, default: []].append(file) }

  /// Blanks cut off; nil where absent or empty.
  package func value(_ name: String) -> String? {
    let text = values[name]?.first?.trimmed ?? ""
    return text.isEmpty ? nil : text
  }

  package func all(_ name: String) -> [String] { values[name] ?? [] }

  /// `a=1&b=%E6%9F%A5`, as browsers send it. Broken percent signs stay as they are, broken UTF-8 becomes U+FFFD.
  package static func parse(urlEncoded text: some Sequence<UInt8>) -> Form {
    var form = Form()
    for pair in Array(text).split(separator: UInt8(ascii: "&")).prefix(mostFields) {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = halves.first else { continue }
      form.add(decoded(name), halves.count == 2 ? decoded(halves[1]) : "")
    }
    return form
  }

  static let mostFields = 5000

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        result.append(32)
      } else if byte == UInt8(ascii: "%"), let value = hexPair(rest) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexPair(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes.count >= 2 else { return nil }
    return UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
  }
}

/// A form as it is shown: what was typed and what was wrong with it.
package struct FormState: Sendable {
  package let form: Form
  package let problems: [Problem]

  package struct Problem: Sendable {
    package let field: String?
    package let sentence: String
    package let next: String?
  }

  package static let empty = FormState(Form(), problems: [])

  package init(_ form: Form, problems: [Problem]) {
    self.form = form
    self.problems = problems
  }

  package init(_ form: Form, _ refusal: any Refusal) {
    let all = (refusal as? Refusals)?.all ?? [refusal]
    self.init(form, problems: all.map { Problem(field: $0.field, sentence: $0.sentence, next: $0.next) })
  }

  /// A form that begins with known values.
  package static func filled(_ values: [(String, String?)]) -> FormState {
    var form = Form()
    for (name, value) in values { if let value { form.add(name, value) } }
    return FormState(form, problems: [])
  }

  /// The same without what must not stand in a page again: passwords, codes.
  package func without(_ names: [String]) -> FormState {
    var kept = Form()
    for (name, values) in form.values where !names.contains(name) { for value in values { kept.add(name, value) } }
    return FormState(kept, problems: problems)
  }

  package func value(_ name: String) -> String { form.values[name]?.first ?? "" }
  package func has(_ name: String, _ value: String) -> Bool { form.all(name).contains(value) }
  package func problem(_ field: String) -> Problem? { problems.first { $0.field == field } }
}
