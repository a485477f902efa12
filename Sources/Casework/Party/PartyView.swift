import Inspection
import Kit
import Law
import Offices
import Papers
import Procedure
import Storage

/// The case as its party sees it (当事人视图): nothing of other cases, of reporters and clues, of review and discussion, of
/// the officers' notes, of other people. Everything on its page comes from here.
struct PartyView {
  let number: String
  let cause: String
  let county: String
  /// Who reconsiders, as the agency wrote it for its papers; nil: not written, and not guessed.
  let reconsideration: String?
  let filedOn: CivilDate
  let stage: String
  let papers: [PartyPaper]
  /// Terms that the party has.
  let clocks: [Clock]
  let chances: [PartyChance]
  let money: PartyMoney?
  let contest: [PartyWords]
  let receipts: [PartyReceipt]
  let days: PartyDays?
  let isClosed: Bool
  let words: PartyBook
  let surcharge: Surcharge?
  let calendar: WorkCalendar
  let today: CivilDate
}

/// A paper that the party may read: issued to it and served.
struct PartyPaper {
  let title: String
  let on: CivilDate
  let served: CivilDate
  /// Kinds and amounts of penalty, until when.
  let details: [String]
  /// What was told: facts, reasons, content. Empty where the step's text is not for the party.
  let reasons: String
  /// The number within its case of the paper as it was issued; nil: none was.
  let issued: Int64?
}

/// An act that the party may do now, or why it may not.
struct PartyChance {
  let act: PartyAct
  let outcomes: [StepChoice]
  let closed: [Closed]
  var isOpen: Bool { closed.isEmpty }
}

extension Casework {
  func partyView(of id: ID<Case>, _ reader: Reader) throws -> PartyView? {
    guard let record = try CaseStore.find(id, reader) else { return nil }
    let steps = try CaseStepStore.steps(of: id, reader)
    let file = try file(of: record, steps, reader)
    let known = try knownFile(record, steps, file, reader)
    return PartyView(
      number: record.number, cause: record.violation.name, county: try Offices.countyName(record.county, reader),
      reconsideration: try Self.agency(of: record.county, reader)[.reconsideration],
      filedOn: record.filedOn, stage: procedure.party.words(record.stage),
      papers: try partyPapers(of: id, steps, file, reader),
      clocks: procedure.clocks(known, law: law).filter { $0.owes == .party && $0.pausedSince == nil },
      chances: chances(file, known, on: reader.today), money: shownMoney(file, on: reader.today),
      contest: contest(file, on: reader.today), receipts: try PartyStore.receipts(of: id, reader),
      days: try PartyStore.days(of: id, reader), isClosed: record.state == .closed, words: procedure.party,
      surcharge: law.terms.surcharge("surcharge"), calendar: law.calendar, today: reader.today)
  }

  /// The papers that the party may read: the one place that decides it. Meant for the party (`party-papers`), and served
  /// by the day: nobody learns of a decision here before it reached him.
  func partyPapers(of id: ID<Case>, _ steps: [CaseStep], _ file: CaseFile, _ reader: Reader) throws -> [PartyPaper] {
    let (today, issued) = (reader.today, try CasePaperStore.papers(of: id, reader).filter { $0.issue != nil })
    return steps.compactMap { step in
      let kind = step.taken.kind
      guard procedure.party.papers.contains(kind), let served = procedure.served(step.taken, in: file), served <= today
      else { return nil }
      return PartyPaper(
        title: procedure.title(kind), on: step.taken.on, served: served,
        details: StepWords(procedure, step.taken).details
          + [step.taken.facts.place.map { "地点：\($0)" }].compactMap { $0 },
        reasons: procedure.party.reasons.contains(kind) ? step.note : "",
        issued: issued.last { $0.step == step.taken.id && papers[$0.template]?.audience == .party }?.number)
    }
  }

  /// A paper as the party holds it in hand. Nil for every paper but those that its page lists.
  func partyPaper(_ number: Int64, of id: ID<Case>, _ reader: Reader) throws -> PaperDocument? {
    guard let record = try CaseStore.find(id, reader) else { return nil }
    let steps = try CaseStepStore.steps(of: id, reader)
    let listed = try partyPapers(of: id, steps, try file(of: record, steps, reader), reader)
    guard listed.contains(where: { $0.issued == number }) else { return nil }
    return try CasePaperStore.paper(number, of: id, reader).map { try document($0, reader) }
  }

  /// Neither sums nor remedies before the decision is served.
  private func isDecisionServed(_ file: CaseFile, on today: CivilDate) -> Bool {
    (procedure.standing(file)?.decision).flatMap { procedure.served($0, in: file) }.map { $0 <= today } ?? false
  }

  private func shownMoney(_ file: CaseFile, on today: CivilDate) -> PartyMoney? {
    isDecisionServed(file, on: today) ? money(file, on: today) : nil
  }

  /// The decision that the party does not know of yet: made, and not served by the day (《行政处罚法》第六十一条).
  func unknownDecision(_ file: CaseFile, on today: CivilDate) -> Taken? {
    let last = file.steps.last { [.decision, .noPenalty].contains($0.kind) }
    return last.flatMap { procedure.served($0, in: file).map { $0 <= today } == true ? nil : $0 }
  }

  /// The case as far as the party knows it: without a decision that was not served, and what came after.
  func knownFile(_ record: CaseRecord, _ steps: [CaseStep], _ file: CaseFile, _ reader: Reader) throws -> CaseFile {
    guard let unknown = unknownDecision(file, on: reader.today) else { return file }
    return try self.file(of: record, steps.filter { $0.taken.id < unknown.id }, reader)
  }

  /// While the party does not know of a decision, it reads what held before, and that nothing is taken in now: no reason
  /// names the decision.
  private func chances(_ file: CaseFile, _ known: CaseFile, on today: CivilDate) -> [PartyChance] {
    guard unknownDecision(file, on: today) != nil else { return chances(file, on: today) }
    return chances(known, on: today).map { chance in
      guard chance.isOpen, chance.act.step != nil else { return chance }
      return PartyChance(
        act: chance.act, outcomes: [], closed: [procedure.party.words(.underReview)?.closed].compactMap { $0 })
    }
  }

  private func chances(_ file: CaseFile, on today: CivilDate) -> [PartyChance] {
    let offers = procedure.offers(file, as: ActingPerson(account: Actor.party.number, rights: [.party]), on: today)
    return PartyAct.allCases.map { act in
      let offer = offers.first { $0.step.kind == act.step }
      return PartyChance(act: act, outcomes: offer?.step.outcomes ?? [], closed: offer?.reasons ?? [])
    }
  }

  /// How to contest a decision that was served.
  private func contest(_ file: CaseFile, on today: CivilDate) -> [PartyWords] {
    guard isDecisionServed(file, on: today), let decision = procedure.standing(file)?.decision else { return [] }
    let suit: PartySentence = decision.kind == .onTheSpot ? .reconsiderationFirst : .litigation
    return [.reconsideration, suit, .afterReconsideration, .noSuspension].compactMap { procedure.party.words($0) }
  }
}
