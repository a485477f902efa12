internal import Kit
internal import Storage
internal import Web

/// A record from which a shared problem was drawn (来源), as far as its reader may know it.
struct ShownSource: Sendable {
  let ref: Ref
  /// `起案件`.
  let noun: String
  /// Nil where the reader may not open it: he reads that there is one, and of what kind.
  let title: String?
  let link: Link?
}

enum MechanismSources {
  /// What a shared problem can be drawn from. Records of rooms above are known here by their names alone.
  static let kinds = [
    "clue", "case", "visit", "rectification", "transfer", "institution", "site", "finding", "supervision", "task",
    "meeting", "filing",
  ].map { RefKind($0) }

  /// The name of a record where the viewer may open it, else nil: the right that opens its page, and where it lies.
  static func face(
    of ref: Ref, for viewer: Viewer, _ records: Records, _ reader: Reader
  ) throws -> RecordFace? {
    guard kinds.contains(ref.kind), let kind = records[ref.kind], let scope = viewer.scope(kind.see),
      let face = try kind.face(ref.number, reader), scope.allows(face.place)
    else { return nil }
    return face
  }

  static func shown(
    _ refs: [Ref], for viewer: Viewer, _ records: Records, _ reader: Reader
  ) throws -> [ShownSource] {
    try refs.map { ref in
      let face = try face(of: ref, for: viewer, records, reader)
      return ShownSource(
        ref: ref, noun: records[ref.kind]?.noun ?? "条记录", title: face?.title,
        link: face == nil ? nil : records.link(ref))
    }
  }

  /// Adds a record. Refuses one that the viewer may not open or that lies in another county, what stands there already, and more than
  /// fifty.
  static func add(
    _ ref: Ref, to id: ID<Mechanism>, by viewer: Viewer, _ records: Records, _ tx: Transaction
  ) throws {
    let one = try Mechanisms.found(id, tx)
    guard let face = try face(of: ref, for: viewer, records, tx), face.place.county == one.county else {
      throw MechanismRefusal.noSource
    }
    let known = try SourceStore.all(of: id, tx)
    guard !known.contains(ref) else { throw MechanismRefusal.sourceKnown }
    guard known.count < most else { throw MechanismRefusal.manySources(most) }
    try SourceStore.insert(ref, of: id, tx)
    tx.tell(one.ref, "加上来源：1 \(records[ref.kind]?.noun ?? "条记录")")
  }

  /// Takes one away that does not belong. Refuses what does not stand there.
  static func remove(_ ref: Ref, from id: ID<Mechanism>, _ records: Records, _ tx: Transaction) throws {
    let one = try Mechanisms.found(id, tx)
    guard try SourceStore.all(of: id, tx).contains(ref) else { throw MechanismRefusal.noSource }
    try SourceStore.remove(ref, of: id, tx)
    tx.tell(one.ref, "去掉来源：1 \(records[ref.kind]?.noun ?? "条记录")")
  }

  private static let most = 50
}
