package import Casework
package import Kit
internal import Offenders
package import Storage

extension Recurrence {
  /// What the count knows for the check of the threshold of a case: how many penalties count, whether the person is a subject, and
  /// the list with the effect of each. Nothing where nobody of the register was found in the case.
  package func known(_ lawCase: ID<Case>, _ crime: String, _ reader: Reader) throws -> [(String, String)] {
    guard crime == counting.rule.crime else { return [] }
    let acts = try ActStore.ofCase(lawCase, reader)
    guard let (act, result) = try acts.map({ ($0, try result(of: $0, reader)) }).max(by: { $0.1.number < $1.1.number })
    else { return [] }
    let subject = act.standing.flatMap(counting.rule.subject).map { [("a-subject", $0.counts ? "yes" : "no")] } ?? []
    let lines = result.lines.filter { $0.outcome != .notCounted }.map { Self.line($0) }
    let note = "按“\(result.reading.title)”清点，见再犯提示。"
    return subject + [
      ("a-\(counting.rule.question)", "\(result.number)"), ("earlier", lines.joined(separator: "\n")), ("note", note),
    ]
  }

  /// As the form asks: number, authority, days, kinds, effect.
  private static func line(_ line: CountLine) -> String {
    let facts = line.facts
    let parts = [
      facts.number.isEmpty ? "没有文号" : facts.number, facts.authority,
      "决定\(facts.decided?.iso ?? "日期不清楚")", "送达\(facts.served?.iso ?? "日期不清楚")", line.effect.words,
    ]
    return parts.joined(separator: "，") + (line.outcome == .unclear ? "（要核对）" : "")
  }
}
