internal import Duties
package import Kit
package import Law
internal import Packs
package import Storage

extension Inspection {
  /// Records a visit: every line answered, what was found, and the order to correct where there is one. All that is
  /// wrong is refused at once. Photographs are attached by the caller in the same transaction.
  package func record(_ id: ID<Visit>, _ report: VisitReport, _ tx: Transaction) throws {
    let visit = try planned(id, tx)
    let items = try VisitItemStore.items(of: id, tx)
    let wrong = problems(report, items, tx.today)
    guard wrong.isEmpty else { throw Refusals(wrong) }
    try VisitStore.finish(id, report, tx)
    for item in items { if let line = report.lines[item.id] { try VisitItemStore.answer(item.id, of: id, line, tx) } }
    try Duties.settle(visit.ref, kind: DutyKind.record, outcome: report.finding.result.title, tx)
    tell(recorded: visit, report, items, tx)
    let done = try Inspection.visit(id, tx) ?? visit
    try VisitStore.index(done, tx)
    if let order = report.order { try self.order(order, from: done, tx) }
    if report.finding.result == .lawCase { try oweFiling(done, tx) }
  }

  /// Takes a planned visit off. The reason stands in the ledger.
  package func cancel(_ id: ID<Visit>, _ tx: Transaction) throws {
    let visit = try planned(id, tx)
    try VisitStore.set(.cancelled, id, tx)
    try Duties.settle(visit.ref, kind: DutyKind.record, outcome: VisitState.cancelled.title, tx)
    tx.tell(
      visit.ref, "取消检查\(visit.number)", [Change("状态", VisitState.planned.title, VisitState.cancelled.title)])
  }

  private func planned(_ id: ID<Visit>, _ tx: Transaction) throws -> VisitRecord {
    guard let visit = try VisitStore.find(id, tx), visit.county == tx.county else { throw MissingRecord("次检查") }
    guard visit.state == .planned else { throw InspectionRefusal.notPlanned(visit.number, visit.state) }
    return visit
  }

  private func problems(_ report: VisitReport, _ items: [VisitItem], _ today: CivilDate) -> [InspectionRefusal] {
    var wrong: [InspectionRefusal] = []
    if report.date > today { wrong.append(.dateInFuture(today: today)) }
    // Both are `HH:MM`, so text order is the order of the clock.
    if let began = report.finding.began, let ended = report.finding.ended, ended < began {
      wrong.append(.endsBeforeBegin)
    }
    wrong += items.enumerated().compactMap { index, item in
      guard let line = report.lines[item.id] else { return .unanswered(item: item.id, place: index + 1) }
      return line.answer == .no && line.note == nil ? .noteMissing(item: item.id, place: index + 1) : nil
    }
    let unlawful = items.count { report.lines[$0.id]?.answer == .no }
    if report.finding.result == .clean, unlawful > 0 { wrong.append(.notClean(count: unlawful)) }
    return wrong + problems(of: report)
  }

  private func problems(of report: VisitReport) -> [InspectionRefusal] {
    switch (report.finding.result, report.order) {
    case (.correct, nil): [.orderMissing]
    case (.clean, .some): [.orderUnwanted]
    case (_, let order?) where order.due < report.date: [.orderDueTooEarly(report.date)]
    default: []
    }
  }

  private func oweFiling(_ visit: VisitRecord, _ tx: Transaction) throws {
    let term = try law.due(.caseFiling, from: visit.date)
    try Duties.owe(
      NewDuty(
        kind: Self.filingDuty, title: "为\(visit.premisesName)立案", subject: visit.ref, owner: visit.team.first.id,
        term: term, from: visit.date, basis: term.words, campaign: visit.campaign?.value),
      tx)
  }

  private func tell(recorded visit: VisitRecord, _ report: VisitReport, _ items: [VisitItem], _ tx: Transaction) {
    let unlawful = items.count { report.lines[$0.id]?.answer == .no }
    var changes = [
      Change("状态", VisitState.planned.title, VisitState.done.title),
      Change("结论", nil, report.finding.result.title), Change("不符合", nil, "\(unlawful) 项"),
    ]
    if report.date != visit.date { changes.append(Change("检查日期", visit.date.iso, report.date.iso)) }
    tx.tell(
      visit.ref,
      "记录检查\(visit.number)（\(visit.premisesName)）：\(report.finding.result.title)，\(items.count) 项中 \(unlawful) 项不符合",
      changes)
  }
}

extension TermDue {
  /// `立案：初步核查后符合立案条件之日起7个工作日，《卫生健康行政处罚程序规定》第三十二条`.
  package var words: String { "\(term.title)：\(term.start)起\(term.length)，\(term.provenance.source)" }
}
