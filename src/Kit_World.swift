/// What a deed may know of the world besides the store: the time, and a source of chance.
///
/// It is passed, never reached for: tests pin it, the demonstration replays a year with it. Calendars and checklists
/// are content (`Packs`, `Law`) and are handed to the rooms that use them.
package struct World: Sendable {
  package let now: @Sendable () -> Instant
  /// Unpredictable in service (keys, codes), seeded in tests.
  package let randomBytes: @Sendable (_ count: Int) -> [UInt8]
  package let identities: IdentitySource

  package init(
    now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8], node: Int
  ) {
    self.now = now
    self.randomBytes = randomBytes
    identities = IdentitySource(node: node)
  }

  package var today: CivilDate { now().date }

  package func newID<Kind>(_: Kind.Type = Kind.self) -> ID<Kind> { ID(identities.next(at: now())) }

  package static func live(node: Int) -> World {
    World(
      now: { Instant.system },
      randomBytes: { count in
        var source = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
      },
      node: node)
  }

  /// The same world at another time, for replaying what happened on a past day. Identities go on from one source, so
  /// they stay unique.
  package func at(_ moment: Instant) -> World {
    World(now: { moment }, randomBytes: randomBytes, identities: identities)
  }

  private init(
    now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8],
    identities: IdentitySource
  ) {
    self.now = now
    self.randomBytes = randomBytes
    self.identities = identities
  }
}
