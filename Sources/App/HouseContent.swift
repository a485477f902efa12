package import Campaign
package import Casework
package import Duties
package import Intake
package import Law
package import Matching
package import Offenders
package import Offices
import Packs
package import Papers
package import Procedure
package import Registers
package import Sentinels
package import Transfers
import Web

/// All content packs, read and checked. A malformed pack is refused at start with file, key and reason; the list of
/// regions is read where it is needed: at the start on an empty store, by the set-up, by `content check`.
package struct HouseContent: Sendable {
  package let law: LawContent
  package let roles: RoleBook
  package let procedure: Procedure
  package let columns: ImportColumns
  package let regions: RegionShelf
  package let ladders: Ladders
  package let exports: ExportBook
  package let papers: PaperBook
  /// Of the campaign's office: briefings, bulletins, demands, minutes.
  package let officePapers: PaperBook
  package let crimes: CrimeBook
  package let evidence: EvidenceBook
  package let meetingKinds: MeetingKinds
  package let mechanismKinds: MechanismKinds
  /// By what the units of a campaign are scored.
  package let assessmentBook: AssessmentBook
  /// How earlier penalties of a person are counted.
  package let counting: CountingBook
  package internal(set) var channels: ChannelBook
  /// Read when somebody is first looked up.
  package let matching: MatchShelf
  package let sentinels: SentinelBook
  package let rewards: RewardBook
  /// On what somebody may be put on the black list.
  package let blacklist: BlackBook

  /// From a folder, else from what is built into the program.
  package static func load(_ folder: String?) throws -> HouseContent {
    let source = try source(folder)
    let law = try LawContent.load(source)
    let (procedure, papers) = (try Procedure.load(source, law: law), try PaperBook.load(source))
    try Casework.refuseStrangePapers(papers, procedure, law)
    return HouseContent(
      law: law, roles: try RoleBook.load(source), procedure: procedure, columns: try ImportColumns.load(source),
      regions: RegionShelf(source), ladders: try Ladders.load(source), exports: try ExportBook.load(source),
      papers: papers, officePapers: try PaperBook.load(source, from: "office-papers"),
      crimes: try CrimeBook.load(source), evidence: try EvidenceBook.load(source),
      meetingKinds: try MeetingKinds.load(source), mechanismKinds: try MechanismKinds.load(source),
      assessmentBook: try AssessmentBook.load(source),
      counting: try CountingBook.load(source),
      channels: try ChannelBook.load(source, law: law), matching: MatchShelf(source),
      sentinels: try SentinelBook.load(source), rewards: try RewardBook.load(source),
      blacklist: try BlackBook.load(source))
  }

  /// The files themselves.
  static func source(_ folder: String?) throws(PackProblem) -> any ContentSource {
    if let folder { try FolderContent(folder) } else { EmbeddedContent() }
  }
}

/// The packs that are built into the program.
struct EmbeddedContent: ContentSource {
  private static let prefix = "Content/"

  func paths() -> [String] {
    Assets.files.keys.filter { $0.hasPrefix(Self.prefix) }.map { String($0.dropFirst(Self.prefix.count)) }.sorted()
  }
  func bytes(_ path: String) -> [UInt8]? { Assets.files[Self.prefix + path] }
}
