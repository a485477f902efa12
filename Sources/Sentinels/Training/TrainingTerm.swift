import Packs

/// By when a new contact person is to be trained (培训期限).
struct TrainingTerm: Sendable, Hashable {
  /// Working days from the day on which he was put on file.
  let days: Int
  let provenance: Provenance

  static func read(_ node: PackNode) -> TrainingTerm {
    TrainingTerm(days: node.int("days", in: 1...250), provenance: node.provenance())
  }
}
