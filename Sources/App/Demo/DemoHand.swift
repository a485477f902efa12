import Kit
import Web

/// A member's hand on the pages: opens forms, chooses what they offer, submits.
struct DemoHand {
  private let visitor: Visitor

  init(_ visitor: Visitor) { self.visitor = visitor }

  func page(_ path: String) async throws -> DemoPage {
    let answer = try await visitor.get(path)
    guard answer.status == 200 else { throw DemoTrouble(step: "打开 \(path)（\(answer.status)）", page: answer.text) }
    return DemoPage(answer: answer)
  }

  func send(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
    try await visitor.post(path, fields)
  }

  /// Submits a form that leads on; answers where to, without its anchor.
  @discardableResult func submit(_ path: String, _ fields: [(String, String)]) async throws -> String {
    try place(try await visitor.post(path, fields), path)
  }

  func upload(_ path: String, _ field: String, _ name: String, _ text: String) async throws -> String {
    try place(try await visitor.post(path, [], files: [Visitor.File(field, name, Array(text.utf8))]), path)
  }

  private func place(_ answer: Answer, _ path: String) throws -> String {
    guard answer.status == 303 else { throw DemoTrouble(step: "提交 \(path)（\(answer.status)）", page: answer.text) }
    return String(answer.location.prefix { $0 != "#" })
  }
}

/// A form as it was offered.
struct DemoPage {
  let answer: Answer

  /// Names of fields that begin so, each once, in the order of the page.
  func names(beginning prefix: String) -> [String] {
    var names: [String] = []
    for piece in answer.text.split(separator: "name=\"").dropFirst() {
      let name = String(piece.prefix { $0 != "\"" })
      if name.hasPrefix(prefix), !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The value of an input.
  func value(_ name: String) -> String {
    guard let input = tag(containing: "name=\"\(name)\""), let start = input.firstRange(of: "value=\"") else { return "" }
    return String(input[start.upperBound...].prefix { $0 != "\"" })
  }

  func option(_ select: String, containing words: String) throws -> String {
    guard let option = options(select).first(where: { $0.words.contains(words) }) else {
      throw DemoTrouble(step: "在“\(select)”里选“\(words)”", page: answer.text)
    }
    return option.value
  }

  /// The last option with these words; empty where there is none.
  func lastOption(_ select: String, containing words: String) -> String {
    options(select).last { $0.words.contains(words) }?.value ?? ""
  }

  func selected(_ select: String) -> String {
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

  private func tag(containing mark: String) -> Substring? {
    answer.text.split(separator: "<").first { $0.contains(mark) }.map { $0.prefix { $0 != ">" } }
  }
}

/// The demonstration's own story does not go through: a fault of the program, told with the page's words.
struct DemoTrouble: Refusal {
  let step: String
  let page: String

  var code: String { "demo.trouble" }
  var sentence: String {
    let words = page.split(separator: "<").compactMap { $0.split(separator: ">").dropFirst().first }
      .map { $0.trimmed }.filter { !$0.isEmpty }.suffix(40).joined(separator: " ")
    return "演示数据没有建成，停在“\(step)”：\(words.clipped(to: 400))"
  }
  var next: String? { "这是程序的差错。删掉这个数据文件夹再试，仍然不行请反馈。" }
}
