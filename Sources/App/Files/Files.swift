import Kit
import Storage
import Web

/// Attachments: whoever may see a record may see its files.
struct Files: Room {
  var routes: [Route] { FileRoutes.routes }
}

enum FileAccess {
  /// The rights of the record that a file belongs to decide.
  static func check(_ file: Attachment, _ viewer: Viewer, _ records: Records, _ reader: Reader) throws {
    guard let kind = records[file.owner.kind] else { throw MissingRecord("个附件") }
    guard let scope = viewer.scope(kind.see) else { throw AccessRefusal.noRight }
    guard let face = try kind.face(file.owner.number, reader), scope.allows(face.place) else {
      throw MissingRecord("个附件")
    }
  }
}
