package import Kit
package import Storage

/// Lets a request in or refuses it, before any handler runs, on what one look at the store shows.
package struct Gate: Sendable {
  package let records: Records
  let sessions: Sessions

  package init(records: Records, sessions: Sessions) {
    self.records = records
    self.sessions = sessions
  }

  struct Entry: Sendable {
    let scope: Scope?
    let face: RecordFace?
  }

  /// Who comes in, and through which rule.
  struct Pass: Sendable {
    let standing: Standing?
    let entry: Entry
  }

  /// `reader` may be left out where nobody is signed in.
  func pass(
    _ access: Access, session: String?, parameters: [String: String], _ database: Database, _ reader: Reader?
  ) throws -> Pass {
    let standing = try session.flatMap { session in
      try reader.flatMap { try sessions.standing(session, database, $0) }
    }
    return Pass(standing: standing, entry: try open(access, standing?.viewer, parameters, reader))
  }

  /// Notes that the session is in use, where the last note is old.
  func touch(_ session: String?, _ standing: Standing?, _ database: Database) async throws {
    if let session, standing?.isStale == true { try await sessions.touch(session, database) }
  }

  private func open(
    _ access: Access, _ viewer: Viewer?, _ parameters: [String: String], _ reader: Reader?
  ) throws -> Entry {
    switch access.rule {
    case .everybody: return Entry(scope: nil, face: nil)
    case .signedIn:
      guard viewer != nil else { throw AccessRefusal.signInFirst }
      return Entry(scope: nil, face: nil)
    case .right(let permission): return Entry(scope: try scope(permission, viewer), face: nil)
    case .rightOn(let permission, let kind, let parameter):
      let scope = try scope(permission, viewer)
      return Entry(scope: scope, face: try face(kind, parameters[parameter] ?? "", scope, reader))
    }
  }

  private func scope(_ permission: Permission, _ viewer: Viewer?) throws -> Scope {
    guard let viewer else { throw AccessRefusal.signInFirst }
    guard let scope = viewer.scope(permission) else { throw AccessRefusal.noRight }
    return scope
  }

  private func face(_ kind: RefKind, _ text: String, _ scope: Scope, _ reader: Reader?) throws -> RecordFace {
    guard let record = records[kind] else { throw MissingRecord("条记录") }
    guard let reader, let id = ID<RecordFace>(text: text), let face = try record.face(id.value, reader),
      scope.allows(face.place)
    else { throw MissingRecord(record.noun) }
    return face
  }
}

/// Who holds a session now, with what stands in the frame of every page.
package struct Standing: Sendable {
  let viewer: Viewer
  /// How many duties wait; counted to one more than `mostDuties`.
  let duties: Int64
  package static let mostDuties: Int64 = 99
  /// The session's last use is old enough to be noted anew.
  let isStale: Bool

  package init(viewer: Viewer, duties: Int64, isStale: Bool) {
    self.viewer = viewer
    self.duties = duties
    self.isStale = isStale
  }
}

/// The questions that the gate asks of `Offices` and `Duties`; `App` fills them.
package struct Sessions: Sendable {
  let standing: @Sendable (_ session: String, _ database: Database, _ reader: Reader) throws -> Standing?
  let touch: @Sendable (_ session: String, _ database: Database) async throws -> Void

  /// `standing` answers nil for none, ended or withdrawn sessions.
  package init(
    standing: @escaping @Sendable (String, Database, Reader) throws -> Standing?,
    touch: @escaping @Sendable (String, Database) async throws -> Void
  ) {
    self.standing = standing
    self.touch = touch
  }
}

/// All kinds of records of all rooms.
package struct Records: Sendable {
  private let kinds: [RefKind: RecordKind]
  private let panels: [RefKind: [Panel]]

  package init(_ kinds: [RecordKind], panels: [Panel]) {
    self.kinds = Dictionary(kinds.map { ($0.kind, $0) }) { first, _ in first }
    self.panels = Dictionary(grouping: panels.sorted { $0.order < $1.order }, by: \.kind)
  }

  package subscript(kind: RefKind) -> RecordKind? { kinds[kind] }
  package func link(_ ref: Ref) -> Link? { kinds[ref.kind]?.link(ref.number) }

  /// What other rooms have to show on a record. Each panel asks for the viewer's rights itself.
  package func panels(for ref: Ref, viewer: Viewer, _ reader: Reader) throws -> HTML {
    "\(try (panels[ref.kind] ?? []).map { try $0.make(ref, viewer, reader) })"
  }
}
