import Foundation
import Glibc

/// A corner of the target folder in which everything is put together before it gets its place.
struct Staging: Sendable {
  let target: URL
  /// The folder is already a data folder, with its keys and checkpoints: only a store comes in (a move).
  let isOwn: Bool

  var place: URL { target.appending(path: "restoring") }
  var store: URL { place.appending(path: "qingyuan.sqlite") }

  /// Where checkpoints go whose key is lost: under `checkpoints/`, with the public key that checks them.
  static let earlier = "earlier"

  private static let ignored: Set<String> = ["lock", "lost+found"]

  /// Refuses a folder in which anything stands, but for what a restore that was killed has left.
  func refuseFull() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
    guard isOwn || Staging.ignored.union(["restoring"]).isSuperset(of: names) else {
      throw BackupRefusal.notEmpty(target.path)
    }
  }

  func make() throws {
    try refuseFull()
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
  }

  func write(_ bytes: [UInt8], to path: String, mode: Int = 0o640) throws {
    let file = place.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: mode == 0o600 ? 0o700 : 0o750])
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(bytes), attributes: [.posixPermissions: mode])
    else { throw BackupRefusal.cannotWrite(target.path) }
  }

  /// Puts everything on the disk and in its place, the store last: a folder with a store is a whole one.
  func land() throws {
    for leftover in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + leftover) }
    try flush()
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    for name in names.sorted(by: { ($0 == "qingyuan.sqlite" ? 1 : 0, $0) < ($1 == "qingyuan.sqlite" ? 1 : 0, $1) }) {
      let end = target.appending(path: name)
      // An empty folder may stand there; anything else makes `rmdir` and then the move fail.
      rmdir(end.path)
      try FileManager.default.moveItem(at: place.appending(path: name), to: end)
    }
    try FileManager.default.removeItem(at: place)
    try sync(target)
  }

  /// Leaves the folder as it was found.
  func clear() {
    try? FileManager.default.removeItem(at: place)
    guard !isOwn else { return }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: target.path)) ?? []
    where !Staging.ignored.contains(name) {
      try? FileManager.default.removeItem(at: target.appending(path: name))
    }
  }

  /// Waits until every file and folder is on the disk.
  private func flush() throws {
    try sync(place)
    let all = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
    while let file = all?.nextObject() as? URL { try sync(file) }
  }
}
