internal import Kit
package import Packs

/// A kind of meeting (会议种类): mobilisation, joint, progress, coordination, summary … Data in `Content/meetings/`.
struct MeetingKind: Sendable, Hashable {
  let key: String
  let title: String
  /// Whether its name says the how-many-th of its kind it is.
  let isNumbered: Bool
  /// Whether the agenda is drawn from the records of the campaign.
  let drawsRecords: Bool
  /// Points that such a meeting begins with.
  let agenda: [String]
  let provenance: Provenance

  /// The name with which the form begins.
  func name(_ campaign: String, number: Int) -> String {
    "\(campaign.clipped(to: 150))\(isNumbered ? "第\(number)次" : "")\(title)"
  }
}

/// All kinds of meetings, in the order of the file.
package struct MeetingKinds: Sendable {
  let all: [MeetingKind]

  /// Of meetings that were convened before there were kinds.
  static let joint = "joint"

  subscript(key: String) -> MeetingKind? { all.first { $0.key == key } }

  /// Reads `meetings/`. Refuses a file without the joint meeting, and one kind twice.
  package static func load(_ source: any ContentSource) throws -> MeetingKinds {
    let reader = PackReader(source)
    let all = reader.files(in: "meetings") { $0.records("meetings", MeetingKind.read) }.flatMap { $0 }
    if !all.contains(where: { $0.key == joint }) { reader.refuse("meetings", "缺少 \(joint) 这一种") }
    try reader.settle()
    return MeetingKinds(all: all)
  }
}

extension MeetingKind {
  fileprivate static func read(_ node: PackNode) -> MeetingKind {
    let key = node.slug("key")
    node.claim(key, in: "meetings", key: "key")
    _ = node.text("why")
    return MeetingKind(
      key: key, title: node.text("title"), isNumbered: node.flag("numbered", standard: false),
      drawsRecords: node.flag("records", standard: false), agenda: node.texts("agenda", mayBeEmpty: true),
      provenance: node.provenance())
  }
}
