import Foundation
import Kit
package import Storage

/// The code that proves that whoever sets up has the machine: it stands in the data folder and in the server's window.
/// It comes from the keys, so that all servers of a store have the same.
package enum SetUpCode {
  private static func file(_ folder: DataFolder) -> URL { folder.url.appending(path: "setup-code") }

  /// Makes the code at the first start; the same one until the set-up is done.
  package static func prepare(_ folder: DataFolder) throws -> String {
    if let code = read(folder) { return code }
    let digits = digits(folder.keys.lookup)
    guard
      FileManager.default.createFile(
        atPath: file(folder).path, contents: Data("\(digits)\n".utf8), attributes: [.posixPermissions: 0o600])
    else { throw StoreRefusal.dataFolder("数据文件夹不能写入：setup-code 没有建成。") }
    return digits
  }

  private static func digits(_ key: [UInt8]) -> String {
    let number = UInt64(keyedHash("set-up", key: key).prefix(13), radix: 16) ?? 0
    return String("0000000\(number % 100_000_000)".suffix(8))
  }

  static func matches(_ typed: String?, _ folder: DataFolder, key: [UInt8]) -> Bool {
    guard let code = read(folder), let typed else { return false }
    // Compared as keyed hashes, so that the time taken tells nothing.
    return keyedHash(typed.trimmed, key: key) == keyedHash(code, key: key)
  }

  static func forget(_ folder: DataFolder) { try? FileManager.default.removeItem(at: file(folder)) }

  private static func read(_ folder: DataFolder) -> String? {
    (try? String(contentsOf: file(folder), encoding: .utf8))?.trimmed
  }
}
