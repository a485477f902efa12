package import Kit
internal import Registers
package import Storage
package import Web

/// Links between records by their `Ref`.
package enum RecordLinks {
  /// The title of a record as a link; nil where there is none, and where the viewer would be refused: who reviews cases
  /// need not see the clues.
  package static func html(_ ref: Ref?, _ records: Records, _ viewer: Viewer, _ reader: Reader) throws -> HTML? {
    guard let ref, let kind = records[ref.kind], viewer.may(kind.see), let face = try kind.face(ref.number, reader)
    else { return nil }
    return "<a href=\"\(link: kind.link(ref.number))\">\(face.title)</a>"
  }

  package static func title(_ ref: Ref?, _ records: Records, _ reader: Reader) throws -> String? {
    guard let ref else { return nil }
    return try records[ref.kind]?.face(ref.number, reader)?.title
  }

  /// Reads premises from an address or a form (`institution:z`, `site:z`). Other kinds are no premises.
  package static func premises(_ text: String?) -> Ref? {
    let halves = (text ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let kind = [RefKind.institution, .site].first(where: { $0.name == halves[0] }),
      let id = ID<Never>(text: halves[1])
    else { return nil }
    return Ref(kind, id)
  }
}
