import Kit
import Offenders
import Packs
import Web

/// A count on a page: every decision with its effect and the reason why it counts or does not.
enum CountPages {
  static func result(_ result: CountResult, today: CivilDate) -> HTML {
    section(
      "按“\(result.reading.title)”清点", note: verdict(result),
      """
      <p class="why">\(result.reading.says)（\(result.reading.provenance.source)）</p>\
      \(result.notASubject.map { "<p class=\"note\">\($0.text)</p>" as HTML })\
      \(result.lines.isEmpty ? "<p class=\"dim\">库里没有这个人的处罚决定。</p>" : table(result, today))
      """)
  }

  static func verdict(_ result: CountResult) -> HTML {
    if result.isReached { return Chip.bad.html("算得上 \(result.number) 次，应当由负责人决定是否移送") }
    if result.mayBeReached { return Chip.warn.html("算得上 \(result.number) 次，还有 \(result.open) 次要核对") }
    return Chip.done.html("算得上 \(result.number) 次，没有达到 \(result.least) 次")
  }

  private static func table(_ result: CountResult, _ today: CivilDate) -> HTML {
    let lines = result.lines.map { line -> Table.Line in
      let facts = line.facts
      let reasons = line.reasons.map { "<p class=\"why\">\($0.text)</p>" as HTML }
      return Table.Line([
        "\(facts.number.isEmpty ? "没有文号" : facts.number)<span class=\"s\">\(facts.authority)</span>",
        day(facts.decided, today), day(facts.served, today),
        "\(line.effect.words)\(if: line.provisional, Chip.warn.html("暂定"))", outcome(line.outcome), "\(reasons)",
      ])
    }
    let columns = ["决定书", "决定日期", "送达日期", "生效情况", "算不算", "理由"].map { Table.Column($0) }
    return Table("处罚决定 \(result.lines.count) 件，按送达先后", columns, lines).html
  }

  private static func day(_ date: CivilDate?, _ today: CivilDate) -> HTML {
    date.map { "\($0.chinese(today: today))" } ?? "不清楚"
  }

  private static func outcome(_ outcome: CountOutcome) -> HTML {
    switch outcome {
    case .counted(let number): Chip.bad.html("第 \(number) 次")
    case .notCounted: Chip.done.html("不算")
    case .unclear: Chip.warn.html("要核对")
    }
  }
}
