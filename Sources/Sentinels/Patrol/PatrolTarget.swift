import Packs

/// How often a village is to be looked at, and where (巡查要求).
struct PatrolTarget: Sendable, Hashable {
  /// In a month, each village.
  let times: Int
  /// Per cent of villages that were looked at so often.
  let share: Int
  /// Places that the telephone offers to tick.
  let spots: [String]
  let provenance: Provenance

  static func read(_ node: PackNode) -> PatrolTarget {
    PatrolTarget(
      times: node.int("times", in: 1...31), share: node.int("share", in: 1...100), spots: node.textsIfAny("spots"),
      provenance: node.provenance())
  }
}
