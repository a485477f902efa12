package import Kit
package import Storage

/// One request on its way through a handler, after the gate.
package struct Call: Sendable {
  package let database: Database
  package let records: Records
  package let path: String
  /// Nil for visitors.
  package let viewer: Viewer?
  /// The session's token, for signing out.
  package let session: String?
  /// Whether the browser came by TLS (told by the proxy in front).
  package let secure: Bool
  /// How the browser calls this site, for a link that is to be opened elsewhere: `https://hs.example.gov.cn`. What a
  /// browser says of itself, so only for the page that answers it.
  package let origin: String
  /// The device that came by, on routes for devices.
  let tied: Device?
  /// A mark that is the same for one sender within an hour, and tells nothing of him; nil where none is known. Never to be
  /// stored.
  package let sender: String?
  let entry: Gate.Entry
  let parameters: [String: String]
  let query: Form
  let incoming: @Sendable () async throws -> Form
  package let chrome: Chrome

  package var today: CivilDate { database.world.today }

  /// The person; only on routes that are not open to everybody.
  package func person() throws -> Viewer {
    guard let viewer else { throw AccessRefusal.signInFirst }
    return viewer
  }

  /// The device; only on routes for devices.
  package func device() throws -> Device {
    guard let tied else { throw AccessRefusal.deviceFirst }
    return tied
  }

  /// What the person may touch with the right of this route.
  package func scope() throws -> Scope {
    guard let scope = entry.scope else { throw AccessRefusal.noRight }
    return scope
  }

  /// The county of the record in the path, else the person's own.
  package func county() throws -> County {
    if let face = entry.face { return face.place.county }
    return try person().county
  }

  package func id<Kind>(_: Kind.Type = Kind.self, _ name: String = "id") throws -> ID<Kind> {
    guard let id = ID<Kind>(text: parameters[name] ?? "") else { throw MissingRecord("条记录") }
    return id
  }

  /// A word in the path, such as the key of a term: `/law/terms/case.filing`. It is somebody's typing.
  package func word(_ name: String) throws -> String {
    guard let word = parameters[name] else { throw MissingRecord("条记录") }
    return word
  }

  /// A whole number in the path: `/ledger/110/57`.
  package func number(_ name: String) throws -> Int64 {
    guard let number = parameters[name].flatMap({ Int64($0) }) else { throw MissingRecord("条记录") }
    return number
  }

  /// A part of the address's query, blanks cut off; nil where absent or empty.
  package func asked(_ name: String) -> String? { query.value(name) }

  package func form() async throws -> Form { try await incoming() }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
    try await database.read(body)
  }

  /// Does a deed in the county of the record in the path (else the person's own), by the person signed in.
  package func change<T: Sendable>(
    _ deed: Deed, reason: String? = nil, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await database.change(county(), by: person().actor, deed: deed, reason: reason, body)
  }

  /// Reads the form and does `deed`; where that refuses, shows the form again as it was typed, with the reasons.
  package func submit(
    _ deed: (Form) async throws -> Reply, again: @escaping @Sendable (FormState, Reader) throws -> Page
  ) async throws -> Reply {
    let form = try await form()
    do {
      return try await deed(form)
    } catch let refusal as any Refusal where [.invalid, .conflict, .unsupported, .tooLarge].contains(refusal.status) {
      database.meter.count(refusal)
      let state = FormState(form, refusal)
      return .page(try await read { try again(state, $0) }, status: refusal.status.rawValue)
    }
  }
}
