internal import Foundation
internal import Glibc
internal import Synchronization

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
    let process = try made()
    let ending = try await run(process)
    let pdf = folder.appending(path: "paper.pdf")
    let isWhole = (try? FileHandle(forReadingFrom: pdf).read(upToCount: 5)) == Data("%PDF-".utf8)
    if ending == .done, isWhole { return pdf }
    if ending == .tooLarge { throw PaperRefusal.tooLarge }
    let words = (try? Data(contentsOf: folder.appending(path: "errors.txt"))) ?? Data()
    throw PaperRefusal.notPressed(detail: String(decoding: words.suffix(2000), as: UTF8.self))
  }

  private enum Ending { case done, failed, tooLarge }

  private func made() throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool.command.first ?? "")
    process.arguments =
      tool.command.dropFirst() + [
        "-I", "-c", PressScript.text, folder.path, "\(limits.memory)", "\(limits.seconds)", "\(limits.size)",
      ]
    // Nothing of the server's own: no addresses of stores, no home.
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path, "TMPDIR": folder.path]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = folder.appending(path: "errors.txt")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    return process
  }

  private func run(_ process: Process) async throws -> Ending {
    let watch = Watch()
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        watch.stop()
        continuation.resume(returning: Self.ending(ended))
      }
      do {
        try process.run()
        watch.start(process.processIdentifier, seconds: limits.seconds)
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: PaperRefusal.notPressed(detail: "\(error)"))
      }
    }
  }

  /// A process that a signal ended ran out of time or memory: the text library aborts where it gets none.
  private static func ending(_ process: Process) -> Ending {
    if process.terminationReason == .uncaughtSignal || process.terminationStatus == 12 { return .tooLarge }
    return process.terminationStatus == 0 ? .done : .failed
  }
}

/// Ends a process that sleeps or waits past its time; processor time alone would let it.
private final class Watch: Sendable {
  private let task = Mutex<Task<Void, Never>?>(nil)
  private let isOver = Mutex(false)

  func start(_ process: pid_t, seconds: Int) {
    let waiting = Task { [self] in
      try? await Task.sleep(for: .seconds(seconds))
      // Under the lock that `stop` takes, so that no other process of that number is met.
      isOver.withLock { if !$0 { kill(process, SIGKILL) } }
    }
    task.withLock { $0 = waiting }
  }

  func stop() {
    isOver.withLock { $0 = true }
    task.withLock { $0?.cancel() }
  }
}
