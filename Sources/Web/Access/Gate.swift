package import Kit
package import Storage

/// Lets a request in or refuses it, before any handler runs.
package struct Gate: Sendable {
  /// Who holds this session, nil for none, ended or withdrawn ones. Given by `Offices`.
  package let viewer: @Sendable (_ session: String, _ database: Database) async throws -> Viewer?
  package let records: Records

  package init(
    records: Records, viewer: @escaping @Sendable (String, Database) async throws -> Viewer?
  ) {
    self.records = records
    self.viewer = viewer
  }

  struct Entry: Sendable {
    let scope: Scope?
    let face: RecordFace?
  }

  func open(_ access: Access, viewer: Viewer?, parameters: [String: String], _ database: Database) async throws -> Entry {
    switch access.rule {
    case .everybody: return Entry(scope: nil, face: nil)
    case .signedIn:
      guard viewer != nil else { throw AccessRefusal.signInFirst }
      return Entry(scope: nil, face: nil)
    case .right(let permission): return Entry(scope: try scope(permission, viewer), face: nil)
    case .rightOn(let permission, let kind, let parameter):
      let scope = try scope(permission, viewer)
      return Entry(scope: scope, face: try await face(kind, parameters[parameter] ?? "", scope, database))
    }
  }

  private func scope(_ permission: Permission, _ viewer: Viewer?) throws -> Scope {
    guard let viewer else { throw AccessRefusal.signInFirst }
    guard let scope = viewer.scope(permission) else { throw AccessRefusal.noRight }
    return scope
  }

  private func face(_ kind: RefKind, _ text: String, _ scope: Scope, _ database: Database) async throws -> RecordFace {
    guard let record = records[kind] else { throw MissingRecord("条记录") }
    guard let id = ID<RecordFace>(text: text),
      let face = try await database.read({ try record.face(id.value, $0) }), scope.allows(face.place)
    else { throw MissingRecord(record.noun) }
    return face
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
