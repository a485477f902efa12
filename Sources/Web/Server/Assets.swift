import CEmbedded
import Kit
import Storage

/// Files that are built into the program: style sheets, and the content packs. The program runs from any folder.
package enum Assets {
  /// Every embedded file by its path, e.g. `Content/calendar/2026.yaml`.
  package static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for index in 0..<Int(qy_embedded_count()) {
      guard let path = qy_embedded_path(UInt(index)), let bytes = qy_embedded_bytes(UInt(index)) else { continue }
      files[String(cString: path)] = Array(
        UnsafeBufferPointer(start: bytes, count: Int(qy_embedded_size(UInt(index)))))
    }
    return files
  }()

  private static let marks = files.mapValues { String(SHA256.hash($0).hex.prefix(8)) }

  /// With the content's hash in the address, so that browsers may keep it for good.
  package static func link(_ name: String) -> Link {
    Link("/static/\(name)").asking([("v", marks["Static/\(name)"])])
  }

  static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    case "js": "text/javascript; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
