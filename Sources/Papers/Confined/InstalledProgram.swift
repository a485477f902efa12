internal import Foundation

/// Programs of this machine.
enum InstalledProgram {
  /// The first of a name along `path`; relative folders are passed over. `find("pdftotext", along: "/usr/bin:/bin")`
  static func find(_ name: String, along path: String) -> URL? {
    path.split(separator: ":").filter { $0.hasPrefix("/") }
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
