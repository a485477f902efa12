package import Casework
package import Kit
package import Offenders
package import Offices
package import Storage
package import Web

/// New act (新的行为): a case, a visit or a clue in which somebody of the register was found again. The name of the kind
/// only; see `ActRecord`.
package enum NewAct {}

extension RefKind { package static let recurrence = RefKind("recurrence") }

extension Permission { package static let recurrenceSee = Permission("recurrence.see") }

extension Deed {
  package static let nameActor = Deed("recurrence.name")
  package static let decideRecurrence = Deed("recurrence.decide")
  package static let sweepRecurrences = Deed("recurrence.sweep")
  package static let chooseReading = Deed("recurrence.reading")
}

package enum ActState: String, CaseIterable, Sendable {
  /// The count does not reach the threshold: counted again as the register grows.
  case watched
  /// The alert is out: the head owes his decision.
  case waiting
  /// He decided that the officers report for a transfer.
  case transfer
  /// He decided that it is not transferred, with his reason.
  case kept

  package var title: String {
    switch self {
    case .watched: "没有达到两次"
    case .waiting: "等负责人决定"
    case .transfer: "决定移送"
    case .kept: "决定不移送"
    }
  }
}

/// A person of the register in a new act, and what became of it.
package struct ActRecord: Sendable {
  package let id: ID<NewAct>
  package let county: County
  package let person: ID<Offender>
  /// The case, visit or clue in which he was found.
  package let subject: Ref
  /// Number of the subject as it was: `清卫医立〔2026〕1号`.
  package let subjectTitle: String
  /// The case that deals with it, once there is one.
  package let lawCase: ID<Case>?
  package let on: CivilDate
  /// How the person stands at this act; nil: not known.
  package let standing: String?
  package let state: ActState
  /// To whom the decision falls; nil: to nobody yet.
  package let head: ID<Account>?
  /// Number of penalties and reading when the alert went out.
  package let raised: Raised?
  package let decision: Decision?
  package let at: Instant

  package var ref: Ref { Ref(.recurrence, id) }
  /// Without the person's name: it goes into lists of others.
  package var title: String { "再犯提示　\(subjectTitle)" }

  package struct Raised: Sendable, Hashable {
    package let number: Int
    package let reading: String
    package let at: Instant
  }

  package struct Decision: Sendable, Hashable {
    package let words: String
    package let by: String
    package let at: Instant
  }
}
