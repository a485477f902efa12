import Foundation
import Kit

/// Key files of a data folder, as a copy knows them.
enum KeyFiles {
  /// Name → bytes of every `*.key`.
  static func read(in folder: URL) throws -> [String: [UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try names.filter { $0.hasSuffix(".key") }.reduce(into: [:]) { files, name in
      files[name] = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }
  }

  /// Recognises a key without giving it away: a hash that only its holder can make.
  static func mark(_ name: String, _ bytes: [UInt8]) -> String {
    keyedHash("qingyuan-backup:\(name)", key: Array(String(decoding: bytes, as: UTF8.self).trimmed.utf8))
  }

  static func marks(_ files: [String: [UInt8]]) -> [String: String] {
    files.reduce(into: [:]) { marks, file in marks[file.key] = mark(file.key, file.value) }
  }
}

/// Files of checkpoints as long as they were when a copy began. They only grow; what was signed later may speak of
/// entries that the snapshot does not hold.
struct CheckpointFiles: Sendable {
  private let folder: URL
  private let lengths: [String: Int]

  /// Must be made before the snapshot.
  init(_ folder: URL) throws {
    self.folder = folder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }
    lengths = try names.reduce(into: [:]) { lengths, name in
      let handle = try FileHandle(forReadingFrom: folder.appending(path: name))
      defer { try? handle.close() }
      lengths[name] = Int(try handle.seekToEnd())
    }
  }

  var names: [String] { lengths.keys.sorted() }

  /// Whole lines only: a line may just be growing.
  func bytes(of name: String) throws -> [UInt8] {
    let all = try Data(contentsOf: folder.appending(path: name)).prefix(lengths[name] ?? 0)
    guard let end = all.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    return [UInt8](all[...end])
  }
}
