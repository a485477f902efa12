import Foundation
import Kit
import Storage
import Web

extension Command {
  static let backup = Command(
    name: "backup", summary: "把全部数据备份成一个加密文件，不必停服务",
    usage: "qingyuan backup --to FILE [--key-file FILE] [--with-keys] [--data DIR] [--database URL]",
    example: "qingyuan backup --to /mnt/备份/清源-20261122.qyb --key-file /root/备份口令",
    options: store.merging(["--to": true, "--key-file": true, "--with-keys": false, "--output": true]) { first, _ in
      first
    }
  ) { arguments in
    guard arguments.words.isEmpty, let to = arguments.value("--to") else { throw UsageError("要用 --to 给出备份文件。") }
    let secret = try arguments.secret()
    let options = try arguments.houseOptions()
    let rooms = House.rooms(try HouseContent.load(options.content)).flatMap(\.schema)
    let database = try await Database.asItStands(options.data.standardizedFileURL, address: options.address)
    let (place, began) = (file(to), Date())
    let made: Result<Backup.Summary, any Error>
    do {
      made = .success(
        try await database.backUp(
          to: place, secret, withKeys: arguments.has("--with-keys"), product: Version.current, rooms: rooms))
    } catch { made = .failure(error) }
    await database.close()
    try arguments.write(words(try made.get(), place, seconds: Date().timeIntervalSince(began)))
  }

  static let backupCheck = Command(
    name: "backup check", summary: "检查一份备份能不能恢复，不动任何数据",
    usage: "qingyuan backup check --from FILE [--key-file FILE]",
    example: "qingyuan backup check --from /mnt/备份/清源-20261122.qyb --key-file /root/备份口令",
    options: ["--from": true, "--key-file": true, "--content": true, "--output": true]
  ) { arguments in
    guard arguments.words.isEmpty, let from = arguments.value("--from") else {
      throw UsageError("要用 --from 给出备份文件。")
    }
    let rooms = House.rooms(try HouseContent.load(arguments.value("--content"))).flatMap(\.schema)
    let copy = try await Backup.check(file(from), try arguments.secret(), rooms: rooms)
    try arguments.write("这份备份完好，可以恢复。\n\(copy.sentence)")
  }

  /// A path as it was typed, seen from where the command runs.
  static func file(_ path: String) -> URL { URL(filePath: path).standardizedFileURL }

  private static func words(_ copy: Backup.Summary, _ place: URL, seconds: Double) -> String {
    let size = (try? FileHandle(forReadingFrom: place).seekToEnd()) ?? 0
    let keys =
      copy.hasKeys
      ? "2. 密钥已在备份里：谁有这份备份和口令，谁就有全部密钥，请分开保存。"
      : "2. 数据文件夹里的 keys 文件夹。备份不含密钥，请另外保存一份；没有它，查询码和加密字段打不开。"
    return """
      备份完成：\(place.path)，\(megabytes(Int64(size)))，用时 \(seconds.formatted(.number.precision(.fractionLength(1)))) 秒。
      \(copy.sentence)
      临时内容（scratch_ 开头的表：导入预览、登录失败计数等）不在备份里。
      恢复时需要：
        1. 这次用的备份口令（--key-file 的文件，或环境变量 QINGYUAN_BACKUP_KEY）。
        \(keys)
      """
  }

  static func megabytes(_ bytes: Int64) -> String {
    let megabytes = Double(bytes) / 1_000_000
    return megabytes.formatted(.number.precision(.fractionLength(megabytes < 10 ? 2 : 0)).grouping(.never)) + " MB"
  }
}

extension Backup.Summary {
  /// What it holds, in one line.
  var sentence: String {
    let moment = Instant(milliseconds: madeAt)
    return "\(moment.date.chinese()) \(moment.clock) 由 \(product) 版做成：\(tables) 张表，\(rows) 行；"
      + "附件 \(files) 个，\(Command.megabytes(bytes))；\(hasKeys ? "含密钥" : "不含密钥")。"
  }
}

extension Arguments {
  /// What seals and opens a backup: from a file, else from the environment; never from the command line, which every
  /// user of the machine can read.
  func secret() throws -> Backup.Secret {
    if let path = value("--key-file") {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CommandRefusal("读不到口令文件 \(path)。检查路径和权限。")
      }
      return try Backup.Secret(String(decoding: data, as: UTF8.self))
    }
    guard let text = ProcessInfo.processInfo.environment["QINGYUAN_BACKUP_KEY"] else {
      throw UsageError("要有备份口令：用 --key-file 给出存口令的文件，或设环境变量 QINGYUAN_BACKUP_KEY。")
    }
    return try Backup.Secret(text)
  }
}
