internal import Foundation

/// One PDF, read by `pdftotext` of poppler in a confined process.
struct PDFText {
  /// The program's path.
  let program: String
  let limits: TextLimits

  /// Works in a folder beside `file`, which goes with it.
  func read(_ file: URL, in place: URL) async throws -> String {
    let folder = place.appending(path: "pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: file, to: folder.appending(path: "file.pdf"))
    if let refusal = try await refusal(run(in: folder)) { throw refusal }
    guard let data = try? Data(contentsOf: folder.appending(path: "text.txt")), data.count < limits.size else {
      throw TextRefusal.tooLarge
    }
    return try PDFPages.text(String(decoding: data, as: UTF8.self), most: limits.letters)
  }

  private func run(in folder: URL) -> ConfinedRun {
    ConfinedRun(
      command: ["/usr/bin/python3"], script: Self.exec, arguments: [program], folder: folder,
      limits: ConfinedLimits(memory: limits.memory, seconds: limits.seconds, size: limits.size))
  }

  /// The layout keeps the cells of tables apart.
  private static let exec = """
    os.execv(sys.argv[5], [sys.argv[5], "-layout", "-enc", "UTF-8", "file.pdf", "text.txt"])

    """

  /// 1 could not open, 3 may not be copied; a signal ends what takes too much.
  private func refusal(_ run: ConfinedRun) async throws -> TextRefusal? {
    do {
      switch try await run.ending() {
      case .exited(0): return nil
      case .exited(3): return .encrypted
      case .exited: return run.errors.range(of: Data("password".utf8)) == nil ? .damaged : .encrypted
      case .stopped: return .tooLarge
      }
    } catch is ConfinedRun.NotStarted {
      return .noProgram
    }
  }
}
