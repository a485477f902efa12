package import Kit
package import Storage

/// Lets a request in or refuses it, before any handler runs, on what one look at the store shows.
package struct Gate: Sendable {
  package let records: Records
  let sessions: Sessions
  let tokens: TokenQuestion

  /// Without `tokens` no token opens anything.
  package init(
    records: Records, sessions: Sessions, tokens: @escaping TokenQuestion = { _, _ in .unknown }
  ) {
    self.records = records
    self.sessions = sessions
    self.tokens = tokens
  }

  /// Lets an outer system in, or refuses it.
  func holder(_ access: Access, _ token: String?, _ reader: Reader) throws -> TokenHolder {
    guard case .token(let scope) = access.rule else { throw TokenRefusal.noScope }
    guard let token else { throw TokenRefusal.missing }
    switch try tokens(token, reader) {
    case .unknown: throw TokenRefusal.unknown
    case .revoked: throw TokenRefusal.revoked
    case .expired: throw TokenRefusal.expired
    case .holder(let holder):
      guard holder.scopes.contains(scope) else { throw TokenRefusal.noScope }
      guard !holder.isBusy else { throw TokenRefusal.busy }
      return holder
    }
  }

  struct Entry: Sendable {
    let scope: Scope?
    let face: RecordFace?
  }

  /// Who comes in, and through which rule.
  struct Pass: Sendable {
    let standing: Standing?
    let entry: Entry
    let device: Device?
  }

  /// `reader` may be left out where nobody is signed in.
  func pass(
    _ access: Access, session: String?, device: String? = nil, parameters: [String: String], _ database: Database,
    _ reader: Reader?
  ) throws -> Pass {
    if case .device = access.rule { return try pass(device: device, database, reader) }
    let standing = try session.flatMap { session in
      try reader.flatMap { try sessions.standing(session, database, $0) }
    }
    if let standing { try refuseUnready(standing, access, now: reader?.now ?? database.world.now()) }
    return Pass(standing: standing, entry: try open(access, standing?.viewer, parameters, reader), device: nil)
  }

  /// Whoever holds the device, and nobody else: an account that is signed in in the same browser does not count here.
  private func pass(device: String?, _ database: Database, _ reader: Reader?) throws -> Pass {
    guard let device, let reader, let tied = try sessions.device(device, database, reader) else {
      throw AccessRefusal.deviceFirst
    }
    return Pass(standing: nil, entry: Entry(scope: nil, face: nil), device: tied)
  }

  /// An open page or the person's own account is always within reach.
  private func refuseUnready(_ standing: Standing, _ access: Access, now: Instant) throws {
    switch access.rule {
    case .everybody, .signedIn, .device: break
    case .right, .rightOn, .token: if standing.mustChange { throw AccessRefusal.changePassword }
    }
    if access.wantsProof, standing.provedAt.adding(seconds: Standing.proofSeconds) < now {
      throw AccessRefusal.proveFirst
    }
  }

  /// Who keeps away from a record, or from a party of it, may look at it and no more.
  func refuseRecused(_ pass: Pass, _ access: Access, _ parameters: [String: String]) throws {
    guard case .rightOn(_, let kind, let parameter) = access.rule, let face = pass.entry.face,
      let recusals = pass.standing?.viewer.recusals, !recusals.isEmpty,
      let id = ID<RecordFace>(text: parameters[parameter] ?? "")
    else { return }
    guard recusals.isDisjoint(with: [Ref(kind, id.value)] + face.parties) else {
      throw AccessRefusal.recused(face.title)
    }
  }

  /// Notes that the session is in use, where the last note is old.
  func touch(_ session: String?, _ standing: Standing?, _ database: Database) async throws {
    if let session, standing?.isStale == true { try await sessions.touch(session, database) }
  }

  private func open(
    _ access: Access, _ viewer: Viewer?, _ parameters: [String: String], _ reader: Reader?
  ) throws -> Entry {
    switch access.rule {
    case .everybody, .device: return Entry(scope: nil, face: nil)
    case .signedIn:
      guard viewer != nil else { throw AccessRefusal.signInFirst }
      return Entry(scope: nil, face: nil)
    case .token: throw TokenRefusal.missing
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
  /// When the person last gave a password or a code in this session.
  let provedAt: Instant
  let mustChange: Bool

  /// From proof to the deed: long enough to fill in a form.
  static let proofSeconds: Int64 = 600

  package init(viewer: Viewer, duties: Int64, isStale: Bool, provedAt: Instant, mustChange: Bool) {
    self.viewer = viewer
    self.duties = duties
    self.isStale = isStale
    self.provedAt = provedAt
    self.mustChange = mustChange
  }
}

/// The questions that the gate asks of `Offices` and `Duties`; `App` fills them.
package struct Sessions: Sendable {
  let standing: @Sendable (_ session: String, _ database: Database, _ reader: Reader) throws -> Standing?
  let touch: @Sendable (_ session: String, _ database: Database) async throws -> Void
  let device: @Sendable (_ token: String, _ database: Database, _ reader: Reader) throws -> Device?

  /// `standing` answers nil for none, ended or withdrawn sessions; `device` for devices that are tied to nothing now.
  package init(
    standing: @escaping @Sendable (String, Database, Reader) throws -> Standing?,
    touch: @escaping @Sendable (String, Database) async throws -> Void,
    device: @escaping @Sendable (String, Database, Reader) throws -> Device? = { _, _, _ in nil }
  ) {
    self.standing = standing
    self.touch = touch
    self.device = device
  }
}

/// All kinds of records of all rooms.
package struct Records: Sendable {
  private let kinds: [RefKind: RecordKind]
  private let panels: [RefKind: [Panel]]
  /// In the order of the rooms.
  package let handOvers: [HandOver]

  package init(_ kinds: [RecordKind], panels: [Panel], handOvers: [HandOver] = []) {
    self.handOvers = handOvers
    self.kinds = Dictionary(kinds.map { ($0.kind, $0) }) { first, _ in first }
    self.panels = Dictionary(grouping: panels.sorted { $0.order < $1.order }, by: \.kind)
  }

  package subscript(kind: RefKind) -> RecordKind? { kinds[kind] }
  package func link(_ ref: Ref) -> Link? { kinds[ref.kind]?.link(ref.number) }

  /// The same for a list that names records of rooms which the viewer may not enter: the auditor reads that a case was
  /// filed, not the case.
  package func link(_ ref: Ref, for viewer: Viewer) -> Link? {
    kinds[ref.kind].flatMap { viewer.may($0.see) ? $0.link(ref.number) : nil }
  }

  /// For a list of what others own: each record is asked for as if it were opened. `near` tells that all of them lie in the
  /// viewer's own counties and none is kept from an office, as with duties that he was shown: then a right that reaches over
  /// the counties needs no question, and a long list costs no statement a line.
  package func links(_ refs: [Ref], for viewer: Viewer, near: Bool = false, _ reader: Reader) throws -> [Ref: Link] {
    var links: [Ref: Link] = [:]
    for ref in Set(refs) where try opens(ref, for: viewer, near, reader) { links[ref] = link(ref) }
    return links
  }

  private func opens(_ ref: Ref, for viewer: Viewer, _ near: Bool, _ reader: Reader) throws -> Bool {
    guard let kind = kinds[ref.kind], let scope = viewer.scope(kind.see) else { return false }
    if near, scope.reach == .jurisdiction { return true }
    return try kind.face(ref.number, reader).map { scope.allows($0.place) } ?? false
  }

  /// Without the kinds that somebody may not see, so that no page leads him where he is refused.
  package func seen(by viewer: Viewer) -> Records {
    Records(kinds.values.filter { viewer.may($0.see) }, panels: panels.values.flatMap(\.self), handOvers: handOvers)
  }

  /// Whether a list is one of these kinds: lists stand at the address of their records, without the number.
  package func opens(_ list: Link) -> Bool {
    let place = Self.start(list)
    return kinds.values.contains { Self.start($0.link(0)) == place }
  }

  private static func start(_ link: Link) -> Substring {
    link.text.dropFirst().prefix { !["/", "?", "#"].contains($0) }
  }

  /// What other rooms have to show on a record. Each panel asks for the viewer's rights itself.
  package func panels(for ref: Ref, viewer: Viewer, _ reader: Reader) throws -> HTML {
    "\(try (panels[ref.kind] ?? []).map { try $0.make(ref, viewer, reader) })"
  }
}
