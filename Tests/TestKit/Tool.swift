import Subprocess
import SystemPackage

/// A program of the system, as a receiver of our files runs it. Foundation's `Process` reads past the names of
/// `/proc/self/fd` and can take all tests with it where a thousand files are open, so nobody here uses it.
public enum Tool {
  /// What the program printed, and how it ended; a signal counts as 128 and its number, as in a shell.
  public static func run(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String]? = nil
  ) async throws -> (status: Int32, words: String) {
    let variables = environment.map {
      Dictionary(uniqueKeysWithValues: $0.map { (Environment.Key(stringLiteral: $0), $1) })
    }
    let run = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: variables.map { .custom($0) } ?? .inherit,
      workingDirectory: folder.map { FilePath($0) }, output: .string(limit: 1 << 26), error: .discarded)
    return switch run.terminationStatus {
    case .exited(let code): (code, run.standardOutput)
    case .signaled(let signal): (128 + signal, run.standardOutput)
    }
  }
}
