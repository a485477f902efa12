package import Storage

/// One address with the rule of who may use it and what it answers. Rooms list theirs; `App` mounts them and
/// `qingyuan routes` prints them.
package struct Route: Sendable {
  /// What is done. A look cannot write: it is given a reader and nothing that waits.
  enum Work: Sendable {
    case say(String)
    case probe(@Sendable (Database) async -> (words: String, status: Int))
    case look(@Sendable (Call, Reader) throws -> Reply)
    case act(BodyLimit, @Sendable (Call) async throws -> Reply)
    case call(BodyLimit, @Sendable (TokenCall) async throws -> Reply)
  }

  /// `/clues/:id/accept`.
  package let path: String
  package let access: Access
  let work: Work

  /// A page (GET). Session, rights, the record in the path and the page itself come from one look at the store.
  package static func look(
    _ path: StaticString, _ access: Access, _ page: @escaping @Sendable (Call, Reader) throws -> Reply
  ) -> Route {
    Route(path: path.description, access: access, work: .look(page))
  }

  /// A form that was sent (POST).
  package static func act(
    _ path: StaticString, _ access: Access, body: BodyLimit = .form,
    _ deed: @escaping @Sendable (Call) async throws -> Reply
  ) -> Route {
    Route(path: path.description, access: access, work: .act(body, deed))
  }

  /// A call of an outer system (POST) with a token and JSON; refusals are answered as JSON too.
  package static func call(
    _ path: StaticString, _ scope: TokenScope, body: BodyLimit = .form,
    _ deed: @escaping @Sendable (TokenCall) async throws -> Reply
  ) -> Route {
    Route(path: path.description, access: .token(scope), work: .call(body, deed))
  }

  /// The same words for everybody, without a look at the store.
  package static func say(_ path: StaticString, because: StaticString, _ words: String) -> Route {
    Route(path: path.description, access: .everybody(because: because), work: .say(words))
  }

  /// What the process says of itself to a monitor, also while the store does not answer. Open to everybody, so it must
  /// hold nothing of the business.
  package static func probe(
    _ path: StaticString, because: StaticString,
    _ ask: @escaping @Sendable (Database) async -> (words: String, status: Int)
  ) -> Route {
    Route(path: path.description, access: .everybody(because: because), work: .probe(ask))
  }

  package var method: Method {
    switch work {
    case .act, .call: .post
    default: .get
    }
  }

  /// For programs with a token, not for people.
  package var isForPrograms: Bool { if case .call = work { true } else { false } }

  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }
}

/// How much a route takes in. Files beyond it are refused with a sentence, never cut.
package struct BodyLimit: Sendable {
  package let bytes: Int
  package let eachFile: Int
  package let files: Int

  package init(megabytes: Int, eachFile: Int, files: Int) {
    bytes = megabytes << 20
    self.eachFile = eachFile << 20
    self.files = files
  }

  package static let form = BodyLimit(megabytes: 2, eachFile: 0, files: 0)
}

/// A part of the product that App composes.
package protocol Room: Sendable {
  var routes: [Route] { get }
  var schema: [SchemaChange] { get }
  var jobs: [Job] { get }
  /// What must never be found among the room's records; see `Check`.
  var checks: [Check] { get }
  var records: [RecordKind] { get }
  /// Pieces of page that show on records of other rooms.
  var panels: [Panel] { get }
  var navigation: [NavigationItem] { get }
  /// What people have open in this room.
  var handOvers: [HandOver] { get }
}

extension Room {
  package var routes: [Route] { [] }
  package var schema: [SchemaChange] { [] }
  package var jobs: [Job] { [] }
  package var checks: [Check] { [] }
  package var records: [RecordKind] { [] }
  package var panels: [Panel] { [] }
  package var navigation: [NavigationItem] { [] }
  package var handOvers: [HandOver] { [] }
}

/// A line of the menu at the left; shown to those who hold its right.
package struct NavigationItem: Sendable {
  package let order: Int
  /// One character: `线`.
  package let sign: String
  package let title: String
  package let link: Link
  package let permission: Permission

  package init(_ order: Int, sign: String, title: String, link: Link, permission: Permission) {
    self.order = order
    self.sign = sign
    self.title = title
    self.link = link
    self.permission = permission
  }
}
