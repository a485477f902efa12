internal import Foundation
internal import Subprocess
internal import SystemPackage

/// The program that takes the text out of a PDF: `pdftotext` of poppler.
struct PDFTool: Hashable, Sendable {
  let path: String

  static func find(_ path: String) -> PDFTool? {
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let program = URL(filePath: String(folder)).appending(path: "pdftotext").path
      if FileManager.default.isExecutableFile(atPath: program) { return PDFTool(path: program) }
    }
    return nil
  }
}

/// One PDF, read in a process of its own that binds itself first: memory, time, size, no network, none of the server's
/// open files and nothing of its environment.
struct PDFText {
  let tool: PDFTool
  let limits: TextLimits

  func read(_ file: URL) async throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qingyuan-pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "file.pdf")
    try FileManager.default.copyItem(at: file, to: source)
    let status = try await ending(in: folder)
    if let refusal = refusal(status, in: folder) { throw refusal }
    guard let data = try? Data(contentsOf: folder.appending(path: "text.txt")), data.count < limits.size else {
      throw TextRefusal.tooLarge
    }
    return try PDFPages.text(String(decoding: data, as: UTF8.self), most: limits.letters)
  }

  /// nil: past our own limit of time. A process that sleeps uses no processor time.
  private func ending(in folder: URL) async throws -> TerminationStatus? {
    try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
      group.addTask { try await child(in: folder) }
      group.addTask {
        try await Task.sleep(for: .seconds(limits.seconds))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  private func child(in folder: URL) async throws -> TerminationStatus {
    let environment: [Environment.Key: String] = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
    let errors = try FileDescriptor.open(
      FilePath(folder.appending(path: "errors.txt").path), .writeOnly, options: [.create, .truncate],
      permissions: .ownerReadWrite)
    do {
      let run = try await Subprocess.run(
        .path("/usr/bin/python3"),
        arguments: Arguments([
          "-I", "-c", PressScript.limits + Self.exec, folder.path, "\(limits.memory)", "\(limits.seconds)",
          "\(limits.size)", tool.path,
        ]),
        environment: .custom(environment), workingDirectory: FilePath(folder.path), output: .discarded,
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true))
      return run.terminationStatus
    } catch is SubprocessError {
      throw TextRefusal.noProgram
    }
  }

  /// The layout keeps the cells of tables apart.
  private static let exec = """
    os.execv(sys.argv[5], [sys.argv[5], "-layout", "-enc", "UTF-8", "file.pdf", "text.txt"])

    """

  /// 1 could not open, 3 may not be copied; a signal ends what takes too much.
  private func refusal(_ status: TerminationStatus?, in folder: URL) -> TextRefusal? {
    switch status {
    case .exited(0)?: return nil
    case .exited(3)?: return .encrypted
    case .exited?:
      let words = (try? Data(contentsOf: folder.appending(path: "errors.txt"))) ?? Data()
      return words.range(of: Data("password".utf8)) == nil ? .damaged : .encrypted
    default: return .tooLarge
    }
  }
}

/// The pages of a PDF as one running text.
enum PDFPages {
  /// Without the numbers of the pages, which would stand in the middle of sentences.
  static func text(_ raw: String, most: Int) throws -> String {
    let pages = raw.unicodeScalars.split(separator: "\u{0C}").map { page in
      var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      for place in [lines.lastIndex { !isBlank($0) }, lines.firstIndex { !isBlank($0) }].compactMap({ $0 })
      where lines.indices.contains(place) && isNumber(lines[place]) { lines[place] = "" }
      while lines.last.map(isBlank) ?? false { lines.removeLast() }
      return lines.joined(separator: "\n")
    }
    let text = pages.joined(separator: "\n")
    let letters = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isWhitespace ? 0 : 1) }
    guard letters >= 10 else { throw TextRefusal.noText }
    guard letters <= most else { throw TextRefusal.tooLarge }
    return text
  }

  private static func isBlank(_ line: String) -> Bool { line.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// `— 3 —`, `第 3 页 共 8 页`
  private static func isNumber(_ line: String) -> Bool {
    let signs = line.unicodeScalars.filter { !$0.properties.isWhitespace }
    return signs.count <= 12 && signs.contains { ("0"..."9").contains($0) }
      && signs.allSatisfy { ("0"..."9").contains($0) || "-—–－第页共/·".unicodeScalars.contains($0) }
  }
}
