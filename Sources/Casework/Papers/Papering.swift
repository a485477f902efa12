internal import Inspection
package import Kit
internal import Offices
package import Papers
package import Procedure
package import Storage
internal import Web

extension Casework {
  /// Begins a paper of a case as a draft: what is still empty may stay so, what is typed must be right. Refuses a template or
  /// a step that is not there, whoever may not make this paper (`PaperHand`), a day after today, and an archived case.
  package func draft(
    _ new: NewPaper, in id: ID<Case>, as rights: Set<ActingRight>, _ tx: Transaction
  ) throws -> Int64 {
    let record = try found(id, tx)
    let template = try template(new.template)
    try refuse(template, record, rights, tx)
    try check(new.day, new.typing, template, tx)
    let step = try step(new.step, of: template, record, tx)
    let number = try CasePaperStore.insert(
      NewPaper(template: template.id, step: step?.taken.id, day: new.day, typing: new.typing), of: id, tx)
    tx.tell(record.ref, "为案件\(record.number)起草“\(template.title)”")
    return number
  }

  /// Writes a draft anew. Refuses what `draft` refuses, and an issued paper.
  package func redraft(
    _ number: Int64, _ day: CivilDate, _ typing: PaperTyping, of id: ID<Case>, as rights: Set<ActingRight>,
    _ tx: Transaction
  ) throws {
    let (record, paper, template) = try open(number, of: id, rights, tx)
    try check(day, typing, template, tx)
    try CasePaperStore.update(paper, day, typing, tx)
    tx.tell(record.ref, "修改案件\(record.number)的“\(template.title)”草稿")
  }

  /// Throws a draft away. Refuses an issued paper.
  package func discard(_ number: Int64, of id: ID<Case>, as rights: Set<ActingRight>, _ tx: Transaction) throws {
    let (record, paper, template) = try open(number, of: id, rights, tx)
    try CasePaperStore.delete(paper, tx)
    tx.tell(record.ref, "删除案件\(record.number)的“\(template.title)”草稿")
  }

  /// Issues a paper (出具): draws its number, fixes text and hash; it never changes afterwards.
  ///
  /// Refuses what the form demands and is empty; gaps, where the paper leaves the house; the number of a step that was not
  /// taken or that stands on a paper already. The first paper for the party also makes the party's code, which needs `keys`. What only stays in the file (笔录、回证) may keep lines to write by hand where
  /// `byHand` says so.
  @discardableResult
  package func issue(
    _ number: Int64, byHand: Bool = false, of id: ID<Case>, as rights: Set<ActingRight>, keys: Keys? = nil,
    _ tx: Transaction
  ) throws -> PaperIssue {
    let (record, paper, template) = try open(number, of: id, rights, tx)
    let answers = try template.answers(paper.typing)
    let facts = try paperFacts(record, keys: keys, tx)
    let own = try ownNumber(template, facts)
    if let own, try CasePaperStore.isUsed(own, tx) { throw CasePaperRefusal.numberGiven(own) }
    var values = CasePaperValues(facts, template, facts.step(paper.step), on: paper.day).values(paper.typing)
    values[.paperNumber] = own ?? template.number
    try refuseGaps(template.document(values.adding(answers)), template, byHand: byHand)
    if let sign = template.number, own == nil {
      let (before, behind) = template.countWords
      values[.paperNumber] = try Offices.number(Series(sign: sign, digits: 1, prefix: before, suffix: behind), tx)
    }
    let document = template.document(values.adding(answers))
    try CasePaperStore.issue(paper, document, tx)
    if template.audience == .party, let keys { try ownCode(of: record, keys, tx) }
    try keepWaits(record, facts.file, after: nil, tx)
    tx.tell(
      record.ref, "为案件\(record.number)出具“\(template.title)”\(document.number ?? "")",
      [Change("校验值", nil, document.hash)])
    return PaperIssue(number: document.number, by: tx.actor.number, at: tx.now, digest: document.hash)
  }

  /// The document as it would be printed now; of an issued paper the one that was kept.
  ///
  /// Refuses a kept record whose bytes are not those that were hashed.
  package func document(_ paper: CasePaper, keys: Keys? = nil, _ reader: Reader) throws -> PaperDocument {
    if let issue = paper.issue {
      let document = try PaperDocument(record: try CasePaperStore.record(paper, reader) ?? [])
      guard document.hash == issue.digest else { throw PaperRefusal.brokenRecord(line: 1) }
      return document
    }
    guard let record = try CaseStore.find(paper.lawCase, reader) else { throw MissingRecord("起案件") }
    let (template, facts) = (try template(paper.template), try paperFacts(record, keys: keys, reader))
    return try preview(template, facts, facts.step(paper.step), paper.day, paper.typing)
  }

  /// With the words “出具时编号” in the place of a number that is not drawn yet.
  func preview(
    _ template: PaperTemplate, _ facts: CasePaperFacts, _ step: CaseStep?, _ day: CivilDate, _ typing: PaperTyping
  ) throws -> PaperDocument {
    var values = CasePaperValues(facts, template, step, on: day).values(typing)
    if template.number != nil { values[.paperNumber] = (try? ownNumber(template, facts)) ?? "（出具时编号）" }
    return template.document(values.adding(try template.answers(typing, isDraft: true)))
  }
}

/// Preconditions.
extension Casework {
  func template(_ id: String) throws -> PaperTemplate {
    guard let template = papers[id] else { throw MissingRecord("种文书") }
    return template
  }

  func refuse(_ template: PaperTemplate, _ record: CaseRecord, _ rights: Set<ActingRight>, _ tx: Transaction) throws {
    let hand = PaperHand(account: tx.actor.number, rights: rights, try CaseStepStore.steps(of: record.id, tx))
    guard hand.makes(template, of: record, procedure) else { throw CasePaperRefusal.notYours(title: template.title) }
    if record.stage == .archived, template.kind != .archive { throw CasePaperRefusal.archived }
  }

  private func open(
    _ number: Int64, of id: ID<Case>, _ rights: Set<ActingRight>, _ tx: Transaction
  ) throws -> (CaseRecord, CasePaper, PaperTemplate) {
    let record = try found(id, tx)
    guard let paper = try CasePaperStore.paper(number, of: id, tx) else { throw MissingRecord("份文书") }
    let template = try template(paper.template)
    try refuse(template, record, rights, tx)
    guard paper.issue == nil else { throw CasePaperRefusal.alreadyIssued(title: template.title) }
    return (record, paper, template)
  }

  private func check(_ day: CivilDate, _ typing: PaperTyping, _ template: PaperTemplate, _ tx: Transaction) throws {
    if day > tx.today { throw CasePaperRefusal.dayInFuture(today: tx.today) }
    _ = try template.answers(typing, isDraft: true)
  }

  /// The step that a paper is of: the one that was asked for, else the last of its kind. Refuses a step of another kind.
  func step(_ number: Int64?, of template: PaperTemplate, _ record: CaseRecord, _ reader: Reader) throws -> CaseStep? {
    let steps = try CaseStepStore.steps(of: record.id, reader)
    guard let kind = template.kind else { return nil }
    guard let number else { return steps.last { $0.taken.kind == kind } }
    guard let step = steps.first(where: { $0.taken.id == number }), step.taken.kind == kind else {
      throw MissingRecord("个步骤")
    }
    return step
  }

  /// A filing, a decision, a transfer to the police and a request for help have drawn their number with the deed; their main
  /// paper carries it and draws none.
  private func ownNumber(_ template: PaperTemplate, _ facts: CasePaperFacts) throws -> String? {
    if template.number == Self.series.sign { return try helpNumber(template, facts) }
    guard let kind = template.kind, procedure.definition(kind)?.paper == template.id else { return nil }
    switch kind {
    case .filing: return facts.record.number
    case .decision, .noPenalty, .onTheSpot:
      guard facts.last(kind) != nil, let number = facts.record.decision?.number else {
        throw CasePaperRefusal.stepNotTaken(title: template.title, step: procedure.title(kind))
      }
      return number
    case .crimeTransfer:
      guard let letter = facts.transfer?.letter else {
        throw CasePaperRefusal.stepNotTaken(title: template.title, step: "批准移送")
      }
      return letter
    default: return nil
    }
  }

  /// The oldest request for help that has no letter yet; where all have one, the last.
  private func helpNumber(_ template: PaperTemplate, _ facts: CasePaperFacts) throws -> String {
    let used = Set(facts.papers.compactMap { $0.issue?.number })
    guard let number = facts.requests.first(where: { !used.contains($0) }) ?? facts.requests.last else {
      throw CasePaperRefusal.stepNotTaken(title: template.title, step: AssistanceKind.help.title)
    }
    return number
  }

  private func refuseGaps(_ document: PaperDocument, _ template: PaperTemplate, byHand: Bool) throws {
    let gaps = document.gaps
    if gaps.isEmpty || template.audience == .internal && byHand { return }
    throw CasePaperRefusal.gaps(gaps.map(template.title), ofAgency: gaps.contains { AgencyDetail.names.contains($0) })
  }
}
