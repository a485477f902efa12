package import Campaign
package import Foundation
import Duties
import Inspection
import Intake
import Casework
package import Kit
package import Law
package import Offices
package import Packs
import Registers
package import Storage
package import Web

/// The composition: one database, all rooms, the site over them. The server, the commands and the tests all call it, so
/// there is one house, not three.
package struct House: Sendable {
  package let database: Database
  package let law: LawContent
  package let roles: RoleBook
  package let site: Site
  package let jobs: [Job]

  package struct Options: Sendable {
    package var data: URL
    package var address: String?
    package var content: String?
    package var world: World?
    package var durable = true
    package init(data: URL, address: String? = nil, content: String? = nil, world: World? = nil) {
      self.data = data
      self.address = address
      self.content = content
      self.world = world
    }
  }

  /// Refuses a malformed pack, a folder that cannot be written, an unreachable store.
  package static func open(_ options: Options) async throws -> House {
    let content = try House.content(options.content)
    let law = try LawContent.load(content)
    let roles = try RoleBook.load(content)
    let rooms = House.rooms(law: law, roles: roles)
    let folder = try DataFolder(options.data)
    let database = try await Database.open(
      folder,
      Database.Options(address: options.address, durable: options.durable, world: options.world),
      rooms: rooms.flatMap(\.schema))
    return House(database: database, law: law, roles: roles, rooms: rooms, place: try await place(of: database))
  }

  package static func content(_ folder: String?) throws -> any ContentSource {
    if let folder { return try FolderContent(folder) }
    return EmbeddedContent()
  }

  /// Lowest room first. The upward questions of `docs/doors.md` are filled here and nowhere else.
  package static func rooms(law: LawContent, roles: RoleBook) -> [any Room] {
    [
      Offices(roles: roles),
      Duties(law: law),
      Registers(law: law, roles: roles),
      Campaign(
        law: law, roles: roles, figures: [Intake.figures, Inspection.figures, Casework.figures],
        covered: Inspection.covered),
      Intake(law: law, roles: roles),
      Inspection(law: law, roles: roles),
      Casework(law: law, roles: roles),
      Front(), Search(), Audit(), Files(),
    ]
  }

  private init(database: Database, law: LawContent, roles: RoleBook, rooms: [any Room], place: String) {
    self.database = database
    self.law = law
    self.roles = roles
    let records = Records(rooms.flatMap(\.records), panels: rooms.flatMap(\.panels))
    site = Site(
      database: database, routes: rooms.flatMap(\.routes),
      gate: Gate(records: records) { try await Offices.viewer($0, roles: roles, $1) },
      chrome: Chrome(navigation: rooms.flatMap(\.navigation), place: place) { viewer, database in
        try await database.read { try Duties.count(viewer, $0) }
      })
    jobs = [.checkpoints] + rooms.flatMap(\.jobs)
  }

  /// The name in the public header: the county where there is one, else a general word.
  private static func place(of database: Database) async throws -> String {
    let counties = try await database.read { try Offices.counties($0) }
    return counties.first?.name ?? ""
  }

  package func close() async { await database.close() }
}

/// The packs that are built into the program.
struct EmbeddedContent: ContentSource {
  private static let prefix = "Content/"

  func paths() -> [String] {
    Assets.files.keys.filter { $0.hasPrefix(Self.prefix) }.map { String($0.dropFirst(Self.prefix.count)) }.sorted()
  }
  func bytes(_ path: String) -> [UInt8]? { Assets.files[Self.prefix + path] }
}
