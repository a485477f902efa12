import Kit

@testable import Procedure
@testable import ProcedureWalk

/// What a careful clerk does next: chance alone hardly ever strings together all that a decision needs.
extension Walking {
  mutating func nextOnTheWay(_ proposal: Proposal) -> Taken? {
    let file = proposal.file
    let done = Set(file.steps[(file.steps.lastIndex { $0.kind == .investigationEnd } ?? 0)...].map(\.kind))
    let open = [file.officers.first ?? 1, 10, 20, 30].compactMap(ProcedureWalk.Cast.person).flatMap { person in
      procedure.offers(file, as: person, on: proposal.today).filter(\.isOpen).map { (person.account, $0) }
    }
    let fitting = open.filter { _, offer in
      let kind = offer.step.kind
      return !proposal.avoided.contains(kind) && (Self.again.contains(kind) || !done.contains(kind))
    }
    let next = fitting.compactMap { each in Self.way.firstIndex(of: each.1.step.kind).map { ($0, each) } }
      .max { $0.0 < $1.0 }?.1
    guard let (account, offer) = next else { return nil }
    let (kind, about) = (offer.step.kind, offer.about.last)
    return Taken(
      id: proposal.id, kind: kind, on: proposal.today, by: account,
      officers: file.officers.isEmpty ? [1, 2] : file.officers,
      about: about, facts: proposal.facts(kind, proposal.today, about, &dice))
  }

  /// The furthest along comes first.
  private static let way: [StepKind] = [
    .filing, .questioning, .investigationEnd, .priorNotice, .defenceReview, .hearingNotice, .legalReview, .discussion,
    .hearing, .hearingReport, .decision, .noPenalty, .payment, .closing, .archive, .service,
  ]
  private static let again: Set<StepKind> = [.service, .payment, .closing, .archive]
}
