import Kit
import Papers
import Procedure
import Web

/// Words that pages of papers share.
enum PaperWords {
  static func audience(_ audience: PaperTemplate.Audience) -> String {
    switch audience {
    case .party: "给当事人的"
    case .internal: "留在案卷里的"
    case .police: "给公安机关的"
    case .procuratorate: "给检察机关的"
    case .court: "给法院的"
    case .agency: "给其他机关的"
    case .public: "对外公开、张贴的"
    }
  }

  /// Where a paper stands.
  static func state(_ row: PaperRow) -> HTML {
    guard row.paper.issue != nil else { return Chip.half.html("草稿") }
    guard row.template.isServed else { return Chip.done.html("已出具") }
    return row.served == nil ? Chip.warn.html("已出具，待送达") : Chip.done.html("已送达")
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

extension CasePaperFacts {
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

  private func isMain(_ offer: PaperOffer) -> Bool { offer.step.flatMap(main)?.id == offer.template.id }
}
