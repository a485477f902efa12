import App
import Duties
import Kit
import Law
import Packs
import Procedure
import Storage
import TestKit
import Testing

@testable import Casework

/// The packs of the repository, and the calendar of a year that was just published: the last day to decide a case of
/// 2026-11-20 (2027-02-18, a Thursday) turns out to be off, and the day after it too.
private struct PublishedYear: ContentSource {
  let base: FolderContent
  static let path = "calendar/2027.yaml"
  static let text = """
    year: 2027
    source: 试验
    confidence: M
    off: [2027-01-01, 2027-02-18, 2027-02-19, 2027-05-01, 2027-05-02, 2027-10-01, 2027-10-02, 2027-10-03]
    work: []

    """

  func paths() -> [String] { (base.paths() + [Self.path]).sorted() }
  func bytes(_ path: String) -> [UInt8]? { path == Self.path ? Array(Self.text.utf8) : base.bytes(path) }
}

/// Terms that were counted without the calendar of their year get their true day when it is published.
@Suite struct RecountTests {
  private static func room(_ scene: Scene) throws -> Casework {
    let source = PublishedYear(base: try FolderContent(TestHouse.contentFolder))
    let (law, house) = (try LawContent.load(source), scene.test.house)
    return Casework(
      law: law, roles: house.roles, procedure: try Procedure.load(source, law: law), papers: house.papers,
      evidence: house.evidence)
  }

  private static func term(_ id: ID<Case>, _ scene: Scene) async throws -> OpenDuty {
    let open = try await scene.test.database.read { try Duties.waiting(on: Ref(.lawCase, id), $0) }
    return try #require(open.first { $0.kind == CaseDuty.decision })
  }

  private static func entries(_ scene: Scene) async throws -> Int64? {
    try await scene.test.database.read { try $0.first("SELECT COUNT(*) FROM ledger") { try $0.int(0) } }
  }

  private static func run(_ room: Casework, _ scene: Scene) async throws {
    let job = try #require(room.jobs.first { $0.name == "casework.recount" })
    try await job.run(scene.test.database)
  }

  @Test(arguments: Store.both) func `a published calendar moves the term, once`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let first = try await Self.term(id, scene)
      #expect(first.due.iso == "2027-02-18" && first.provisional)
      let before = try await Self.entries(scene)
      try await Self.run(scene.room, scene)
      #expect(try await Self.entries(scene) == before, "the same calendar moves nothing")
      let room = try Self.room(scene)
      for _ in 1...2 { try await Self.run(room, scene) }
      let moved = try await Self.term(id, scene)
      #expect(moved.due.iso == "2027-02-22" && moved.countedTo.iso == "2027-02-18" && !moved.provisional)
      #expect(moved.owner == first.owner && moved.id != first.id)
      #expect(try await Self.entries(scene) == before.map { $0 + 1 }, "the second run tells nothing")
    }
  }
}
