import Campaign
import Kit
import Storage
import Web

/// Attachments: whoever may see a record may see its files; papers that were filed (报送) are narrower.
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
    // That a paper was filed is for everybody of the campaign; the paper is for those who asked and the agency itself.
    if file.owner.kind == .filing, !viewer.may(.campaignSupervise),
      !viewer.agencies.contains(where: { $0 == face.place.agency })
    {
      throw AccessRefusal.noRight
    }
  }
}
