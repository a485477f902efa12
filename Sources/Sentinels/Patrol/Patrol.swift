import Intake
package import Kit
import Offices
package import Storage

/// Patrol (巡查): somebody went and looked, by plan or not; nothing found is an answer too. The name of the kind only; see
/// `PatrolRecord`.
package enum Patrol {}

extension RefKind { package static let patrol = RefKind("patrol") }

extension Deed {
  package static let planPatrol = Deed("sentinels.plan-patrol")
  package static let recordPatrol = Deed("sentinels.record-patrol")
  package static let dropPatrol = Deed("sentinels.drop-patrol")
}

enum PatrolState: String, CaseIterable, Sendable {
  case planned, done, dropped

  var title: String {
    switch self {
    case .planned: "待巡查"
    case .done: "看过"
    case .dropped: "不看了"
    }
  }
}

/// A patrol as it stands.
struct PatrolRecord: Sendable {
  let id: ID<Patrol>
  let county: County
  let town: Int64
  /// Region number; 0 where a whole town was meant.
  let village: Int64
  let state: PatrolState
  /// What is to be looked for, of one that was planned; empty for a spontaneous one.
  let wanted: String
  /// Who sees to it that it is done: whoever was asked, else the supervision contact or the officer who went.
  let owner: ID<Account>
  let due: CivilDate?
  let seen: PatrolSeen?

  var ref: Ref { Ref(.patrol, id) }
}

/// What was looked at and found (巡查结果).
struct PatrolSeen: Sendable {
  /// Kinds of places.
  let looked: String
  let place: String
  /// The clue that came of it; nil where nothing was found.
  let clue: ID<Clue>?
  /// Of the post whose telephone told it, else of the officer.
  let post: ID<Post>?
  let account: ID<Account>?
  let on: CivilDate
}

struct NewPatrolPlan: Sendable {
  let town: Int64
  let village: Int64
  let wanted: String
  let owner: ID<Account>
  let due: CivilDate
}

/// A patrol as a form tells it.
struct NewPatrol: Sendable {
  let town: Int64
  let village: Int64
  let looked: String
  let place: String
  /// What was found; nil: nothing.
  let found: Finding?
  let on: CivilDate
  /// The planned one that this answers.
  let plan: ID<Patrol>?
  /// Of one sending of one form: the same form a second time is known by it.
  let mark: String

  struct Finding: Sendable {
    let topic: ReportTopic
    let text: String
  }
}

/// What patrols refuse.
enum PatrolRefusal: Refusal, Hashable {
  case unknownPlace
  case dueBeforeToday
  case future
  case notOpen
  case otherPlace
  case notOfficer
  case nothingLooked

  var code: String {
    switch self {
    case .unknownPlace: "sentinels.patrol-place"
    case .dueBeforeToday: "sentinels.patrol-due"
    case .future: "sentinels.patrol-future"
    case .notOpen: "sentinels.patrol-not-open"
    case .otherPlace: "sentinels.patrol-other-place"
    case .notOfficer: "sentinels.patrol-owner"
    case .nothingLooked: "sentinels.patrol-looked"
    }
  }

  var sentence: String {
    switch self {
    case .unknownPlace: "选的地方不在本县的行政区划里。"
    case .dueBeforeToday: "期限不能早于今天。"
    case .future: "日期不能晚于今天。"
    case .notOpen: "这次巡查已经有了结果，或者不看了，没有重复登记。"
    case .otherPlace: "布置的是另一个地方，没有保存。"
    case .notOfficer: "选的人不在本县管哨点的人员名单里。"
    case .nothingLooked: "“看了哪里”至少勾一处。"
    }
  }

  var field: String? {
    switch self {
    case .unknownPlace, .otherPlace: "place"
    case .dueBeforeToday: "due"
    case .future: "on"
    case .notOfficer: "owner"
    case .nothingLooked: "spots"
    case .notOpen: nil
    }
  }

  var status: RefusalStatus { self == .notOpen ? .conflict : .invalid }
}
