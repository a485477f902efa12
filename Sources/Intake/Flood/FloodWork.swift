import Kit
import Storage

/// Proof of work (验证题): beyond the budget a browser that runs the script may compute for some seconds, and its report
/// need not wait to be looked through. Who has no script loses nothing but that.
///
/// A task is signed by a key outside the store, for one draft and one hour; the hour after it holds still. It is used once
/// because its draft becomes one report, whichever process or county it is sent to.
enum FloodWork {
  /// What the form says in the place of an answer while it has none, and is able to find one.
  static let able = "able"

  static func task(_ draft: String, at now: Instant, _ database: Database) -> String {
    task(draft, hour: now.milliseconds / 3_600_000, database)
  }

  /// `task.number`, whose SHA-256 begins with so many bits of zero.
  static func isDone(_ answer: String?, _ draft: String, bits: Int, at now: Instant, _ database: Database) -> Bool {
    guard let answer, answer.utf8.count <= 100, let cut = answer.lastIndex(of: ".") else { return false }
    let hour = now.milliseconds / 3_600_000
    let known = [hour, hour - 1].map { task(draft, hour: $0, database) }
    guard known.contains(String(answer[..<cut])) else { return false }
    return zeros(SHA256.hash(answer.utf8)) >= bits
  }

  static func zeros(_ bytes: [UInt8]) -> Int {
    guard let first = bytes.firstIndex(where: { $0 != 0 }) else { return bytes.count * 8 }
    return first * 8 + bytes[first].leadingZeroBitCount
  }

  private static func task(_ draft: String, hour: Int64, _ database: Database) -> String {
    keyedHash("work:\(hour):\(draft)", key: database.folder.keys.lookup)
  }
}
