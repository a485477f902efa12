import Foundation
import Kit
import Law
import Packs
import Testing

/// The packs of the repository, read from the folder beside the tests.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Content").path

  static let content = Result { try LawContent.load(try FolderContent(folder)) }

  static func law() throws -> LawContent { try content.get() }

  static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso), "\(iso)") }

  /// The repository's packs with some files replaced.
  static func problems(_ changes: [String: String]) throws -> [PackProblem] {
    let source = ChangedContent(base: try FolderContent(folder), changes: changes)
    do {
      _ = try LawContent.load(source)
      return []
    } catch {
      return error.all.compactMap { $0 as? PackProblem }
    }
  }
}

extension Fixtures {
  /// The law of the repository with one more file of violations.
  static func law(with violations: String) throws -> LawContent {
    try LawContent.load(
      ChangedContent(base: try FolderContent(folder), changes: ["violations/extra.yaml": violations]))
  }

  static func date(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year, month, day))
  }
}

struct ChangedContent: ContentSource {
  let base: FolderContent
  let changes: [String: String]

  func paths() -> [String] { Set(base.paths() + changes.keys).sorted() }
  func bytes(_ path: String) -> [UInt8]? { changes[path].map { Array($0.utf8) } ?? base.bytes(path) }
}
