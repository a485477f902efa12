import Kit
package import Storage
import Web

extension Deed {
  package static let seeNotices = Deed("duties.see-notices")
}

/// Notice (提醒、督办通知): one step of a ladder, told for one date of one duty.
struct Notice: Sendable {
  let id: ID<Notice>
  let duty: OpenDuty
  let step: NoticeStep
  /// Working days that were left or had passed when it was told.
  let days: Int

  var words: String { Notice.words(step, days) }

  /// `督办并报上级，逾期 5 个工作日`, for the ledger and the history.
  static func words(_ step: NoticeStep, _ days: Int) -> String {
    switch step {
    case .warn: days == 0 ? "提醒今天要办结" : "提醒还剩 \(days) 个工作日"
    case .late(.owner): "督办，逾期 \(days) 个工作日"
    case .late(.agency): "督办并报本单位负责人，逾期 \(days) 个工作日"
    case .late(.superior): "督办并报上级，逾期 \(days) 个工作日"
    case .demand(let number): "第 \(number) 次督办"
    case .demanded(let number): "第 \(number) 次督办，报上一级"
    }
  }
}

/// What waits to be read by a person: the gravest notice of each duty, however many there are.
struct Digest: Sendable {
  /// The late ones first, then by date.
  let lines: [Notice]
  /// All that reading it takes off the list.
  let notices: [ID<Notice>]

  init(_ all: [Notice]) {
    notices = all.map(\.id)
    var gravest: [ID<Duty>: Notice] = [:]
    for notice in all where gravest[notice.duty.id].map({ $0.step.weight < notice.step.weight }) ?? true {
      gravest[notice.duty.id] = notice
    }
    lines = gravest.values.sorted { $0.rank < $1.rank }
  }
}

extension Notice {
  fileprivate var rank: (Int, CivilDate, Int64) { (step.isWarning ? 1 : 0, duty.due, duty.id.value) }
}

extension NoticeStep {
  var isWarning: Bool { if case .warn = self { true } else { false } }

  /// The nearer the graver.
  fileprivate var weight: Int {
    switch self {
    case .warn(let days): -days
    case .late(.owner): 1
    case .late(.agency): 2
    case .late(.superior): 3
    case .demand(let number), .demanded(let number): 3 + number
    }
  }
}

extension Duties {
  /// What was not read yet of the notices that stand: the duty waits, runs, and still has the date that they name.
  func digest(_ viewer: Viewer, _ reader: Reader) throws -> Digest {
    Digest(try NoticeStore.unread(by: viewer, ladders.sealed, reader))
  }

  /// Read by the actor, for himself and whom he stands in for. Notices of others, of other counties and those read
  /// already are left alone.
  func markSeen(_ notices: [ID<Notice>], for viewer: Viewer, _ tx: Transaction) throws {
    for notice in try NoticeStore.unread(by: viewer, ladders.sealed, tx)
    where notice.duty.county == tx.county && notices.contains(notice.id) {
      try NoticeStore.setSeen(notice.id, by: viewer.accounts, tx)
      tx.tell(notice.duty.subject, "看过通知“\(notice.words)：\(notice.duty.title)”")
    }
  }
}
