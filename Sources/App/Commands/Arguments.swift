import Kit

/// What was typed after the command: words, `--options` with values, and switches.
struct Arguments {
  private(set) var words: [String] = []
  private(set) var options: [String: [String]] = [:]

  /// `known` lists the options of a command; `true` for those that take a value. Anything else is a wrong use.
  init(_ typed: [String], known: [String: Bool]) throws {
    var rest = typed[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        words.append(word)
        continue
      }
      let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = halves[0]
      guard let takesValue = known[name] else { throw UsageError("没有 \(name) 这个选项。") }
      if !takesValue {
        options[name, default: []].append("")
      } else if halves.count == 2 {
        options[name, default: []].append(halves[1])
      } else if let value = rest.popFirst() {
        options[name, default: []].append(value)
      } else {
        throw UsageError("\(name) 后面要跟一个值。")
      }
    }
  }

  func value(_ name: String) -> String? { options[name]?.last }
  func has(_ name: String) -> Bool { options[name] != nil }

  func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError("\(name) 应是 \(range.lowerBound) 到 \(range.upperBound) 的整数，现在是“\(text)”。")
    }
    return number
  }
}

/// Wrong use of the command line: exit status 2.
struct UsageError: Error {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}
