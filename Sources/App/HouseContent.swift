package import Duties
package import Law
package import Offices
import Packs
package import Registers
import Web

/// All content packs, read and checked. A malformed pack is refused at start with file, key and reason.
package struct HouseContent: Sendable {
  package let law: LawContent
  package let roles: RoleBook
  package let columns: ImportColumns
  package let ladders: Ladders

  /// From a folder, else from what is built into the program.
  package static func load(_ folder: String?) throws -> HouseContent {
    let source = try source(folder)
    return HouseContent(
      law: try LawContent.load(source), roles: try RoleBook.load(source), columns: try ImportColumns.load(source),
      ladders: try Ladders.load(source))
  }

  /// The files themselves.
  static func source(_ folder: String?) throws(PackProblem) -> any ContentSource {
    if let folder { try FolderContent(folder) } else { EmbeddedContent() }
  }
}

/// The packs that are built into the program.
struct EmbeddedContent: ContentSource {
  private static let prefix = "Content/"

  func paths() -> [String] {
    Assets.files.keys.filter { $0.hasPrefix(Self.prefix) }.map { String($0.dropFirst(Self.prefix.count)) }.sorted()
  }
  func bytes(_ path: String) -> [UInt8]? { Assets.files[Self.prefix + path] }
}
