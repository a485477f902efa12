internal import Kit
internal import Law
internal import Packs

/// The questions that are put to one decision, in the order in which a lawyer asks them. What is certainly against it
/// comes before what is not known.
extension Counting {
  func judge(_ facts: DecisionFacts, _ remedy: RemedyTerm?, _ act: CivilDate, _ reading: CountReading) -> Judged {
    let answers = [
      undone(facts), authority(facts), matter(facts), party(facts), subject(facts), kind(facts),
      service(facts, act), finality(facts, remedy, act, reading),
    ]
    let against = answers.filter { $0.holds == false }.map(\.reason)
    if !against.isEmpty { return Judged(counts: false, reasons: against) }
    let unknown = answers.filter { $0.holds == nil }.map(\.reason)
    if !unknown.isEmpty { return Judged(counts: nil, reasons: unknown) }
    return Judged(counts: true, reasons: answers.map(\.reason).filter { !$0.sentence.isEmpty })
  }

  struct Answer {
    /// nil: not known.
    let holds: Bool?
    let reason: CountReason
  }

  private func answer(_ holds: Bool?, _ sentence: String, _ basis: String) -> Answer {
    Answer(holds: holds, reason: CountReason(sentence, basis))
  }

  private func undone(_ facts: DecisionFacts) -> Answer {
    guard let undone = facts.undone else { return answer(true, "", "") }
    let day = undone.on.map { "\($0.iso)" } ?? ""
    return answer(false, "决定已经不存在：\(day)\(undone.words)", "撤销、确认无效的决定不是受过的处罚")
  }

  private func authority(_ facts: DecisionFacts) -> Answer {
    let basis = "解释第二条第四项：卫生健康行政部门的处罚才算"
    return switch facts.byHealth {
    case true?: answer(true, "\(facts.authority)作出；\(rule.reach)", "解释第二条第四项")
    case false?: answer(false, "\(facts.authority)不是卫生健康行政部门", basis)
    case nil: answer(nil, "还不清楚\(facts.authority)是不是卫生健康行政部门", basis)
    }
  }

  private func matter(_ facts: DecisionFacts) -> Answer {
    let basis = "解释第二条第四项：因非法行医受的处罚才算"
    return switch facts.forPractice {
    case true?: answer(true, "因非法行医作出", "解释第二条第四项")
    case false?: answer(false, "不是因非法行医作出", basis)
    case nil: answer(nil, "还不清楚是不是因非法行医作出", basis)
    }
  }

  private func party(_ facts: DecisionFacts) -> Answer {
    let basis = "解释第一条：行为人是自然人"
    return switch facts.party {
    case .person?: answer(true, "处罚的是本人", "解释第一条")
    case .organisation?: answer(false, "处罚的是单位，不是本人", basis)
    case nil: answer(nil, "还不清楚处罚的是本人还是单位", basis)
    }
  }

  private func subject(_ facts: DecisionFacts) -> Answer {
    guard let word = facts.subject.flatMap(rule.subject) else {
      return answer(nil, "还不清楚当时有没有医师资格", "解释第一条")
    }
    return answer(
      word.counts, "当时\(word.title)\(word.counts ? "" : "，不属于解释第一条的情形")", word.provenance.source)
  }

  /// One penalty among the measures is enough.
  private func kind(_ facts: DecisionFacts) -> Answer {
    let words = facts.measures.compactMap(rule.measure)
    if let penalty = words.first(where: \.counts) {
      return answer(true, "决定了\(penalty.title)，是行政处罚", penalty.provenance.source)
    }
    guard !words.isEmpty, words.count == facts.measures.count, let first = words.first else {
      return answer(nil, "还不清楚决定了什么，是不是行政处罚", "行政处罚法第九条")
    }
    let names = words.map(\.title).joined(separator: "、")
    return answer(false, "只有\(names)，不是行政处罚", first.provenance.source)
  }

  private func service(_ facts: DecisionFacts, _ act: CivilDate) -> Answer {
    let basis = "解释第二条第四项：受过处罚以后再次非法行医"
    guard let served = facts.served else {
      if let decided = facts.decided, decided >= act {
        return answer(false, "决定在\(decided.iso)作出，不早于这一次行为（\(act.iso)）", basis)
      }
      return answer(nil, "没有送达日期，不能证明已经送达", "行政处罚法第六十一条")
    }
    guard served < act else {
      return answer(false, "\(served.iso)送达，不早于这一次行为（\(act.iso)）", basis)
    }
    return answer(true, "\(served.iso)送达，早于这一次行为（\(act.iso)）", "解释第二条第四项；行政处罚法第六十一条")
  }

  private func finality(
    _ facts: DecisionFacts, _ remedy: RemedyTerm?, _ act: CivilDate, _ reading: CountReading
  ) -> Answer {
    let basis = "口径“\(reading.title)”：\(reading.provenance.source)"
    guard reading.wantsFinal, let remedy else { return answer(true, "", "") }
    guard let end = remedy.end else {
      // A review that runs is known not to be over; a term that no pack holds is not known.
      if case .pending = facts.remedy { return answer(false, "\(remedy.gap ?? "")，处罚没有最后确定", basis) }
      return answer(nil, "复议、诉讼期限算不出：\(remedy.gap ?? "")", basis)
    }
    guard end < act else {
      return answer(false, "复议、诉讼期限到\(end.iso)，这一次行为（\(act.iso)）时还没有期满", basis)
    }
    return answer(true, "复议、诉讼期限\(end.iso)届满，这一次行为在期满以后", basis)
  }

  func effect(_ facts: DecisionFacts, _ remedy: RemedyTerm?, _ act: CivilDate) -> Effect {
    if facts.undone != nil { return .undone }
    guard facts.served != nil, let remedy else { return .notServed }
    guard let end = remedy.end else { return .served(remedyEnds: nil) }
    return end < act ? .final(since: end.adding(days: 1)) : .served(remedyEnds: end)
  }
}
