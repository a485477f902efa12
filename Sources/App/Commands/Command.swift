import Foundation
import Kit

/// One command of `qingyuan`: parses, calls the room's deed, prints.
struct Command: Sendable {
  /// `plan read`.
  let name: String
  let summary: String
  let usage: String
  let example: String
  /// Options with a value (true) or without.
  let options: [String: Bool]
  let run: @Sendable (Arguments) async throws -> Void

  static let store: [String: Bool] = ["--data": true, "--database": true, "--content": true]

  static let all: [Command] = [
    .serve, .demo, .planRead, .planCompare, .match, .matchTrain, .lawDue, .lawFine, .routes, .contentCheck,
    .ledgerVerify, .check, .backup,
    .backupCheck,
    .restore,
    .move, .config, .jobs, .offendersRekey,
  ]
}

extension Arguments {
  /// Where the store is: `--data` (default ./data), `--database`, `--content`.
  func houseOptions() throws -> House.Options {
    if let address = value("--database"), !address.hasPrefix("postgresql://"), !address.hasPrefix("postgres://") {
      throw UsageError("--database 应以 postgresql:// 开头，现在是“\(address.clipped(to: 40))”。")
    }
    return House.Options(
      data: URL(filePath: value("--data") ?? "./data"), address: value("--database"), content: value("--content"))
  }

  func format() throws -> OutputFormat {
    guard let text = value("--format") else { return .text }
    guard let format = OutputFormat(rawValue: text) else {
      throw UsageError("--format 只能是 text 或 json，现在是“\(text.clipped(to: 20))”。")
    }
    return format
  }

  /// To `--output`, replaced in one step, or to standard output.
  func write(_ text: String) throws {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    guard let path = value("--output") else {
      FileHandle.standardOutput.write(Data(text.utf8))
      return
    }
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw CommandRefusal("写不进文件 \(path)。检查文件夹是否存在、是否可写。")
    }
  }
}

enum OutputFormat: String { case text, json }

/// A command refuses in one sentence: exit status 1.
struct CommandRefusal: Refusal {
  let sentence: String
  let code = "command"
  init(_ sentence: String) { self.sentence = sentence }
}

/// Messages go to standard error, results to standard output.
func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
