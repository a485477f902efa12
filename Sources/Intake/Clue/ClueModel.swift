import Campaign
import Duties
import Kit
import Law
import Offices
import Registers
import Storage
import Web

/// What the page of a clue and the pages of its steps need.
struct ClueModel: Sendable {
  let clue: ClueRecord
  let today: CivilDate
  let calendar: WorkCalendar
  let owner: String
  let town: String?
  /// Titles as links, or in plain words where the reader may not open them.
  let campaign: HTML?
  let task: HTML?
  let premises: HTML?
  let files: [Attachment]
  let duties: [OpenDuty]
  let history: [LedgerEntry]
  /// What other rooms show on this clue: visits, cases.
  let panels: HTML
  let isNamed: Bool
  /// Who has it now or was asked to take it; nil where it lies with its owner.
  let away: String?
  let book: ChannelBook
  let entry: ClueEntry?
  let merging: Merging
  /// Taken out of another writing.
  let isPart: Bool
  let mayWork: Bool
  let mayAssign: Bool
  let choices: Choices
  let search: Search?

  /// What the forms of the steps offer.
  struct Choices: Sendable {
    let officers: [Person]
    let tasks: [TaskChoice]
    let towns: [Region]
    /// The usual last day for the answer, were it accepted today.
    let answerDue: CivilDate
  }

  /// Typed words and the premises that hold them.
  struct Search: Sendable {
    static let most = 10
    let words: String
    let found: [Premises]
  }
}

extension ClueModel {
  static func read(_ call: Call, _ intake: Intake, _ reader: Reader) throws -> ClueModel {
    let (id, viewer, words) = (try call.id(Clue.self), try call.person(), call.asked("premises"))
    let (today, records, attachments) = (call.today, call.records, call.database.attachments)
    guard let clue = try ClueStore.find(id, reader) else { throw MissingRecord("条线索") }
    return try ClueModel(clue, viewer, intake, words, today, records, attachments, reader)
  }

  private init(
    _ clue: ClueRecord, _ viewer: Viewer, _ intake: Intake, _ words: String?, _ today: CivilDate, _ records: Records,
    _ attachments: Attachments, _ reader: Reader
  ) throws {
    self.clue = clue
    self.today = today
    calendar = intake.law.calendar
    owner = try Offices.person(clue.owner, reader)?.label ?? "—"
    let towns = try Offices.towns(of: clue.county, on: today, reader)
    town = towns.first { $0.number == clue.town }?.name
    let links = LinkWriter(records: records, viewer: viewer)
    campaign = try links.html(clue.campaign.map { Ref(.campaign, $0) }, reader)
    task = try links.html(clue.task.map { Ref(.task, $0) }, reader)
    premises = try links.html(clue.premises, reader)
    files = try attachments.list(of: clue.ref, reader)
    duties = try Duties.waiting(on: clue.ref, reader)
    history = try LedgerReading.history(of: clue.ref, reader)
    panels = try records.panels(for: clue.ref, viewer: viewer, reader)
    isNamed = try ReporterStore.isNamed(clue.id, reader)
    away = try ReferralStore.open(of: clue.id, parent: 0, reader)?.to
    book = intake.channels
    let entry = try ChannelStore.entry(clue.id, reader)
    self.entry = entry
    merging = try Merging(clue, viewer, today, reader)
    isPart = try SplitStore.origin(of: clue.id, reader) != nil
    mayWork = viewer.may(.clueWork)
    mayAssign = viewer.may(.clueAssign)
    choices = try Choices(clue, entry ?? .plain, intake, towns, today, reader)
    search = try words.map {
      Search(words: $0, found: try Registers.candidates($0, county: clue.county, limit: Search.most, reader))
    }
  }
}

extension ClueModel.Choices {
  fileprivate init(
    _ clue: ClueRecord, _ entry: ClueEntry, _ intake: Intake, _ towns: [Region], _ today: CivilDate, _ reader: Reader
  ) throws {
    officers = try Offices.people(in: clue.county, holding: .clueWork, roles: intake.roles, reader)
    tasks = try Campaign.tasks(in: clue.county, on: today, reader)
    self.towns = towns
    answerDue = try intake.clock(
      .answer, clue.channel, entry.matter, in: clue.county, from: today, reader
    ).due.date
  }
}

/// Names a record, as a link where the reader may see it.
private struct LinkWriter {
  let records: Records
  let viewer: Viewer

  func html(_ ref: Ref?, _ reader: Reader) throws -> HTML? {
    guard let ref, let kind = records[ref.kind], let face = try kind.face(ref.number, reader) else { return nil }
    guard viewer.scope(kind.see)?.allows(face.place) == true else { return "\(face.title)" }
    return "<a href=\"\(link: kind.link(ref.number))\">\(face.title)</a>"
  }
}
