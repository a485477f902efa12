import Casework
import Inspection
import Kit
import Offices
import Papers
internal import Storage

/// Everything that goes to the police, as it stood at one look at the store.
struct PackageContent: Sendable {
  let transfer: TransferRecord
  let lawCase: CaseRecord
  let report: TransferReport
  let check: CheckRecord
  let steps: [ToldStep]
  let files: [PackageFile]
  /// Over the size of a package: they go on a disc of their own, named with their hash.
  let apart: [Attachment]
  /// Issued papers of the case, and its lists of things.
  let papers: [PaperDocument]
  let goods: [PaperDocument]
  /// Where the hash of a paper can be asked; nil: the house does not know its own address.
  let checkAddress: String?
  let agency: String
  let officers: String
  let head: String
  /// The day of the report, and that of the hand-over: of a package that is being made, today.
  let proposedOn: CivilDate
  let on: CivilDate

  /// What the deed compares: a step, a file, a paper or a thing that came while the package was made.
  var mark: PackageMark {
    PackageMark(
      steps: steps.count, files: (files.map(\.attachment.id) + apart.map(\.id)).sorted(),
      papers: (papers + goods).map(\.hash))
  }
}

struct PackageFile: Sendable {
  let attachment: Attachment
  let bytes: [UInt8]
}

/// How far a case had come.
package struct PackageMark: Hashable, Sendable {
  let steps: Int
  let files: [ID<Attachment>]
  /// Their hashes.
  let papers: [String]
}

extension Transfers {
  /// Larger things, films mostly, are handed over on a disc of their own.
  static let most: Int64 = 256 << 20

  /// Without `files` only the names of what is attached: enough for a paper.
  func content(
    of transfer: TransferRecord, files: Bool = true, _ attachments: Attachments, _ reader: Reader
  ) throws -> PackageContent {
    guard let record = try Casework.lawCase(transfer.lawCase, reader),
      let report = try TransferStore.report(of: transfer.id, reader),
      let check = try ThresholdStore.find(transfer.check, reader)
    else { throw MissingRecord("件移送") }
    let (inside, apart) = split(try material(of: record, attachments, reader))
    let events = try TransferStore.events(of: transfer.id, reader)
    let people = try [transfer.first, transfer.second, transfer.head].map { try Offices.person($0, reader) }
    return PackageContent(
      transfer: transfer, lawCase: record, report: report, check: check,
      steps: try casework.story(of: record.id, reader),
      files: try inside.map { PackageFile(attachment: $0, bytes: files ? try attachments.bytes(of: $0, reader) : []) },
      apart: apart, papers: try casework.issuedPapers(of: record.id, reader),
      goods: try casework.goodsPapers(of: record, reader),
      checkAddress: try casework.checkAddress(record.county, reader),
      agency: try Casework.agencyName(of: record, reader),
      officers: people.prefix(2).compactMap { $0?.name }.joined(separator: "、"),
      head: people.last??.name ?? "", proposedOn: events.first?.on ?? reader.today,
      on: transfer.handedAt?.date ?? reader.today)
  }

  func mark(of transfer: TransferRecord, _ attachments: Attachments, _ reader: Reader) throws -> PackageMark {
    guard let record = try Casework.lawCase(transfer.lawCase, reader) else { throw MissingRecord("起案件") }
    return PackageMark(
      steps: try casework.story(of: record.id, reader).count,
      files: try material(of: record, attachments, reader).map(\.id).sorted(),
      papers: try (casework.issuedPapers(of: record.id, reader) + casework.goodsPapers(of: record, reader)).map(\.hash))
  }

  /// Of the case, of its evidence, and of the visit that it grew from. Never of the clue: its files may show who reported.
  private func material(of record: CaseRecord, _ attachments: Attachments, _ reader: Reader) throws -> [Attachment] {
    let visit = try record.visit.map { try attachments.list(of: Ref(.visit, $0), reader) } ?? []
    return try visit + attachments.list(of: record.ref, reader) + Casework.evidenceFiles(of: record, reader)
  }

  private func split(_ files: [Attachment]) -> (inside: [Attachment], apart: [Attachment]) {
    var (inside, apart, size): ([Attachment], [Attachment], Int64) = ([], [], 0)
    for file in files {
      if size + file.size <= Self.most {
        inside.append(file)
        size += file.size
      } else {
        apart.append(file)
      }
    }
    return (inside, apart)
  }
}
