import Inspection
import Intake
import Kit
import Law
import Offices
import Papers
import Procedure
import Registers
import Storage

/// All that papers of a case are filled from, read once.
struct CasePaperFacts {
  let shelf: PaperShelf
  let agency: [AgencyDetail: String]
  /// Agency of the first officer: stands for the name where none was written.
  let officersAgency: String?
  /// Who recorded or decided the steps.
  let names: [Int64: String]
  /// Who reviewed the case last (法制审核).
  let reviewer: Person?
  let premises: Premises?
  let source: String?
  /// What the room of the party and the room of the evidence know.
  let party: PaperValues
  let evidence: [[String: String]]
  let items: [[String: String]]
  let payments: [CasePayment]
  let terms: PaperTerms
  let transfer: CaseTransfer?
  /// Numbers of the requests for help to other counties, the oldest first.
  let requests: [String]

  var record: CaseRecord { shelf.record }
  var steps: [CaseStep] { shelf.steps }
  var file: CaseFile { shelf.file }
  var procedure: Procedure { shelf.procedure }
  var papers: [CasePaper] { shelf.papers }

  func step(_ number: Int64?) -> CaseStep? { shelf.step(number) }
  func last(_ kind: StepKind) -> CaseStep? { steps.last { $0.taken.kind == kind } }
  /// The step that decided, last.
  var decision: CaseStep? { steps.last { [.decision, .noPenalty, .onTheSpot].contains($0.taken.kind) } }
  func has(_ kind: StepKind) -> Bool { last(kind) != nil }

  /// The number under which the main paper of a step was issued; filing and decision have theirs from the step on.
  func number(_ step: CaseStep) -> String? { step.number ?? issued(step)?.issue?.number }

  private func issued(_ step: CaseStep) -> CasePaper? {
    let main = shelf.main(step)?.id
    return papers.last { $0.template == main && $0.step == step.taken.id && $0.issue != nil }
  }

  func served(_ step: CaseStep) -> CivilDate? { shelf.served(step) }

  /// What was typed in the latest paper of a template.
  func earlier(_ template: String, before number: Int64? = nil) -> PaperTyping? {
    papers.last { $0.template == template && $0.number != number }?.typing
  }

  /// Supplied values that somebody typed in a paper because the house did not know them: the next paper knows them.
  var remembered: [String: String] {
    papers.flatMap(\.typing.texts).filter { name, text in
      PaperText.named[name] != nil && !text.isEmpty && !Self.ofOnePaper.contains { name.hasPrefix($0) }
    }.reduce(into: [:]) { $0[$1.key] = $1.value }
  }

  private static let ofOnePaper = ["about.", "approval.", "paper.", "service.", "step.", "term."]
}

/// Days and months that papers of remedies name, as the packs count them today; nil where no pack does.
struct PaperTerms {
  let payment: String?
  let reconsideration: String?
  let litigation: String?
  let decision: CivilDate?
  /// The end of the decision's term before the last step that moved it.
  let decisionBefore: CivilDate?
  let paymentDue: CivilDate?
}

extension Casework {
  /// `keys` open the particulars of the party; a list of papers does without.
  func paperFacts(_ record: CaseRecord, keys: Keys? = nil, _ reader: Reader) throws -> CasePaperFacts {
    let shelf = try shelf(of: record, reader)
    let (steps, file) = (shelf.steps, shelf.file)
    let accounts = steps.map(\.taken.by) + steps.flatMap(\.taken.facts.staff)
    return CasePaperFacts(
      shelf: shelf, agency: try AgencyDetailStore.details(of: record.county, reader),
      officersAgency: try Offices.person(record.team.first.id, reader)?.agencyName,
      names: try Offices.names(of: accounts, reader),
      reviewer: try steps.last { $0.taken.kind == .legalReview }.flatMap {
        try Offices.person(ID($0.taken.by), reader)
      },
      premises: try record.premises.flatMap { try Registers.premises($0, reader) }, source: try source(record, reader),
      party: try party(record, keys, reader), evidence: try evidence(of: record, reader),
      items: try items(of: record, reader),
      payments: try PaymentStore.payments(of: record, reader), terms: try paperTerms(record, steps, file, reader),
      transfer: try above.transfer(record.id, reader),
      requests: try AssistanceStore.ofCase(record.id, in: record.county, reader).reversed()
        .filter { $0.kind == .help }.map(\.number))
  }

  private func source(_ record: CaseRecord, _ reader: Reader) throws -> String? {
    if let visit = try record.visit.flatMap({ try Inspection.visit($0, reader) }) { return "监督检查（\(visit.number)）" }
    return try record.clue.flatMap { try Intake.clue($0, reader) }.map { "线索（\($0.number)）" }
  }

  private func paperTerms(_ record: CaseRecord, _ steps: [CaseStep], _ file: CaseFile, _ reader: Reader) throws
    -> PaperTerms
  {
    func count(_ key: String) -> String? { (try? law.terms.term(key, on: reader.today)).map { "\($0.count)" } }
    let clocks = procedure.clocks(file, law: law)
    let moves: Set<StepKind> = [.extension, .secondExtension, .suspension, .resumption]
    let before = steps.lastIndex { moves.contains($0.taken.kind) }
    let earlier = try before.map { try self.file(of: record, Array(steps[..<$0]), reader) }
    let dueBefore = earlier.flatMap { procedure.clocks($0, law: law).first { $0.name == .decision }?.due }
    return PaperTerms(
      payment: count("payment"), reconsideration: count("reconsideration.apply"), litigation: count("litigation.apply"),
      decision: clocks.first { $0.name == .decision }?.due, decisionBefore: dueBefore,
      paymentDue: clocks.first { $0.name == .payment }?.due)
  }
}
