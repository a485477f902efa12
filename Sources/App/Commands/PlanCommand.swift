import Campaign
import Foundation
import Kit
import Papers
import PlanReading

extension Command {
  static let planRead = Command(
    name: "plan read", summary: "解读一份工作方案（Word、PDF、纯文本）",
    usage: "qingyuan plan read FILE [--format text|json] [--output FILE]",
    example: "qingyuan plan read 方案.docx --format json", options: ["--format": true, "--output": true]
  ) { arguments in
    guard arguments.words.count == 1, let path = arguments.words.first else { throw UsageError("要给一个文件。") }
    let text = try await PlanSource.text(path)
    let reading = PlanReading.read(text)
    switch try arguments.format() {
    case .json: try arguments.write(reading.json())
    case .text:
      guard !reading.plans.isEmpty else { throw CommandRefusal("没有读出方案：文件里没有像工作方案的内容。") }
      try arguments.write(reading.outline())
    }
  }
}

extension Command {
  static let planCompare = Command(
    name: "plan compare", summary: "比较两份工作方案：上级的与本级的，或去年的与今年的",
    usage: "qingyuan plan compare MODEL OWN [--format text|json] [--output FILE]",
    example: "qingyuan plan compare 省方案.docx 县方案.docx", options: ["--format": true, "--output": true]
  ) { arguments in
    guard arguments.words.count == 2 else { throw UsageError("要给两个文件：先对照的，后本级的。") }
    let plans = try await [plan(arguments.words[0]), plan(arguments.words[1])]
    let comparison = PlanComparison(plans[0], plans[1])
    try arguments.write(try arguments.format() == .json ? comparison.json() : comparison.outline())
  }

  /// The first plan of the file.
  private static func plan(_ path: String) async throws -> ComparedPlan {
    let text = try await PlanSource.text(path)
    guard let first = PlanReading.read(text).plans.first else {
      throw CommandRefusal("没有读出方案：文件 \(path) 里没有像工作方案的内容。")
    }
    return ComparedPlan(text: text, plan: first)
  }
}

/// The text of a plan in a file: a Word file, a PDF, or plain text in UTF-8, UTF-16 or GBK.
enum PlanSource {
  static func text(_ path: String) async throws -> String {
    let url = URL(filePath: path)
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      throw CommandRefusal("读不到文件 \(path)。检查路径和权限。")
    }
    if let text = try await DocumentText.installed().text(of: url, in: FileManager.default.temporaryDirectory) {
      return text
    }
    guard let text = Decoding.text([UInt8](data)) else {
      throw CommandRefusal("文件 \(path) 不是 Word 文档（.docx）、PDF，也不是 UTF-8、UTF-16 或 GBK 的纯文本。在 Word 里另存为 docx 再试。")
    }
    return text
  }
}
