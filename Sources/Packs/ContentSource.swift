internal import Foundation

/// Where content packs (内容包) come from: files by path, e.g. `calendar/2026.yaml`.
///
/// The release binary carries them inside (`App`); `--content DIR` reads a folder instead.
package protocol ContentSource: Sendable {
  /// Paths with `/`, sorted, without hidden files.
  func paths() -> [String]
  /// nil where there is no such file or it cannot be read.
  func bytes(_ path: String) -> [UInt8]?
}

/// A folder of packs. The list of files is taken once, when it is opened.
///
/// Refuses a folder that does not exist or cannot be read.
package struct FolderContent: ContentSource {
  private let folder: String
  private let files: [String]

  package init(_ folder: String) throws(PackProblem) {
    self.folder = folder
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw PackProblem(file: folder, reason: "内容文件夹不存在，或者没有读取权限")
    }
    files = names.filter { FolderContent.isVisibleFile($0, in: folder) }.sorted()
  }

  package func paths() -> [String] { files }

  package func bytes(_ path: String) -> [UInt8]? {
    guard files.contains(path) else { return nil }
    return FileManager.default.contents(atPath: folder + "/" + path).map(Array.init)
  }

  private static func isVisibleFile(_ path: String, in folder: String) -> Bool {
    var isFolder: ObjCBool = false
    let hidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    return !hidden && FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
