import Foundation
import Kit
import Storage

extension Command {
  static let check = Command(
    name: "check", summary: "核对各县有没有不应出现的情形，列出要改正的记录",
    usage: "qingyuan check [--format text|json] [--output FILE] [--data DIR] [--database URL]",
    example: "qingyuan check --data ./data --format json",
    options: store.merging(["--format": true, "--output": true]) { first, _ in first }
  ) { arguments in
    let (options, format) = (try arguments.houseOptions(), try arguments.format())
    let house = try await House.open(options)
    let outcomes: Result<[CheckOutcome], any Error>
    do { outcomes = .success(try await CheckRun.everywhere(house.rules, thorough: true, house.database)) } catch {
      outcomes = .failure(error)
    }
    await house.close()
    let report = CheckReport(rules: house.rules, outcomes: try outcomes.get())
    try arguments.write(format == .json ? try report.json() : report.words())
    guard report.count == 0 else { throw CommandRefusal("自检发现 \(report.count) 处要改正。") }
  }
}

/// What the command prints.
private struct CheckReport {
  let rules: [Check]
  let outcomes: [CheckOutcome]

  var count: Int { outcomes.reduce(0) { $0 + $1.lines.count } }

  func words() -> String {
    let known = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    let lines = outcomes.flatMap { outcome in
      outcome.lines.map { line in
        let rule = known[line.rule]
        return
          "辖区 \(outcome.county.number)　\(line.rule)　\(line.breach.title)：\(rule?.sentence ?? "")。\(rule?.remedy ?? "")"
      }
    }
    return (["核对 \(outcomes.count) 个辖区、\(rules.count) 条规则，发现 \(count) 处。"] + lines).joined(separator: "\n")
  }

  func json() throws -> String {
    struct Found: Encodable {
      let county: Int64
      let rule: String
      let record: String
      let title: String
    }
    struct Rule: Encodable {
      let id: String
      let sentence: String
      let source: String
      let weight: String
    }
    struct Answer: Encodable {
      let counties: Int
      let rules: [Rule]
      let findings: [Found]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let found = outcomes.flatMap { outcome in
      outcome.lines.map {
        Found(
          county: outcome.county.number, rule: $0.rule, record: $0.breach.record.description, title: $0.breach.title)
      }
    }
    let known = rules.map { Rule(id: $0.id, sentence: $0.sentence, source: $0.source, weight: $0.weight.rawValue) }
    let answer = Answer(counties: outcomes.count, rules: known, findings: found)
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }
}
