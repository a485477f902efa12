import Foundation
import Kit
import Offices
import Storage
import Web

extension Command {
  static let serve = Command(
    name: "serve", summary: "启动服务",
    usage:
      "qingyuan serve [--host 127.0.0.1] [--port 8080] [--data DIR] [--database URL] [--content DIR] [--log text|json] [--reports N]",
    example: "qingyuan serve --data ./data --port 8080",
    options: store.merging(["--host": true, "--port": true, "--log": true, "--reports": true]) { first, _ in first }
  ) { arguments in
    let host = arguments.value("--host") ?? "127.0.0.1"
    let port = try arguments.number("--port", in: 1...65535) ?? 8080
    var options = try arguments.houseOptions()
    options.journal = try arguments.journal()
    options.reports = try arguments.number("--reports", in: 1...1_000_000_000)
    let lock = try FolderLock(try DataFolder(options.data))
    let house = try await House.open(options)
    guard try await !Demo.isDemo(house.database) || Demo.isLoopback(host) else {
      throw CommandRefusal("演示数据只能在本机使用，不能对外提供服务。去掉 --host，或换一个正式的数据文件夹。")
    }
    try await house.announceSetUp()
    try await house.serve(host: host, port: port)
    withExtendedLifetime(lock) {}
  }
}

extension Arguments {
  /// `--log json`: one line per request to standard error; see `docs/checks.md` for its keys.
  fileprivate func journal() throws -> Journal? {
    switch value("--log") {
    case nil, "text": nil
    case "json": Journal { note($0) }
    case let other?: throw UsageError("--log 只能是 text 或 json，现在是“\(other.clipped(to: 20))”。")
    }
  }
}

extension House {
  /// A store without people waits for its set-up; whoever has the machine has the code.
  fileprivate func announceSetUp() async throws {
    guard try await database.read({ try Offices.isEmpty($0) }) else { return }
    // The set-up chooses from it: a malformed list is told now.
    _ = try regions.book()
    note("还没有账号。用浏览器打开首页，点“首次设置”，设置码：\(try SetUpCode.prepare(database.folder))")
  }

  /// Serves until told to stop; then signs the last checkpoint and closes the store.
  package func serve(host: String, port: Int) async throws {
    let database = database
    do {
      try await site.serve(host: host, port: port, jobs: jobs) {
        note("清源已启动：http://\(host):\(port)/　按 Ctrl-C 停止。")
      }
    } catch {
      await close()
      throw error
    }
    try await database.writeCheckpoints()
    await close()
  }
}
