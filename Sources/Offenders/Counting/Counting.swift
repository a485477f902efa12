package import Kit
package import Law
internal import Packs

/// Counts the penalties of one person by law (再犯计数): which decisions count towards «penalised twice, then again», and why.
///
/// Pure: the same facts give the same result. Nothing follows from it by itself; the head decides on a transfer. Source:
/// 《最高人民法院关于审理非法行医刑事案件具体应用法律若干问题的解释》第一条、第二条第四项.
///
///     let result = Counting(rule: book.practice, law: law).count(decisions, newAct: act, by: nil, as: reading)
///     result.number, result.isReached, result.lines[0].reasons
package struct Counting: Sendable {
  package let rule: CountingRule
  package let law: LawContent

  package init(rule: CountingRule, law: LawContent) {
    self.rule = rule
    self.law = law
  }

  /// `newAct` is the day of the new act, by which a decision must have been served (and, in the strict reading, be final);
  /// `subject` how the person stands at that act, nil where it is not known.
  package func count(
    _ decisions: [DecisionFacts], newAct: CivilDate, by subject: String?, as reading: CountReading
  ) -> CountResult {
    var seen: Set<String> = []
    var number = 0
    let lines = decisions.sorted(by: Self.earlier).map { facts -> CountLine in
      let isAgain = !facts.number.isEmpty && !seen.insert(Self.name(facts)).inserted
      let served = facts.served
      let remedy = served.map { RemedyTerm.of(facts, served: $0, rule, law) }
      let judged = isAgain ? Self.again(facts) : judge(facts, remedy, newAct, reading)
      if judged.counts == true { number += 1 }
      return CountLine(
        facts: facts, outcome: judged.counts.map { $0 ? .counted(number) : .notCounted } ?? .unclear,
        reasons: judged.reasons, effect: effect(facts, remedy, newAct), provisional: remedy?.provisional ?? false)
    }
    return CountResult(reading: reading, lines: lines, least: rule.least, notASubject: obstacle(subject))
  }

  /// Under every reading, the one that is asked for first.
  package func counts(
    _ decisions: [DecisionFacts], newAct: CivilDate, by subject: String?, chosen: CountReading
  ) -> [CountResult] {
    ([chosen] + rule.readings.filter { $0 != chosen }).map { count(decisions, newAct: newAct, by: subject, as: $0) }
  }

  private func obstacle(_ subject: String?) -> CountReason? {
    subject.flatMap(rule.subject).flatMap { word in
      word.counts ? nil : CountReason("这一次的行为人\(word.title)，不是非法行医罪的主体", word.provenance.source)
    }
  }

  /// Served first comes first; what was not served last.
  private static func earlier(_ left: DecisionFacts, _ right: DecisionFacts) -> Bool {
    func key(_ facts: DecisionFacts) -> (Int, Int, String) {
      (facts.served?.dayNumber ?? .max, facts.decided?.dayNumber ?? .max, facts.number)
    }
    return key(left) < key(right)
  }

  /// The same paper may have come in twice, by hand and from the province; numbers of two authorities may be alike.
  private static func name(_ facts: DecisionFacts) -> String {
    String(String.UnicodeScalarView(folded(facts.number + facts.authority)))
  }

  private static func again(_ facts: DecisionFacts) -> Judged {
    .no(CountReason("\(facts.number)已经算过，同一份决定只算一次", "计数规则：一份决定算一次"))
  }
}

/// nil: not known.
struct Judged {
  let counts: Bool?
  let reasons: [CountReason]

  static func no(_ reason: CountReason) -> Judged { Judged(counts: false, reasons: [reason]) }
}
