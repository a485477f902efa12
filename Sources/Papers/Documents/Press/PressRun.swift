internal import Foundation
internal import Subprocess
internal import SystemPackage

/// One run of the child process in a folder of its own, which goes with it.
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
    let ending = try await self.ending()
    let pdf = folder.appending(path: "paper.pdf")
    let isWhole = (try? FileHandle(forReadingFrom: pdf).read(upToCount: 5)) == Data("%PDF-".utf8)
    if ending == .done, isWhole { return pdf }
    if ending == .tooLarge { throw PaperRefusal.tooLarge }
    let words = (try? Data(contentsOf: folder.appending(path: "errors.txt"))) ?? Data()
    throw PaperRefusal.notPressed(detail: String(decoding: words.suffix(2000), as: UTF8.self))
  }

  private enum Ending { case done, failed, tooLarge }

  /// The child ends by itself, by its own limits, or by ours: a process that sleeps uses no processor time.
  private func ending() async throws -> Ending {
    try await withThrowingTaskGroup { group in
      group.addTask { try await child() }
      group.addTask {
        try await Task.sleep(for: .seconds(limits.seconds))
        return .tooLarge
      }
      defer { group.cancelAll() }
      return try await group.next() ?? .failed
    }
  }

  /// Cancelled, the child is killed and waited for before this ends.
  private func child() async throws -> Ending {
    // Nothing of the server's own: no addresses of stores, no home.
    let environment: [Environment.Key: String] = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path, "TMPDIR": folder.path,
    ]
    let errors = try FileDescriptor.open(
      FilePath(folder.appending(path: "errors.txt").path), .writeOnly, options: [.create, .truncate],
      permissions: .ownerReadWrite)
    do {
      let run = try await Subprocess.run(
        .path(FilePath(tool.command.first ?? "")),
        arguments: Arguments(
          tool.command.dropFirst() + [
            "-I", "-c", PressScript.text, folder.path, "\(limits.memory)", "\(limits.seconds)", "\(limits.size)",
          ]),
        environment: .custom(environment), workingDirectory: FilePath(folder.path), output: .discarded,
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true))
      return Self.ending(run.terminationStatus)
    } catch let error as SubprocessError {
      throw PaperRefusal.notPressed(detail: "\(error)")
    }
  }

  /// A process that a signal ended ran out of time or memory: the text library aborts where it gets none.
  private static func ending(_ status: TerminationStatus) -> Ending {
    switch status {
    case .exited(0): .done
    case .exited(12), .signaled: .tooLarge
    case .exited: .failed
    }
  }
}
