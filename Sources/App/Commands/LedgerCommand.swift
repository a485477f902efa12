import Foundation
import Kit
import Storage

extension Command {
  static let ledgerVerify = Command(
    name: "ledger verify", summary: "核对全部台账，指出第一条有问题的记录",
    usage: "qingyuan ledger verify [--checkpoints FILE] [--data DIR] [--database URL] [--format text|json]",
    example: "qingyuan ledger verify --checkpoints 上月检查点.jsonl",
    options: store.merging(["--checkpoints": true, "--format": true, "--output": true]) { first, _ in first }
  ) { arguments in
    let house = try await House.open(arguments.houseOptions())
    let format = try arguments.format()
    var checkpoints = try Checkpoint.all(in: house.database.folder.checkpoints)
    if let kept = arguments.value("--checkpoints") { checkpoints += try Checkpoint.all(in: URL(filePath: kept)) }
    let report = try await house.database.verifyLedger(Array(Set(checkpoints)))
    await house.close()
    try arguments.write(format == .json ? json(report) : words(report))
    if let first = report.faults.first { throw CommandRefusal("台账有问题。第一处：\(first.sentence)") }
  }

  private static func words(_ report: LedgerReport) -> String {
    var lines = ["核对 \(report.counties) 条链、\(report.entries) 条记录、\(report.checkpoints) 个检查点。"]
    lines += report.faults.prefix(50).map { "链 \($0.county.number)：\($0.sentence)" }
    if report.faults.isEmpty { lines.append("没有发现改动。") }
    if report.uncovered > 0 {
      lines.append("其中 \(report.uncovered) 条在最后一个检查点之后：单看这一份数据，查不出它们被整体截掉或重写；保存到别处的检查点越新，盲区越小。")
    }
    return lines.joined(separator: "\n")
  }

  private static func json(_ report: LedgerReport) throws -> String {
    struct Fault: Encodable {
      let county: Int64
      let height: Int64
      let sentence: String
    }
    struct Answer: Encodable {
      let entries: Int64
      let counties: Int
      let checkpoints: Int
      let uncovered: Int64
      let faults: [Fault]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let faults = report.faults.map { Fault(county: $0.county.number, height: $0.height, sentence: $0.sentence) }
    let answer = Answer(
      entries: report.entries, counties: report.counties, checkpoints: report.checkpoints, uncovered: report.uncovered,
      faults: faults)
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }
}
