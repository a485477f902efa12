import Foundation
import Kit
import Storage
import Web

extension Command {
  static let restore = Command(
    name: "restore", summary: "把备份恢复到空的数据文件夹（或空的 PostgreSQL 库）",
    usage: "qingyuan restore --from FILE [--key-file FILE] [--keys DIR | --new-keys] [--data DIR] [--database URL]",
    example: "qingyuan restore --from 清源-20261122.qyb --key-file 备份口令 --keys /root/keys --data ./data",
    options: store.merging(
      ["--from": true, "--key-file": true, "--keys": true, "--new-keys": false, "--output": true]) { first, _ in first }
  ) { arguments in
    guard arguments.words.isEmpty, let from = arguments.value("--from") else {
      throw UsageError("要用 --from 给出备份文件。")
    }
    let options = try arguments.houseOptions()
    let rooms = House.rooms(try HouseContent.load(options.content)).flatMap(\.schema)
    let report = try await Backup.restore(
      from: file(from), try arguments.secret(), to: options.data.standardizedFileURL, address: options.address,
      keys: try arguments.keySource(), rooms: rooms)
    let start = "qingyuan serve --data \(options.data.path)" + (options.address == nil ? "" : " --database URL")
    try arguments.write("恢复完成。\n\(report.words)\n启动：\(start)")
    try report.refuseFaults()
  }
}

extension Arguments {
  fileprivate func keySource() throws -> KeySource {
    switch (value("--keys"), has("--new-keys")) {
    case (.some, true): throw UsageError("--keys 和 --new-keys 只能用一个。")
    case (let path?, false): .folder(Command.file(path))
    case (nil, true): .new
    case (nil, false): .copy
    }
  }
}

extension Backup.Report {
  var words: String {
    var lines = [
      copy.sentence, "逐表、逐个附件重新读出核对：\(copy.tables) 张表、\(copy.rows) 行、\(copy.files) 个附件全部一致。",
      "台账：核对 \(ledger.counties) 条链、\(ledger.entries) 条记录、\(ledger.checkpoints) 个检查点，"
        + (ledger.faults.isEmpty ? "没有发现改动。" : "发现 \(ledger.faults.count) 处问题。"),
    ]
    if !newSteps.isEmpty { lines.append("已从 \(copy.product) 版升级：补做 \(newSteps.count) 步结构变更。") }
    return lines.joined(separator: "\n")
  }

  /// The rows are as they were copied; what is wrong with the ledger was wrong before.
  func refuseFaults() throws {
    guard let first = ledger.faults.first else { return }
    throw CommandRefusal("数据与原来一致，但台账在复制之前就有问题。第一处：\(first.sentence)")
  }
}
