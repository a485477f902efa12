import Foundation
import Kit
import Storage

extension Command {
  static let ledgerVerify = Command(
    name: "ledger verify", summary: "核对全部台账，指出第一条有问题的记录",
    usage:
      "qingyuan ledger verify [--checkpoints FILE|DIR] [--public-key HEX] [--data DIR] [--database URL] [--format text|json]",
    example: "qingyuan ledger verify --checkpoints 上月检查点.jsonl",
    options: store.merging(["--checkpoints": true, "--public-key": true, "--format": true, "--output": true]) {
      first, _ in first
    }
  ) { arguments in
    let format = try arguments.format()
    let key = try publicKey(arguments)
    let house = try await House.open(arguments.houseOptions())
    let kept = try arguments.value("--checkpoints").map { try Checkpoint.all(in: URL(filePath: $0)) }
    let checkpoints = Set(try Checkpoint.all(in: house.database.folder.checkpoints) + (kept ?? []))
    let report = try await house.database.verifyLedger(Array(checkpoints), publicKey: key)
    await house.close()
    let findings = Findings(report: report, hasKept: kept != nil, hasKey: key != nil)
    try arguments.write(format == .json ? findings.json() : findings.words)
    if let first = report.faults.first {
      throw CommandRefusal("台账有问题。第一处在链 \(first.county.number)：\(first.sentence)")
    }
    if let first = report.guards.first { throw CommandRefusal("台账没有被改动，但\(first)") }
  }

  /// What was written down when the folder was made; a key that somebody put there later proves nothing.
  private static func publicKey(_ arguments: Arguments) throws -> [UInt8]? {
    guard let text = arguments.value("--public-key") else { return nil }
    guard let key = [UInt8](hex: text.trimmed), key.count == 32 else {
      throw UsageError("--public-key 应是 64 位十六进制数，就是 keys/checkpoint.pub 里的那一行。")
    }
    return key
  }
}

/// What the command prints: the findings, and just as plainly what it could not see.
private struct Findings {
  let report: LedgerReport
  let hasKept: Bool
  let hasKey: Bool

  var words: String {
    var lines = ["核对 \(report.counties) 条链、\(report.entries) 条记录、\(report.checkpoints) 个检查点。"]
    lines += report.faults.prefix(50).map { "链 \($0.county.number)：\($0.sentence)" }
    if report.faults.count > 50 { lines.append("另有 \(report.faults.count - 50) 处，用 --format json 看全部。") }
    lines += report.guards
    if report.faults.isEmpty { lines.append("没有发现改动。") }
    return (lines + blind).joined(separator: "\n")
  }

  private var blind: [String] {
    var lines: [String] = []
    if report.uncovered > 0 {
      lines.append("其中 \(report.uncovered) 条在最后一个检查点之后：单看这一份数据，查不出它们被整体截掉或重写；保存到别处的检查点越新，盲区越小。")
    }
    if !hasKept {
      lines.append("没有用 --checkpoints 给出保存在别处的检查点：有人把数据库、检查点一起换成旧的，或拿着密钥整体重写，这里看不出来。")
    }
    if !hasKey {
      lines.append("没有用 --public-key 给出当初抄录的公钥：用的是数据文件夹里的密钥，它若被换过，这里看不出来。")
    }
    return lines
  }

  func json() throws -> String {
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
      let guards: [String]
      let unseen: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let faults = report.faults.map { Fault(county: $0.county.number, height: $0.height, sentence: $0.sentence) }
    let answer = Answer(
      entries: report.entries, counties: report.counties, checkpoints: report.checkpoints, uncovered: report.uncovered,
      faults: faults, guards: report.guards, unseen: blind)
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }
}
