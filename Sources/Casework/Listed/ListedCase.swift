internal import Duties
internal import Inspection
package import Kit
internal import Offices
package import Storage
package import Web

extension Permission {
  /// Lists cases and takes them off (挂牌督办): for those above.
  package static let caseList = Permission("case.list")
}

extension Deed {
  package static let listCase = Deed("casework.list")
  package static let reportListed = Deed("casework.report-listed")
  package static let unlistCase = Deed("casework.unlist")
  package static let logJoint = Deed("casework.log-joint")
}

/// A case that those above watch (挂牌督办案件): why, what they demand, by when.
package struct CaseListing: Sendable {
  package let number: Int64
  package let reason: String
  package let demands: String
  package let due: CivilDate
  package let by: String
  package let at: Instant
  package let lifted: ListingEnd?
}

package struct ListingEnd: Sendable {
  package let reason: String
  package let by: String
  package let at: Instant
}

/// What stands in the log of a listed or joint case (联合办案记录).
package struct CaseLogLine: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case report
    case police
    case joint

    package var title: String {
      switch self {
      case .report: "挂牌案件进展"
      case .police: "公安提前介入"
      case .joint: "联合办案"
      }
    }
  }
  package let kind: Kind
  /// Who took part, as units: `县公安局治安大队`.
  package let units: String
  package let text: String
  package let on: CivilDate
  package let by: String

  package init(_ kind: Kind, units: String, text: String, on: CivilDate, by: String) {
    self.kind = kind
    self.units = units
    self.text = text
    self.on = on
    self.by = by
  }
}

extension Casework {
  static let listedDuty = "listed.report"

  /// Lists a case (挂牌督办): the officer of the case owes a report by the day. Refuses closed cases, days that have passed and
  /// a case that is listed. Source: product 挂牌督办; no law sets a term, whoever lists names the day.
  package func list(_ id: ID<Case>, reason: String, demands: String, due: CivilDate, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state != .closed else { throw ListedRefusal.closed }
    guard due >= tx.today else { throw ListedRefusal.dueInPast(tx.today) }
    let listings = try ListedStore.listings(of: id, tx)
    guard listings.allSatisfy({ $0.lifted != nil }) else { throw ListedRefusal.listed }
    let new = CaseListing(
      number: Int64(listings.count + 1), reason: reason, demands: demands, due: due, by: tx.actor.title, at: tx.now,
      lifted: nil)
    try ListedStore.insert(new, of: id, tx)
    try Duties.owe(
      NewDuty(
        kind: Self.listedDuty, title: "案件\(record.number)已挂牌督办，报告进展", subject: record.ref, owner: record.team.first.id,
        due: due, basis: "挂牌时写明的日期"), tx)
    tx.tell(record.ref, "挂牌督办案件\(record.number)", [Change("要求报告的日期", nil, due.iso)])
  }

  /// Reports on a listed case, or logs what was done together with others (联合办案、公安提前介入). A report settles the duty.
  /// A case that was closed while it was listed is still reported on: its last report tells how it ended. Refuses reports on
  /// cases that are not listed, joint work on closed cases, and days to come.
  package func log(_ line: CaseLogLine, of id: ID<Case>, _ tx: Transaction) throws {
    let record = try found(id, tx)
    if line.kind != .report, record.state == .closed { throw ListedRefusal.closed }
    guard line.on <= tx.today else { throw ListedRefusal.inFuture(tx.today) }
    let isListed = try ListedStore.listings(of: id, tx).contains { $0.lifted == nil }
    if line.kind == .report, !isListed { throw ListedRefusal.notListed }
    try ListedStore.insert(line, of: id, tx)
    if line.kind == .report { try Duties.settle(record.ref, kind: Self.listedDuty, outcome: "已报告", tx) }
    tx.tell(record.ref, "案件\(record.number)：登记\(line.kind.title)（\(line.on.chinese())）")
  }

  /// Takes a case off the list (摘牌), closed or not. Refuses a case that is not listed, or on which nothing was reported since.
  package func unlist(_ id: ID<Case>, reason: String, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard let open = try ListedStore.listings(of: id, tx).last, open.lifted == nil else {
      throw ListedRefusal.notListed
    }
    let reported = try ListedStore.log(of: id, tx).contains { $0.kind == .report && $0.on >= open.at.date }
    guard reported else { throw ListedRefusal.notReported }
    try ListedStore.lift(open.number, of: id, ListingEnd(reason: reason, by: tx.actor.title, at: tx.now), tx)
    try Duties.settle(record.ref, kind: Self.listedDuty, outcome: "已摘牌", tx)
    tx.tell(record.ref, "案件\(record.number)摘牌")
  }
}

enum ListedRefusal: Refusal, Equatable {
  case closed
  case listed
  case notListed
  case notReported
  case dueInPast(CivilDate)
  case inFuture(CivilDate)

  var code: String {
    switch self {
    case .closed: "listed.closed"
    case .listed: "listed.already"
    case .notListed: "listed.not"
    case .notReported: "listed.not-reported"
    case .dueInPast: "listed.due-in-past"
    case .inFuture: "listed.in-future"
    }
  }

  var sentence: String {
    switch self {
    case .closed: "案件已经结案，不再改动。"
    case .listed: "案件已经挂牌。"
    case .notListed: "案件没有挂牌。"
    case .notReported: "挂牌以后承办单位还没有报告进展，不能摘牌。"
    case .dueInPast(let today): "要求报告的日期不能早于今天（\(today.chinese())）。"
    case .inFuture(let today): "日期不能晚于今天（\(today.chinese())）。"
    }
  }

  var field: String? {
    switch self {
    case .dueInPast: "due"
    case .inFuture: "on"
    default: nil
    }
  }

  var next: String? { self == .notReported ? "等承办人在案件页登记进展。" : nil }

  var status: RefusalStatus {
    switch self {
    case .dueInPast, .inFuture: .invalid
    default: .conflict
    }
  }
}
