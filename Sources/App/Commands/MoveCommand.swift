import Foundation
import Kit
import Storage
import Web

extension Command {
  static let move = Command(
    name: "move", summary: "在 SQLite 和 PostgreSQL 之间搬数据，逐行逐附件核对（先停服务）",
    usage: "qingyuan move --from sqlite:DIR|postgresql://… --to sqlite:DIR|postgresql://… [--data DIR]",
    example: "qingyuan move --from sqlite:./data --to postgresql://qingyuan@127.0.0.1/qingyuan",
    options: ["--from": true, "--to": true, "--data": true, "--content": true, "--output": true]
  ) { arguments in
    guard arguments.words.isEmpty, let from = arguments.value("--from"), let to = arguments.value("--to") else {
      throw UsageError("要用 --from 和 --to 说明从哪里搬到哪里。")
    }
    let data = arguments.value("--data").map(file)
    let source = try place(from, folder: data ?? file("./data"))
    let target = try place(to, folder: source.folder)
    let rooms = House.rooms(try HouseContent.load(arguments.value("--content"))).flatMap(\.schema)
    let report = try await Backup.move(from: source, to: target, product: Version.current, rooms: rooms)
    let start = "qingyuan serve --data \(target.folder.path)" + (target.address == nil ? "" : " --database URL")
    try arguments.write("搬完了，原来的数据没有动。\n\(report.words)\n以后这样启动：\(start)")
    try report.refuseFaults()
  }

  /// With PostgreSQL the keys and checkpoints stay in a folder all the same: that of `--data`, or of the source.
  private static func place(_ text: String, folder: URL) throws -> Backup.Place {
    if text.hasPrefix("sqlite:") { return Backup.Place(folder: file(String(text.dropFirst("sqlite:".count)))) }
    guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else {
      throw UsageError("要写成 sqlite:文件夹 或 postgresql://用户@主机/库名，现在是“\(text.clipped(to: 40))”。")
    }
    return Backup.Place(folder: folder, address: text)
  }
}
