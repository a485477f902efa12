import Foundation
import Kit
import Law
import Matching
import Offices
import Packs
import Papers
import Storage
import Web

extension Route {
  fileprivate var parts: [String] { [method.rawValue, path, access.note] }
}

extension Command {
  static let routes = Command(
    name: "routes", summary: "列出全部地址和准入规则", usage: "qingyuan routes [--content DIR] [--format text|json]",
    example: "qingyuan routes", options: ["--content": true, "--format": true, "--output": true]
  ) { arguments in
    let rooms = House.rooms(try HouseContent.load(arguments.value("--content")))
    let routes = rooms.flatMap(\.routes).sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }
    switch try arguments.format() {
    case .text: try arguments.write(routes.map { $0.parts.joined(separator: "\t") }.joined(separator: "\n"))
    case .json: try arguments.write(try json(routes))
    }
  }

  /// For programs that ask every route: `script/fuzz`.
  private static func json(_ routes: [Route]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let rows = routes.map { Dictionary(zip(["method", "path", "access"], $0.parts)) { first, _ in first } }
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  private static func line(_ section: String, _ byConfidence: [Confidence: Int]) -> String {
    let marks = byConfidence.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
    return "\(section)　\(byConfidence.values.reduce(0, +)) 条　\(marks.joined(separator: "，"))"
  }

  static let contentCheck = Command(
    name: "content check", summary: "检查内容包，列出条数和可信程度，把算例全部算一遍",
    usage: "qingyuan content check [--content DIR]",
    example: "qingyuan content check --content ./Content", options: ["--content": true, "--output": true]
  ) { arguments in
    let content = try HouseContent.load(arguments.value("--content"))
    let run = try content.law.examine(HouseContent.source(arguments.value("--content")))
    var lines = content.law.summary().map { line($0.section, $0.byConfidence) }
    lines += try content.regions.book().summary.map { section, marks in
      line(section, Dictionary(marks.map { ($0, 1) }, uniquingKeysWith: +))
    }
    let templates = content.papers.all + content.officePapers.all
    lines.append(line("文书", Dictionary(templates.map { ($0.provenance.confidence, 1) }, uniquingKeysWith: +)))
    let matching = try MatchContent.load(HouseContent.source(arguments.value("--content")))
    lines.append("人员比对　权重 \(matching.weights.count) 项")
    lines.append("岗位　\(content.roles.roles.count) 个")
    lines.append("算例　\(run.total) 个全部相符：期限 \(run.dues) 个，罚款 \(run.fines) 个，应当拒绝的 \(run.refusals) 个")
    lines += content.law.gaps.map { "算不出罚款　\($0.violation.id)　\($0.violation.name)：\($0.gap)" }
    try arguments.write(lines.joined(separator: "\n"))
  }

  static let jobs = Command(
    name: "jobs", summary: "列出定时任务", usage: "qingyuan jobs", example: "qingyuan jobs",
    options: ["--content": true, "--output": true]
  ) { arguments in
    let rooms = House.rooms(try HouseContent.load(arguments.value("--content")))
    let lines = (Job.ground + rooms.flatMap(\.jobs)).map {
      "\($0.name)\t每 \($0.seconds) 秒\t\($0.per == .store ? "各进程中一个" : "每个进程")\t\($0.purpose)"
    }
    try arguments.write(lines.joined(separator: "\n"))
  }

  static let config = Command(
    name: "config", summary: "显示实际生效的设置", usage: "qingyuan config [--data DIR] [--database URL]",
    example: "qingyuan config --data ./data", options: store.merging(["--output": true]) { first, _ in first }
  ) { arguments in
    let options = try arguments.houseOptions()
    let house = try await House.open(options)
    let synced = try await house.database.answersAfterSync()
    let lines = [
      "数据文件夹　\(options.data.path)", "存储　\(house.database.dialect.rawValue)",
      "落盘后才应答　\(synced ? "是" : "否")", "节点号　\(house.database.node)",
      "内容包　\(options.content ?? "程序内置")",
    ]
    await house.close()
    try arguments.write(lines.joined(separator: "\n"))
  }
}
