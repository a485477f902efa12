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

  /// What refusals call it.
  static let listedNoun = "案件"

  /// Lists a case (挂牌督办): the officer of the case owes a report by the day. Refuses closed cases, and what `Placards.put` refuses.
  package func list(_ id: ID<Case>, reason: String, demands: String, due: CivilDate, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state != .closed else { throw ListedRefusal.closed }
    _ = try Placards.put(
      NewPlacard(
        record.ref, noun: Self.listedNoun, matter: "案件\(record.number)", reason: reason, demands: demands, due: due), tx
    )
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
    let isListed = try Placards.all(on: record.ref, tx).contains { $0.lifted == nil }
    if line.kind == .report, !isListed { throw PlacardRefusal.notListed(Self.listedNoun) }
    try ListedStore.insert(line, of: id, tx)
    if line.kind == .report { try Duties.settle(record.ref, kind: Self.listedDuty, outcome: "已报告", tx) }
    tx.tell(record.ref, "案件\(record.number)：登记\(line.kind.title)（\(line.on.chinese())）")
  }

  /// Takes a case off the list (摘牌), closed or not. Refuses a case that is not listed, or on which nothing was reported since.
  package func unlist(_ id: ID<Case>, reason: String, _ tx: Transaction) throws {
    let record = try found(id, tx)
    let open = try Placards.all(on: record.ref, tx).last
    let reported = try ListedStore.log(of: id, tx).contains { line in
      line.kind == .report && open.map { line.on >= $0.at.date } == true
    }
    try Placards.lift(open, noun: Self.listedNoun, reason: reason, isAnswered: reported, tx)
    try Duties.settle(record.ref, kind: Self.listedDuty, outcome: "已摘牌", tx)
    tx.tell(record.ref, "案件\(record.number)摘牌")
  }
}

enum ListedRefusal: Refusal, Equatable {
  case closed
  case inFuture(CivilDate)

  var code: String { self == .closed ? "listed.closed" : "listed.in-future" }

  var sentence: String {
    switch self {
    case .closed: "案件已经结案，不再改动。"
    case .inFuture(let today): "日期不能晚于今天（\(today.chinese())）。"
    }
  }

  var field: String? { self == .closed ? nil : "on" }
  var status: RefusalStatus { self == .closed ? .conflict : .invalid }
}
