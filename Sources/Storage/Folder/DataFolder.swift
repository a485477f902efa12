package import Foundation
import Kit

/// The folder given by `--data`. It always exists, also with PostgreSQL: keys (mode 0600), checkpoints, uploads in
/// progress, the node number; with SQLite also the store and the attachments.
package struct DataFolder: Sendable {
  package let url: URL
  package let keys: Keys
  /// 0...4095, drawn at the first run; part of every identity.
  package let node: Int

  /// Makes what is missing. Refuses a folder that cannot be written.
  package init(_ url: URL) throws {
    self.url = url
    do {
      for name in ["", "keys", "checkpoints", "incoming", "attachments"] {
        try FileManager.default.createDirectory(
          at: url.appending(path: name), withIntermediateDirectories: true,
          attributes: [.posixPermissions: name == "keys" ? 0o700 : 0o750])
      }
      keys = try Keys(folder: url.appending(path: "keys"))
      node = try DataFolder.node(in: url.appending(path: "node"))
    } catch let refusal as StoreRefusal {
      throw refusal
    } catch {
      throw StoreRefusal.dataFolder("数据文件夹 \(url.path) 不能写入。")
    }
  }

  package var store: URL { url.appending(path: "qingyuan.sqlite") }
  package var checkpoints: URL { url.appending(path: "checkpoints") }
  package var incoming: URL { url.appending(path: "incoming") }

  private static func node(in file: URL) throws -> Int {
    if let text = try? String(contentsOf: file, encoding: .utf8), let node = Int(text.trimmed) { return node }
    let node = Int.random(in: 0...4095)
    try Data("\(node)\n".utf8).write(to: file, options: .atomic)
    return node
  }
}

/// Secrets of one data folder. A backup never holds them unless asked.
package struct Keys: Sendable {
  /// For look-up values of codes and session tokens.
  package let lookup: [UInt8]
  /// For values that the store must not be able to read.
  let sealing: [UInt8]
  let checkpoint: SigningKey

  init(folder: URL) throws {
    lookup = try Keys.bytes(in: folder.appending(path: "lookup.key"))
    sealing = try Keys.bytes(in: folder.appending(path: "sealing.key"))
    checkpoint = SigningKey(seed: try Keys.bytes(in: folder.appending(path: "checkpoint.key")))
    let publicFile = folder.appending(path: "checkpoint.pub")
    try Data("\(checkpoint.publicKey.hex)\n".utf8).write(to: publicFile, options: .atomic)
  }

  private static func bytes(in file: URL) throws -> [UInt8] {
    if let text = try? String(contentsOf: file, encoding: .utf8) {
      guard let bytes = [UInt8](hex: text.trimmed), bytes.count == 32 else {
        throw StoreRefusal.dataFolder("密钥文件 \(file.lastPathComponent) 已损坏，请从备份恢复后再启动。")
      }
      return bytes
    }
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    // Made with its mode, not changed afterwards: at no moment can others read it.
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data("\(bytes.hex)\n".utf8), attributes: [.posixPermissions: 0o600])
    else { throw StoreRefusal.dataFolder("数据文件夹不能写入：\(file.lastPathComponent) 没有建成。") }
    return bytes
  }
}
