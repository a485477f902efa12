/// The JSON values that an answer is made of, with keys in the order given.
indirect enum JSONText: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONText])
  case object([(String, JSONText)])

  static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }
  static func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }

  func write(to output: inout String, indent: Int = 0) {
    switch self {
    case .null: output += "null"
    case .flag(let value): output += value ? "true" : "false"
    case .number(let value): output += value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .text(let text): JSONText.quote(text, to: &output)
    case .list(let items): JSONText.write(items.map { (nil, $0) }, "[", "]", to: &output, indent)
    case .object(let pairs): JSONText.write(pairs.map { ($0.0, $0.1) }, "{", "}", to: &output, indent)
    }
  }

  private static func write(
    _ items: [(String?, JSONText)], _ open: String, _ close: String, to output: inout String, _ indent: Int
  ) {
    let isShort = items.allSatisfy { if case .number = $0.1 { true } else { false } }
    output += open
    for (index, item) in items.enumerated() {
      if index > 0 { output += "," }
      output += isShort ? (index > 0 ? " " : "") : "\n" + String(repeating: "  ", count: indent + 1)
      if let key = item.0 {
        quote(key, to: &output)
        output += ": "
      }
      item.1.write(to: &output, indent: indent + 1)
    }
    if !isShort, !items.isEmpty { output += "\n" + String(repeating: "  ", count: indent) }
    output += close
  }

  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20:
        output += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
