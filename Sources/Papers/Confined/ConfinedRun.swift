internal import Foundation
internal import Subprocess
internal import SystemPackage

/// What a confined process may cost.
struct ConfinedLimits: Hashable, Sendable {
  let memory: Int
  /// Of processor time, and of waiting for it.
  let seconds: Int
  /// Bytes of one file that it writes.
  let size: Int
}

/// One run of a program that reads what strangers sent (受限子进程), in a folder of its own.
///
/// The process binds itself before it loads anything (`ConfinedScript`): memory, time, size, no network, none of the server's
/// open files, nothing of its environment. What it complains of stands in `errors.txt`.
struct ConfinedRun {
  /// A Python interpreter and its first arguments.
  let command: [String]
  /// What it does once it is bound.
  let script: String
  var arguments: [String] = []
  let folder: URL
  let limits: ConfinedLimits

  enum Ending: Hashable, Sendable {
    case exited(Int)
    /// A signal ended it, or our own clock: it took too much.
    case stopped
  }

  /// The interpreter could not be started.
  struct NotStarted: Error { let detail: String }

  /// The child ends by itself, by its own limits, or by ours: a process that sleeps uses no processor time. Cancelled, the
  /// child is killed and waited for before this ends.
  func ending() async throws -> Ending {
    try await withThrowingTaskGroup { group in
      group.addTask { try await child() }
      group.addTask {
        try await Task.sleep(for: .seconds(limits.seconds))
        return .stopped
      }
      defer { group.cancelAll() }
      return try await group.next() ?? .stopped
    }
  }

  var errors: Data { (try? Data(contentsOf: errorFile)) ?? Data() }

  private var errorFile: URL { folder.appending(path: "errors.txt") }

  private func child() async throws -> Ending {
    // Nothing of the server's own: no addresses of stores, no home.
    let environment: [Environment.Key: String] = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path, "TMPDIR": folder.path,
    ]
    let errors = try FileDescriptor.open(
      FilePath(errorFile.path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    do {
      let run = try await Subprocess.run(
        .path(FilePath(command.first ?? "")), arguments: Arguments(words), environment: .custom(environment),
        workingDirectory: FilePath(folder.path), output: .discarded,
        error: .fileDescriptor(errors, closeAfterSpawningProcess: true))
      if case .exited(let code) = run.terminationStatus { return .exited(Int(code)) }
      return .stopped
    } catch let error as SubprocessError {
      throw NotStarted(detail: "\(error)")
    }
  }

  private var words: [String] {
    command.dropFirst() + [
      "-I", "-c", ConfinedScript.bounds + script, folder.path, "\(limits.memory)", "\(limits.seconds)",
      "\(limits.size)",
    ] + arguments
  }
}
