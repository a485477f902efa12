internal import Kit
internal import Law
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

  /// What speaks for the whole campaign is always approved by somebody else. A demand and the minutes say what a named person pressed
  /// and what a meeting decided: as long as they say just that.
  var alwaysNeedsApproval: Bool { self == .briefing || self == .bulletin }
}

struct BriefingRecord: Sendable {
  struct Issue: Sendable {
    let number: String
    let at: Instant
    let by: String
    let digest: String
  }

  /// A draft that was given up (弃用), or an issued paper that no longer holds (作废).
  struct Void: Sendable {
    let at: Instant
    let by: String
    /// Of an issued paper.
    let reason: String?
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
  let void: Void?

  var ref: Ref { Ref(.briefing, id) }
  /// Issued, holds, and speaks to more than one person.
  var mayBeSent: Bool { (try? Circulation.sendable(self)) != nil }

  /// Title and every typed word are approved together. The title of the matter is neutral: what was typed may name people and
  /// stays out of duties and ledger.
  func matter(_ reader: Reader) throws -> ApprovalMatter {
    ApprovalMatter(
      ref: ref, title: "\(kind.title)（\(campaignTitle.clipped(to: 60))）", digest: digest,
      authors: try ApprovalStore.authors(of: ref, reader).union([author, editor]), campaign: campaign.value)
  }

  var digest: String {
    let parts = [kind.rawValue, title] + typing.texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    return SHA256.hex(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
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
    if new.kind.alwaysNeedsApproval {
      try FigureStore.keep(figuresNow(campaign, tx).map { KeptFigure($0) }, of: id, tx)
    }
    try ApprovalStore.addAuthor(of: Ref(.briefing, id), tx)
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
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(record.ref, "修改\(record.kind.title)草稿")
  }

  /// Whether somebody else approves it before it goes out: a briefing and a bulletin; a demand and minutes where a word differs from
  /// what the records say now, or the records no longer say it.
  func needsApproval(_ record: BriefingRecord, _ reader: Reader) throws -> Bool {
    guard !record.kind.alwaysNeedsApproval else { return true }
    do {
      let said = try start(record.kind, about: record.about, of: find(record.campaign, reader), reader)
      return try template(record.kind).asks.contains {
        Self.lines(said[$0.key]) != Self.lines(record.typing.texts[$0.key])
      }
    } catch let refusal as BriefingRefusal where refusal == .nothingAbout {
      return true
    }
  }

  /// Blanks at the ends of lines and how lines are broken are no difference.
  private static func lines(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Draws the number, fixes text and hash. Refuses empty demanded fields, and what nobody approved as it is where it needs that.
  func issue(_ id: ID<Briefing>, _ tx: Transaction) throws {
    let record = try open(id, tx)
    let template = try template(record.kind)
    let answers = try template.answers(record.typing)
    if try needsApproval(record, tx) { try Approvals.refuseUnapproved(record.matter(tx), tx) }
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
    guard record.void == nil else { throw BriefingRefusal.void }
    guard let issue = record.issue, let bytes = try BriefingStore.record(record.id, reader) else {
      throw BriefingRefusal.notIssued
    }
    let document = try PaperDocument(record: bytes)
    guard document.hash == issue.digest else { throw PaperRefusal.brokenRecord(line: 1) }
    return document
  }

  /// Gives up a draft (弃用): it is read on, and neither changed nor issued. A request that waits for an answer is taken back. Refuses
  /// an issued paper.
  func discard(_ id: ID<Briefing>, _ tx: Transaction) throws {
    let record = try open(id, tx)
    try Approvals.takeBack(try record.matter(tx), because: "草稿弃用", tx)
    try BriefingStore.void(id, nil, tx)
    tx.tell(record.ref, "弃用\(record.kind.title)草稿", [Change("状态", "草稿", "已弃用")])
  }

  /// Says that an issued paper no longer holds (作废). Its number stays drawn and is never given again; it is neither printed nor
  /// downloaded any more. Whoever got a copy is told, or gets the paper that takes its place. Refuses a draft, and what
  /// `Circulation.withdraw` refuses.
  func withdraw(
    _ id: ID<Briefing>, because reason: String, successor: ID<Briefing>? = nil, _ tx: Transaction
  ) throws {
    guard let record = try BriefingStore.find(id, tx) else { throw MissingRecord("份整治办文书") }
    guard let issue = record.issue else { throw BriefingRefusal.notIssued }
    guard record.void == nil else { throw BriefingRefusal.void }
    let next = try successor.map { other in
      guard let paper = try BriefingStore.find(other, tx) else { throw CirculationRefusal.noSuccessor }
      return paper
    }
    try BriefingStore.void(id, reason, tx)
    try Circulation.withdraw(record, successor: next, roles: roles, law.calendar, tx)
    tx.tell(record.ref, "作废\(record.kind.title)\(issue.number)", [Change("状态", "已印发", "已作废")])
    tx.tell(Ref(.campaign, record.campaign), "作废\(record.kind.title)\(issue.number)")
  }

  func template(_ kind: BriefingKind) throws -> PaperTemplate {
    guard let template = papers[kind.template] else { throw MissingRecord("种文书") }
    return template
  }

  func open(_ id: ID<Briefing>, _ reader: Reader) throws -> BriefingRecord {
    guard let record = try BriefingStore.find(id, reader) else { throw MissingRecord("份整治办文书") }
    guard record.issue == nil else { throw BriefingRefusal.issued }
    guard record.void == nil else { throw BriefingRefusal.void }
    return record
  }
}
