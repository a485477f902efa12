import App
import Foundation
import Storage
import Synchronization
import TestKit
import Testing
import Web

@testable import Papers

/// The lines that a server writes for machines.
final class CanaryLog: Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }
  var journal: Journal { Journal { self.add($0) } }

  func add(_ line: String) { kept.withLock { $0.append(line) } }
}

/// What leaves the house packed, sealed or by the side.
extension CanaryScan {
  func lines(_ found: inout Found) {
    for line in log.lines {
      found.lines += 1
      look(Data(line.utf8), "日志 \(line.prefix(60))", &found)
    }
  }

  /// Workbooks and Word files are zip files: their bytes tell nothing.
  func unpack(_ answer: Answer, _ place: String, _ found: inout Found) throws {
    guard answer.bytes.starts(with: Array("PK".utf8)) else { return }
    let file = test.dataFolder.deletingLastPathComponent().appending(path: "qingyuan-test-\(UUID().uuidString).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(answer.bytes).write(to: file)
    let archive = try Archive(file)
    for part in ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "word/document.xml", "docProps/core.xml"]
    where archive.has(part) {
      var bytes = Data()
      try archive.read(part) { bytes.append($0) }
      found.unpacked += 1
      look(bytes, place, &found)
    }
  }

  /// A copy is sealed; what it brings back is looked at, byte by byte.
  func backup(_ found: inout Found) async throws {
    let near = test.dataFolder.deletingLastPathComponent()
    let copy = near.appending(path: "qingyuan-test-\(UUID().uuidString).qyb")
    let folder = near.appending(path: "qingyuan-test-\(UUID().uuidString)")
    defer { for place in [copy, folder] { try? FileManager.default.removeItem(at: place) } }
    let rooms = House.rooms(try HouseContent.load(TestHouse.contentFolder)).flatMap(\.schema)
    let secret = try Backup.Secret("canary-secret")
    _ = try await test.database.backUp(to: copy, secret, withKeys: false, product: "canary", rooms: rooms)
    look(try Data(contentsOf: copy), "备份文件", &found)
    _ = try await Backup.restore(from: copy, secret, to: folder, keys: .new, rooms: rooms)
    let before = found.bytes
    try files(folder, "备份", &found)
    found.restored = found.bytes - before
  }

  /// A folder byte by byte: the store with its log, attachments, what uploads left, checkpoints.
  func files(_ root: URL, _ title: String, _ found: inout Found) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      guard let bytes = content(of: root.appending(path: path)) else { continue }
      look(bytes, "\(title) \(path)", &found)
    }
  }

  /// What lies in the place for temporary files, but for the houses of other tests.
  func temporary(_ found: inout Found) throws {
    let root = FileManager.default.temporaryDirectory
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path) where !name.hasPrefix("qingyuan-") {
      guard let bytes = content(of: root.appending(path: name)) else { continue }
      look(bytes, "临时文件 \(name)", &found)
    }
  }

  /// Nil for a folder, and for what another test has taken away by now.
  private func content(of file: URL) -> Data? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
      return nil
    }
    return try? Data(contentsOf: file)
  }
}
