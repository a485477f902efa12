package import Kit
internal import Packs

/// Until when something must be done, and why: a term, its event, and the days that were counted.
package struct DueAnswer: Hashable, Sendable {
  package let term: Term
  package let from: EventTime
  /// The last day or minute in time.
  package let due: EventTime
  /// The plain end before it was moved to a working day.
  package let countedTo: EventTime
  package let skipped: [SkippedDay]
  package let provisional: Bool
  /// What the reader must know besides the date.
  package let remarks: [String]
}

extension LawContent {
  /// Answers what a person typed. Refuses unknown keys, events before the rule's first day, and a day without a time
  /// where the term runs in hours.
  package func answer(_ key: String, from event: EventTime) throws(LawRefusal) -> DueAnswer {
    let term = try terms.term(key, on: event.day)
    if term.unit == .hours {
      guard case .moment(let start) = event, let end = term.moment(from: start) else {
        throw .countedInHours(title: term.title)
      }
      return DueAnswer(
        term: term, from: event, due: .moment(end), countedTo: .moment(end), skipped: [], provisional: false,
        remarks: term.remarks)
    }
    let due = try term.due(from: event.day, calendar)
    return DueAnswer(
      term: term, from: event, due: .day(due.date), countedTo: .day(due.countedTo), skipped: due.skipped,
      provisional: due.provisional, remarks: term.remarks + due.remarks)
  }

  /// What a charge has grown to. Refuses keys that are none.
  package func surcharge(
    _ key: String, fine: Money, from: CivilDate, until: CivilDate
  ) throws(LawRefusal) -> SurchargeAmount {
    guard let surcharge = terms.surcharge(key) else { throw .unknownTerm(key) }
    return try surcharge.amount(fine, from: from, until: until)
  }
}

extension Term {
  var remarks: [String] {
    let later = extensions.map { "\($0.by)，可以延长\($0.count)\(unit.title)。" }
    let doubt = provenance.confidence.isFirm ? [] : ["依据\(provenance.confidence.title)。"]
    return doubt + later + [note].compactMap { $0 }
  }
}

extension Due {
  var remarks: [String] {
    var lines: [String] = []
    if provisional { lines.append("暂定：要用到放假安排还没有公布的年份，只按周末和固定的法定节假日计算，公布以后可能变动。") }
    if countedTo != date { lines.append("期间的最后一日\(countedTo.iso)不是工作日，顺延到\(date.iso)；约束本机关的期限，请按\(countedTo.iso)掌握。") }
    return lines
  }
}
