internal import Foundation

/// One PDF, made by a confined process in a folder of its own, which goes with it.
struct PressRun {
  let tool: PressTool
  let folder: URL
  let limits: PressLimits

  /// The PDF. Refuses what takes longer or more memory than the limits.
  func pdf(_ job: PressJob, stylesheet: String) async throws -> URL {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(job.html).write(to: folder.appending(path: "page.html"))
    try Data(stylesheet.utf8).write(to: folder.appending(path: "paper.css"))
    for picture in job.pictures { try picture.place(in: folder) }
    let pdf = folder.appending(path: "paper.pdf")
    let ending = try await ending()
    let isWhole = (try? FileHandle(forReadingFrom: pdf).read(upToCount: 5)) == Data("%PDF-".utf8)
    if ending == .exited(0), isWhole { return pdf }
    // 12: the script ran out of memory and could still say so. The text library aborts where it gets none.
    if ending == .stopped || ending == .exited(12) { throw PaperRefusal.tooLarge }
    throw PaperRefusal.notPressed(detail: String(decoding: run.errors.suffix(2000), as: UTF8.self))
  }

  private func ending() async throws -> ConfinedRun.Ending {
    do { return try await run.ending() } catch let error as ConfinedRun.NotStarted {
      throw PaperRefusal.notPressed(detail: error.detail)
    }
  }

  private var run: ConfinedRun {
    ConfinedRun(
      command: tool.command, script: PressScript.text, folder: folder,
      limits: ConfinedLimits(memory: limits.memory, seconds: limits.seconds, size: limits.size))
  }
}
