package import Foundation
package import Kit

/// Checkpoint (检查点): at that time the chain of a county had that height and hash, signed with the folder's key.
///
/// Whoever keeps copies elsewhere (printed, on a USB stick) can later prove a cut tail or a rewritten chain.
package struct Checkpoint: Codable, Sendable, Hashable {
  package let county: Int64
  package let height: Int64
  package let hash: String
  package let at: Int64
  package let signature: String

  static func words(_ county: Int64, _ height: Int64, _ hash: String, _ at: Int64) -> String {
    "qingyuan-checkpoint-1|\(county)|\(height)|\(hash)|\(at)"
  }

  package func isSigned(by publicKey: [UInt8]) -> Bool {
    guard let bytes = [UInt8](hex: signature) else { return false }
    return SigningKey.verify(bytes, of: Checkpoint.words(county, height, hash, at), publicKey: publicKey)
  }
}

extension Database {
  /// What signatures of checkpoints are checked with, in hexadecimal; also in `keys/checkpoint.pub`.
  package var checkpointKey: String { folder.keys.checkpoint.publicKey.hex }

  /// Signs the present heads and appends them to the day's file. Chains that have not grown are left out.
  package func writeCheckpoints() async throws {
    let heads = try await read { try LedgerStore.heads($0).map { ($0.county, $0.head.height, $0.head.hash) } }
    let last = Dictionary(
      try Checkpoint.all(in: folder.checkpoints).map { ($0.county, $0.height) }, uniquingKeysWith: max)
    let at = world.now().milliseconds
    let lines = heads.filter { last[$0.0.number, default: 0] < $0.1 }.map { county, height, hash in
      Checkpoint(
        county: county.number, height: height, hash: hash, at: at,
        signature: folder.keys.checkpoint.sign(Checkpoint.words(county.number, height, hash, at)).hex)
    }
    try Checkpoint.append(lines, to: folder.checkpoints.appending(path: "\(world.today.iso).jsonl"))
  }
}

extension Checkpoint {
  /// Every checkpoint of a folder of files, or of one file. A line that cannot be read is refused, never skipped.
  package static func all(in place: URL) throws -> [Checkpoint] {
    var isFolder = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else {
      throw StoreRefusal.dataFolder("没有找到检查点文件 \(place.path)。")
    }
    return try (isFolder.boolValue ? files(in: place) : [place]).flatMap(read)
  }

  /// The first checkpoint of a county at this height or above, from the files of `day` and later.
  package static func covering(
    _ county: County, _ height: Int64, since day: CivilDate, in folder: URL
  ) throws -> Checkpoint? {
    for file in try files(in: folder) where file.lastPathComponent >= day.iso {
      let found = try read(file).filter { $0.county == county.number && $0.height >= height }
      if let first = found.min(by: { $0.height < $1.height }) { return first }
    }
    return nil
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }
  }

  private static func read(_ file: URL) throws -> [Checkpoint] {
    let decoder = JSONDecoder()
    let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
    return try lines.enumerated().map { number, line in
      guard let checkpoint = try? decoder.decode(Checkpoint.self, from: line) else {
        throw StoreRefusal.dataFolder("检查点文件 \(file.lastPathComponent) 第 \(number + 1) 行读不出来。")
      }
      return checkpoint
    }
  }

  static func append(_ checkpoints: [Checkpoint], to file: URL) throws {
    guard !checkpoints.isEmpty else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = try checkpoints.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
    if !FileManager.default.fileExists(atPath: file.path) {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o640])
    }
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.synchronize()
  }
}
