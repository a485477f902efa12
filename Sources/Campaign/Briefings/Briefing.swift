internal import Kit
internal import Offices
internal import Papers
internal import Storage

/// The kinds of papers that the office of a campaign makes. Their words are data: `Content/office-papers/`.
enum BriefingKind: String, Sendable, CaseIterable {
  /// 工作简报: what was done, in figures of the day.
  case briefing
  /// 通报: praise and criticism from facts.
  case bulletin
  /// 督办单: one demand on one duty.
  case demand
  /// 会议纪要: one meeting that was held.
  case minutes

  var template: String { "campaign-\(rawValue)" }

  var title: String {
    switch self {
    case .briefing: "工作简报"
    case .bulletin: "通报"
    case .demand: "督办单"
    case .minutes: "会议纪要"
    }
  }

  /// What speaks for the whole campaign is approved by somebody else. A demand and the minutes say what a named person pressed and
  /// what a meeting decided; they stand in the records already.
  var needsApproval: Bool { self == .briefing || self == .bulletin }
}

struct BriefingRecord: Sendable {
  struct Issue: Sendable {
    let number: String
    let at: Instant
    let by: String
    let digest: String
  }

  let id: ID<Briefing>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let kind: BriefingKind
  /// The duty of a demand, the meeting of minutes.
  let about: Int64?
  let title: String
  let typing: PaperTyping
  let author: Int64
  let authorName: String
  /// Who wrote it last.
  let editor: Int64
  let made: Instant
  let issue: Issue?

  var ref: Ref { Ref(.briefing, id) }

  /// Title and every typed word are approved together. The ledger gets none of them: they may name people.
  var matter: ApprovalMatter {
    let parts = [kind.rawValue, title] + typing.texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    return ApprovalMatter(
      ref: ref, title: "\(kind.title)（\(campaignTitle.clipped(to: 60))）",
      digest: SHA256.hex(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")),
      authors: [author, editor], campaign: campaign.value)
  }
}

struct NewBriefing: Sendable {
  let kind: BriefingKind
  let about: Int64?
  let typing: PaperTyping

  /// What the paper is called in lists: its heading, else what it presses for.
  var title: String {
    (typing.texts["heading"] ?? typing.texts["matter"] ?? kind.title).trimmed.clipped(to: 120)
  }
}

/// Deeds on the papers of the office. An issued paper is read from its record only and never changes.
extension Campaign {
  func draft(_ new: NewBriefing, of campaign: CampaignSummary, _ tx: Transaction) throws -> ID<Briefing> {
    _ = try template(new.kind).answers(new.typing, isDraft: true)
    let id: ID<Briefing> = tx.world.newID()
    try BriefingStore.insert(new, id, of: campaign.id, tx)
    // What was typed may name people: it stays in the row.
    tx.tell(Ref(.briefing, id), "起草\(new.kind.title)")
    tx.tell(campaign.ref, "起草\(new.kind.title)")
    return id
  }

  /// Refuses an issued paper. What was approved before has to be approved again.
  func redraft(_ id: ID<Briefing>, _ typing: PaperTyping, _ tx: Transaction) throws {
    let record = try open(id, tx)
    _ = try template(record.kind).answers(typing, isDraft: true)
    guard typing != record.typing else { return }
    let title = NewBriefing(kind: record.kind, about: record.about, typing: typing).title
    try BriefingStore.update(id, title, typing, tx)
    tx.tell(record.ref, "修改\(record.kind.title)草稿")
  }

  /// Draws the number, fixes text and hash. Refuses empty demanded fields, and a briefing or bulletin that nobody approved as it is.
  func issue(_ id: ID<Briefing>, _ tx: Transaction) throws {
    let record = try open(id, tx)
    let template = try template(record.kind)
    let answers = try template.answers(record.typing)
    if record.kind.needsApproval { try Approvals.refuseUnapproved(record.matter, tx) }
    let count = template.countWords
    let series = Series(
      sign: template.number ?? record.kind.title, digits: 1, prefix: count.before, suffix: count.behind)
    var values = PaperValues()
    values[.agencyName] = try Offices.person(ID(tx.actor.number), tx)?.agencyName
    values.set(.paperDate, tx.today)
    values[.paperNumber] = try Offices.number(series, tx)
    let document = template.document(values.adding(answers))
    try BriefingStore.issue(id, document, tx)
    tx.tell(
      record.ref, "印发\(record.kind.title)\(document.number ?? "")", [Change("校验值", nil, document.hash)])
    tx.tell(Ref(.campaign, record.campaign), "印发\(record.kind.title)\(document.number ?? "")")
  }

  /// Refuses a kept record whose bytes are not those that were hashed, and a draft: without number and hash it is no paper.
  func document(_ record: BriefingRecord, _ reader: Reader) throws -> PaperDocument {
    guard let issue = record.issue, let bytes = try BriefingStore.record(record.id, reader) else {
      throw BriefingRefusal.notIssued
    }
    let document = try PaperDocument(record: bytes)
    guard document.hash == issue.digest else { throw PaperRefusal.brokenRecord(line: 1) }
    return document
  }

  func template(_ kind: BriefingKind) throws -> PaperTemplate {
    guard let template = papers[kind.template] else { throw MissingRecord("种文书") }
    return template
  }

  func open(_ id: ID<Briefing>, _ reader: Reader) throws -> BriefingRecord {
    guard let record = try BriefingStore.find(id, reader) else { throw MissingRecord("份整治办文书") }
    guard record.issue == nil else { throw BriefingRefusal.issued }
    return record
  }
}
