import Campaign
import Foundation
import Kit
import PlanReading

extension Command {
  static let planRead = Command(
    name: "plan read", summary: "解读一份工作方案（纯文本）",
    usage: "qingyuan plan read FILE [--format text|json] [--output FILE]",
    example: "qingyuan plan read 方案.txt --format json", options: ["--format": true, "--output": true]
  ) { arguments in
    guard arguments.words.count == 1, let path = arguments.words.first else { throw UsageError("要给一个文件。") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandRefusal("读不到文件 \(path)。检查路径和权限。")
    }
    guard let text = Decoding.text([UInt8](data)) else {
      throw CommandRefusal("文件 \(path) 不是纯文本（UTF-8 或 GBK）。在 Word 里另存为纯文本再试。")
    }
    let reading = PlanReading.read(text)
    switch try arguments.format() {
    case .json: try arguments.write(reading.json())
    case .text:
      guard !reading.plans.isEmpty else { throw CommandRefusal("没有读出方案：文件里没有像工作方案的内容。") }
      try arguments.write(reading.outline())
    }
  }
}
