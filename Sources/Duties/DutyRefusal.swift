package import Kit

/// What duties refuse.
package enum DutyRefusal: Refusal, Equatable {
  case noOwner
  /// Nothing of the kind is open on the record.
  case noneOpen
  /// A plan or a person set the date.
  case noTerm(title: String)
  /// The law counts the date.
  case termSet(title: String)
  case unnamedDecision
  case inFuture(today: CivilDate)
  case beforeEvent(CivilDate)
  case termOver(CivilDate)
  case alreadySuspended(since: CivilDate)
  case notSuspended(title: String)
  /// The clock stood on that day already.
  case overlaps(until: CivilDate)
  case resumedBeforeStop(CivilDate)
  case noExtensionLeft(term: String, count: Int)

  package var code: String {
    switch self {
    case .noOwner: "duties.no-owner"
    case .noneOpen: "duties.none-open"
    case .noTerm: "duties.no-term"
    case .termSet: "duties.term-set"
    case .unnamedDecision: "duties.unnamed-decision"
    case .inFuture: "duties.in-future"
    case .beforeEvent: "duties.before-event"
    case .termOver: "duties.term-over"
    case .alreadySuspended: "duties.already-suspended"
    case .notSuspended: "duties.not-suspended"
    case .overlaps: "duties.overlaps"
    case .resumedBeforeStop: "duties.resumed-before-stop"
    case .noExtensionLeft: "duties.no-extension-left"
    }
  }

  package var sentence: String {
    switch self {
    case .noOwner: "这件事要有一位在岗的责任人，选中的账号不存在或已停用。"
    case .noneOpen: "这里没有正在计算的期限，可能已经办结。"
    case .noTerm(let title): "“\(title)”的日期是方案或者人定的，不按期限计算，不能中止、延长。"
    case .termSet(let title): "“\(title)”的日期由法定期限算出，不能由通知改动。"
    case .unnamedDecision: "要写明依据的文书和作出决定的人。"
    case .inFuture(let today): "日期不能晚于今天（\(today.iso)）。"
    case .beforeEvent(let day): "日期不能早于期限起算的 \(day.iso)。"
    case .termOver(let day): "期限已于 \(day.iso) 届满，届满以后不能再中止、延长。"
    case .alreadySuspended(let day): "这个期限自 \(day.iso) 起已经中止，还没有恢复。"
    case .notSuspended(let title): "“\(title)”的期限没有中止，不用恢复。"
    case .overlaps(let day): "到 \(day.iso) 为止的日子已经扣除过一次，不能重复扣除。"
    case .resumedBeforeStop(let day): "恢复的日期不能早于中止的 \(day.iso)。"
    case .noExtensionLeft(let term, let count):
      count == 0 ? "法律没有规定期限“\(term)”可以延长。" : "期限“\(term)”最多延长 \(count) 次，已经用完。"
    }
  }

  package var next: String? {
    switch self {
    case .noOwner: "换一位责任人。"
    case .termSet: "这一项选“不变”。"
    case .noneOpen, .notSuspended, .noTerm: "刷新页面，看现在的状态。"
    case .unnamedDecision: "补上文书名称、文号和决定人。"
    case .inFuture, .beforeEvent, .overlaps, .resumedBeforeStop: "核对文书上的日期。"
    case .termOver: "尽快办结，并写明超期的原因。"
    case .alreadySuspended: "先恢复计算，再办下一步。"
    case .noExtensionLeft: "在期限内办结。"
    }
  }

  package var field: String? {
    switch self {
    case .noOwner: "owner"
    case .unnamedDecision: "document"
    case .inFuture, .beforeEvent, .overlaps, .resumedBeforeStop: "day"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .noneOpen, .termSet, .alreadySuspended, .notSuspended, .termOver, .noExtensionLeft: .conflict
    default: .invalid
    }
  }
}
