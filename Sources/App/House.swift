import Campaign
package import Casework
import Duties
import Exchange
package import Foundation
import Inspection
package import Intake
package import Kit
package import Law
package import Matching
package import Offenders
package import Offices
package import Papers
package import Procedure
import Recurrence
import Registers
import Rulebook
import Sentinels
package import Storage
import Transfers
package import Web

/// The composition: one database, all rooms, the site over them. The server, the commands and the tests all call it, so
/// there is one house, not three.
package struct House: Sendable {
  package let database: Database
  package let law: LawContent
  package let roles: RoleBook
  package let procedure: Procedure
  package let papers: PaperBook
  package let officePapers: PaperBook
  package let evidence: EvidenceBook
  package let regions: RegionShelf
  package let matching: MatchShelf
  package let channels: ChannelBook
  package let site: Web.Site
  /// The laboratory puts a job without its guard in the place of the true one.
  package var jobs: [Job]
  /// What must never be found, of all rooms.
  package let rules: [Check]

  package struct Options: Sendable {
    package var data: URL
    package var address: String?
    package var content: String?
    package var world: World?
    package var fault: Database.Fault?
    package var connections = 12
    /// Web reports of a county that become clues at once, in the place of the packs' budget: for measurements.
    package var reports: Int?
    /// A line per request, for machines.
    package var journal: Journal?
    package init(data: URL, address: String? = nil, content: String? = nil, world: World? = nil) {
      self.data = data
      self.address = address
      self.content = content
      self.world = world
    }
  }

  /// Refuses a malformed pack, a folder that cannot be written, an unreachable store.
  package static func open(_ options: Options) async throws -> House {
    try await open(options, try HouseContent.load(options.content))
  }

  /// With packs that were read already; the folder that the options name is not looked at.
  package static func open(_ options: Options, _ content: HouseContent) async throws -> House {
    var content = content
    if let reports = options.reports { content.channels = content.channels.allowing(reports: reports) }
    let rooms = House.rooms(content)
    let folder = try DataFolder(options.data)
    var store = Database.Options(address: options.address, world: options.world, fault: options.fault)
    store.connections = options.connections
    let database = try await Database.open(folder, store, rooms: rooms.flatMap(\.schema))
    return House(database: database, content, rooms: rooms, place: try await place(of: database), options.journal)
  }

  /// Lowest room first. The upward questions of `docs/doors.md` are filled here and nowhere else.
  package static func rooms(_ content: HouseContent) -> [any Room] {
    let work = workRooms(content)
    let rooms = work + [Front(), Search(), Audit(), Files(), Checks(rules: rules(of: work))]
    return rooms + [Diagnosis(shape: rooms.flatMap(\.schema))]
  }

  /// The checks of the ground floor and of all rooms, lowest first.
  private static func rules(of rooms: [any Room]) -> [Check] { StorageChecks.all + rooms.flatMap(\.checks) }

  private static func workRooms(_ content: HouseContent) -> [any Room] {
    let (law, roles) = (content.law, content.roles)
    let recurrence = Recurrence(counting: Counting(rule: content.counting.practice, law: law), roles: roles)
    let offenders = Offenders(
      law: law, shelf: content.matching, roles: roles, bases: content.blacklist,
      above: OffenderQuestions(onSame: recurrence.onSame))
    let casework = Casework(
      law: law, roles: roles, procedure: content.procedure, papers: content.papers,
      evidence: content.evidence, exports: content.exports,
      above: CaseQuestions(
        transfer: Transfers.standing,
        onTeamChange: { lawCase, from, to, tx in
          try Transfers.onTeamChange(lawCase, from, to, tx)
          try recurrence.onTeamChange(lawCase, from, to, tx)
        }, onFiled: recurrence.onFiled),
      offenders: offenders)
    let intake = Intake(
      law: law, roles: roles, papers: content.officePapers, channels: content.channels, rewards: content.rewards,
      proof: casework.proof, offenders: offenders)
    return [
      Offices(roles: roles, regions: content.regions),
      Rulebook(law: law),
      Duties(law: law, roles: roles, ladders: content.ladders, followers: [Intake.follow]),
      offenders,
      Registers(law: law, columns: content.columns),
      Campaign(
        law: law, roles: roles, figures: [Intake.figures, Inspection.figures, Casework.figures, Transfers.figures],
        covered: Inspection.covered, openWork: [Intake.openWork, Inspection.openWork, Casework.openWork],
        taskCounts: [Intake.taskCount, Inspection.taskCount, Casework.taskCount],
        townCounts: [Intake.townCount, Inspection.townCount, Casework.townCount],
        documents: .installed(), papers: content.officePapers, meetingKinds: content.meetingKinds,
        mechanismKinds: content.mechanismKinds, assessmentBook: content.assessmentBook),
      intake,
      Sentinels(
        law: law, roles: roles, book: content.sentinels, intake: intake,
        above: SentinelAnswers.questions),
      Inspection(law: law, roles: roles),
      casework,
      Transfers(
        law: law, roles: roles, casework: casework, crimes: content.crimes, papers: content.papers,
        above: TransferQuestions(known: recurrence.known, onAct: recurrence.onTransfer)),
      recurrence,
      Exchange(law: law, roles: roles, offenders: offenders),
    ]
  }

  private init(database: Database, _ content: HouseContent, rooms: [any Room], place: String, _ journal: Journal?) {
    self.database = database
    law = content.law
    roles = content.roles
    procedure = content.procedure
    papers = content.papers
    officePapers = content.officePapers
    evidence = content.evidence
    regions = content.regions
    matching = content.matching
    channels = content.channels
    let records = Records(
      rooms.flatMap(\.records), panels: rooms.flatMap(\.panels),
      handOvers: rooms.flatMap(\.handOvers) + [Duties.handOver(content.ladders)])
    site = Web.Site(
      database: database, routes: rooms.flatMap(\.routes),
      gate: Gate(records: records, sessions: House.sessions(content), tokens: { try Exchange.holder($0, $1) }),
      chrome: Chrome(navigation: rooms.flatMap(\.navigation), place: place), journal: journal)
    rules = House.rules(of: rooms)
    jobs = Job.ground + rooms.flatMap(\.jobs)
  }

  private static func sessions(_ content: HouseContent) -> Sessions {
    let (roles, ladders) = (content.roles, content.ladders)
    return Sessions(
      standing: { session, database, reader in
        try Offices.presence(session, roles: roles, database, reader).map { presence in
          Standing(
            viewer: presence.viewer, duties: try Duties.count(presence.viewer, ladders, reader),
            isStale: presence.isStale,
            provedAt: presence.provedAt, mustChange: presence.mustChange)
        }
      },
      touch: { try await Offices.touch($0, $1) }, device: Sentinels.device)
  }

  /// Intake with this house's content, for whoever calls its deeds from beside the pages: the demonstration, the laboratory, tests.
  package var intake: Intake { Intake(law: law, roles: roles, papers: officePapers, channels: channels) }

  /// The register of offenders, for the command that makes its keys anew. Judgements have no consequence here.
  package var offenders: Offenders { Offenders(law: law, shelf: matching) }

  /// The name in the public header: the county where there is one, else a general word.
  private static func place(of database: Database) async throws -> String {
    let counties = try await database.read { try Offices.counties($0) }
    return counties.first?.name ?? ""
  }

  package func close() async { await database.close() }
}
