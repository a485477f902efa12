import Inspection
import Kit
import Papers
import Procedure
import Storage
import Web

/// The papers of a case as they stand: what there is, and what the steps taken still want.
struct PaperShelf {
  let record: CaseRecord
  let steps: [CaseStep]
  let file: CaseFile
  let procedure: Procedure
  let book: PaperBook
  /// Begun and issued, the oldest first.
  let papers: [CasePaper]

  var rows: [PaperRow] {
    papers.compactMap { paper in
      book[paper.template].map { PaperRow(paper: paper, template: $0, served: step(paper.step).flatMap(served)) }
    }
  }

  /// Papers of the steps taken that are not begun yet: first the main paper of the latest step.
  func offers(_ hand: PaperHand) -> [PaperOffer] {
    let made = Set(papers.map { "\($0.template) \($0.step ?? 0)" })
    let open = steps.reversed().flatMap { step in
      book.papers(of: step.taken.kind.rawValue).map { PaperOffer(template: $0, step: step) }
    }.filter {
      !made.contains("\($0.template.id) \($0.step?.taken.id ?? 0)") && hand.makes($0.template, of: record, procedure)
    }
    return open.filter(isMain) + open.filter { !isMain($0) }
  }

  func step(_ number: Int64?) -> CaseStep? { number.flatMap { number in steps.first { $0.taken.id == number } } }

  /// The template of the main paper of a step.
  func main(_ step: CaseStep) -> PaperTemplate? { procedure.definition(step.taken.kind)?.paper.flatMap { book[$0] } }

  func served(_ step: CaseStep) -> CivilDate? { procedure.served(step.taken, in: file) }

  private func isMain(_ offer: PaperOffer) -> Bool { offer.step.flatMap(main)?.id == offer.template.id }
}

extension Casework {
  func shelf(of record: CaseRecord, _ reader: Reader) throws -> PaperShelf {
    let steps = try CaseStepStore.steps(of: record.id, reader)
    return PaperShelf(
      record: record, steps: steps, file: try file(of: record, steps, reader), procedure: procedure, book: papers,
      papers: try CasePaperStore.papers(of: record.id, reader))
  }
}

/// A paper as lists show it.
struct PaperRow {
  let paper: CasePaper
  let template: PaperTemplate
  /// Nil: not served, or nobody said so.
  let served: CivilDate?
}

/// A paper that can be made: the template, and the step that it is of.
struct PaperOffer {
  let template: PaperTemplate
  let step: CaseStep?

  func link(_ id: ID<Case>) -> Link {
    Link("/cases/\(id)/papers/new/\(template.id)").asking([("step", step.map { "\($0.taken.id)" })])
  }
}
