package import Kit

/// Reads packs strictly and collects what is wrong in all files, not only the first problem.
///
/// A value that is refused yields a stand-in (empty text, 0, 1970-01-01), so that reading goes on and finds the other
/// problems; `settle` throws before any stand-in can be used. One reader serves one load and stays on one thread.
///
///     let reader = PackReader(source)
///     let terms = reader.files(in: "terms") { $0.records("terms", Term.read) }
///     try reader.settle()
package final class PackReader {
  private let source: any ContentSource
  private let paths: [String]
  private let log = PackLog()

  package init(_ source: any ContentSource) {
    self.source = source
    paths = source.paths().sorted()
  }

  /// Every file of a folder, each one mapping. Refuses a folder without files, and files that are not `.yaml`.
  package func files<Value>(in folder: String, _ read: (PackNode) -> Value) -> [Value] {
    let own = paths.filter { $0.hasPrefix(folder + "/") }
    if own.isEmpty { refuse(folder, "没有内容文件") }
    return own.compactMap { path in
      guard path.hasSuffix(".yaml"), path.split(separator: "/").count == 2 else {
        refuse(path, "不是“\(folder)/名称.yaml”形式的内容文件")
        return nil
      }
      return value(of: path, read)
    }
  }

  /// Refuses folders that nobody reads: a misspelt folder must not be ignored silently.
  package func allow(folders: Set<String>) {
    for path in paths where path != "README.md" {
      let parts = path.split(separator: "/")
      guard parts.count > 1, let folder = parts.first, folders.contains(String(folder)) else {
        let known = folders.sorted().joined(separator: "、")
        refuse(path, "不在已知的文件夹里（\(known)）")
        continue
      }
    }
  }

  /// Refuses a whole file or folder.
  package func refuse(_ file: String, _ reason: String) {
    log.refuse(PackPlace(file: file, path: "", line: nil), reason)
  }

  /// Throws everything that was refused, in the order of files and lines.
  package func settle() throws(Refusals) {
    let problems = log.settled()
    if !problems.isEmpty { throw Refusals(problems) }
  }

  private func value<Value>(of path: String, _ read: (PackNode) -> Value) -> Value? {
    guard let bytes = source.bytes(path) else {
      refuse(path, "无法读取")
      return nil
    }
    switch PackFile.root(bytes, file: path) {
    case .success(let root):
      return PackNode(root, at: PackPlace(file: path, path: "", line: nil), log: log).finished(read)
    case .failure(let problem):
      log.refuse(PackPlace(file: path, path: problem.keyPath, line: problem.line), problem.reason)
      return nil
    }
  }
}
