import Foundation
import Kit

/// The whole command line. Exit status 0 done, 1 refused with a clear message, 2 wrong use.
package enum CommandLineMain {
  package static func run(_ typed: [String]) async -> Int32 {
    if typed.isEmpty || ["help", "--help", "-h"].contains(typed[0]) {
      Help.printAll()
      return typed.isEmpty ? 2 : 0
    }
    guard let (command, rest) = find(typed) else {
      note("没有“\(typed.prefix(2).joined(separator: " "))”这个命令。用 qingyuan help 看全部命令。")
      return 2
    }
    if rest.contains("--help") || rest.contains("-h") {
      Help.print(command)
      return 0
    }
    return await run(command, rest)
  }

  private static func find(_ typed: [String]) -> (Command, [String])? {
    for count in [2, 1] where typed.count >= count {
      let name = typed.prefix(count).joined(separator: " ")
      if let command = Command.all.first(where: { $0.name == name }) { return (command, Array(typed.dropFirst(count))) }
    }
    return nil
  }

  private static func run(_ command: Command, _ rest: [String]) async -> Int32 {
    do {
      try await command.run(Arguments(rest, known: command.options))
      return 0
    } catch let error as UsageError {
      note("\(error.sentence)\n用法：\(command.usage)")
      return 2
    } catch let refusals as Refusals {
      for refusal in refusals.all { note(refusal.sentence) }
      return 1
    } catch let refusal as any Refusal {
      note(refusal.sentence + (refusal.next ?? ""))
      return 1
    } catch {
      note("没有完成：\(error)")
      return 1
    }
  }
}
