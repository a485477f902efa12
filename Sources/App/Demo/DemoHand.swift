import Kit
import Web

/// A member's hand on the pages: opens forms, chooses what they offer, submits.
struct DemoHand {
  private let visitor: Visitor

  init(_ visitor: Visitor) { self.visitor = visitor }

  func page(_ path: String) async throws -> OfferedForm {
    let answer = try await visitor.get(path)
    guard answer.status == 200 else { throw DemoTrouble(step: "打开 \(path)（\(answer.status)）", page: answer.text) }
    return OfferedForm(answer)
  }

  func open(_ path: String) async throws -> Answer { try await visitor.get(path) }

  func send(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
    try await visitor.post(path, fields)
  }

  /// Submits a form that leads on; answers where to, without its anchor.
  @discardableResult func submit(_ path: String, _ fields: [(String, String)]) async throws -> String {
    try place(try await visitor.post(path, fields), path)
  }

  func upload(
    _ path: String, _ field: String, _ name: String, _ text: String, _ fields: [(String, String)] = []
  ) async throws -> String {
    try place(try await visitor.post(path, fields, files: [Visitor.File(field, name, Array(text.utf8))]), path)
  }

  private func place(_ answer: Answer, _ path: String) throws -> String {
    guard answer.status == 303 else { throw DemoTrouble(step: "提交 \(path)（\(answer.status)）", page: answer.text) }
    return String(answer.location.prefix { $0 != "#" })
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
