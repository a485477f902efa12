package import Kit
package import Storage
package import Web

/// An entry of the black list (黑名单): a person of the register, a basis, the penalties it rests on, a term. Proposed by one, told
/// to the person, who may object, decided by another.
package struct BlackEntry: Sendable, Hashable {
  package enum State: String, CaseIterable, Sendable {
    case proposed, told, listed, refused, removed, ended

    package var title: String {
      switch self {
      case .proposed: "等告知当事人"
      case .told: "已告知，等审定"
      case .listed: "已列入"
      case .refused: "没有列入"
      case .removed: "提前移出"
      case .ended: "到期移出"
      }
    }

    var isOpen: Bool { self == .proposed || self == .told || self == .listed }
  }

  /// How the person was told (告知方式).
  enum Way: String, CaseIterable, Sendable {
    case inPerson = "in-person"
    case post, notice

    var title: String {
      switch self {
      case .inPerson: "当面告知"
      case .post: "邮寄"
      case .notice: "公告"
      }
    }
  }

  /// What the person answered (陈述申辩).
  struct Objection: Sendable, Hashable {
    /// False: he said that he does not object.
    let isObjection: Bool
    let words: String
    let on: CivilDate
  }

  /// What was told to the person, and until when he may object.
  struct Telling: Sendable, Hashable {
    let on: CivilDate
    let way: Way
    let until: CivilDate
  }

  package let id: ID<BlackEntry>
  /// Whose officers proposed it.
  package let county: County
  package let person: ID<Offender>
  /// Key of `Content/blacklist/`.
  let basis: String
  /// What the basis was called when it was proposed.
  let title: String
  /// The facts, and the article that was read.
  let reason: String
  /// Penalties that must stand for as long as the entry does.
  let least: Int64
  let state: State
  let proposer: Int64
  let proposerTitle: String
  let proposedAt: Instant
  let telling: Telling?
  let objection: Objection?
  let decider: String?
  let words: String?
  /// What the person was answered to his objection.
  let answer: String?
  let begins: CivilDate?
  /// Last day.
  let ends: CivilDate?
  /// Why it ended before its term, or why nothing came of it.
  let removal: String?

  package var ref: Ref { Ref(.blackEntry, id) }

  /// Whether it holds on a day, be the job that ends it late or not.
  func holds(on day: CivilDate) -> Bool { state == .listed && ends.map { day <= $0 } == true }
}

/// Somebody who is listed asks to be taken off (信用修复申请).
struct BlackRepair: Sendable, Hashable {
  enum State: String, Sendable {
    case asked, granted, refused

    var title: String {
      switch self {
      case .asked: "等审定"
      case .granted: "同意移出"
      case .refused: "没有同意"
      }
    }
  }

  let id: ID<BlackRepair>
  let entry: ID<BlackEntry>
  let askedOn: CivilDate
  let words: String
  let account: Int64
  let title: String
  let state: State
  let decider: String?
  let answer: String?
}

extension RefKind { package static let blackEntry = RefKind("black-entry") }

extension Deed {
  package static let proposeBlack = Deed("offenders.black-propose")
  package static let tellBlack = Deed("offenders.black-tell")
  package static let hearBlack = Deed("offenders.black-hear")
  package static let decideBlack = Deed("offenders.black-decide")
  package static let askRepair = Deed("offenders.black-ask-repair")
  package static let decideRepair = Deed("offenders.black-repair")
  package static let removeBlack = Deed("offenders.black-remove")
  package static let endBlack = Deed("offenders.black-end")
}
