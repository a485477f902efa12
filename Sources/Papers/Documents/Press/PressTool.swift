internal import Foundation

/// The program that makes PDF files: WeasyPrint, with the Python that it was installed for.
package struct PressTool: Hashable, Sendable {
  /// The interpreter and its first arguments.
  let command: [String]

  init(command: [String]) { self.command = command }

  /// Looks along `path` for the command `weasyprint`; nil where there is none, or where it is no Python program.
  package static func find(_ path: String) -> PressTool? {
    InstalledProgram.find("weasyprint", along: path).flatMap { PressTool(script: $0) }
  }

  /// Its first line names the interpreter that has the library: `#!/usr/bin/python3`.
  private init?(script: URL) {
    guard let handle = try? FileHandle(forReadingFrom: script), let head = try? handle.read(upToCount: 512) else {
      return nil
    }
    let line = String(decoding: head.prefix { $0 != 10 }, as: UTF8.self)
    let words = line.dropFirst(2).split(separator: " ").map { String($0) }
    guard line.hasPrefix("#!"), let program = words.first, program.hasPrefix("/"), line.contains("python") else {
      return nil
    }
    command = words
  }
}
