import Kit

/// One line per request for machines that read logs: JSON with method, route pattern, status, time and, after a fault,
/// the incident. Nothing of what the person typed or looked at: no path, no query, no address, no name.
package struct Journal: Sendable {
  let write: @Sendable (String) -> Void

  /// `write` gets one line without its end.
  package init(write: @escaping @Sendable (String) -> Void) { self.write = write }

  func request(_ line: RequestLine) {
    var parts = [
      "\"at\":\(line.at.milliseconds)", "\"level\":\"\(line.status < 500 ? "info" : "error")\"",
      "\"method\":\"\(line.method)\"", "\"route\":\"\(Journal.escaped(line.route))\"", "\"status\":\(line.status)",
      "\"ms\":\(Journal.tenths(line.milliseconds))",
    ]
    if let incident = line.incident { parts.append("\"incident\":\"\(incident)\"") }
    write("{\(parts.joined(separator: ","))}")
  }

  /// A job that failed; the next try is its next turn.
  func job(_ name: String, failed error: any Error, at now: Instant) {
    write(
      "{\"at\":\(now.milliseconds),\"level\":\"error\",\"job\":\"\(name)\",\"error\":\"\(Journal.kind(of: error))\"}")
  }

  /// What kind of error it is: its words may hold values of rows.
  static func kind(of error: any Error) -> String {
    (error as? any Refusal)?.code ?? escaped(String(describing: type(of: error)))
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}

struct RequestLine {
  let at: Instant
  let method: String
  let route: String
  let status: Int
  let milliseconds: Double
  let incident: String?
}
