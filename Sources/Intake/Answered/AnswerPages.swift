import Kit
import Web

/// All figures of the page.
struct AnswerFigures: Sendable {
  let months: [AnswerCounts]
  let channels: [AnswerCounts]
  let campaigns: [AnswerCounts]
  let levels: [String: Int64]
}

enum AnswerPages {
  static func figures(_ model: AnswerFigures) -> Page {
    let meta: [HTML] = ["只数留了姓名或电话的举报；这里和名单里都不写是谁", "实名举报要件件答复"]
    guard !model.channels.isEmpty else {
      return Page("答复情况", "\(head("答复情况", meta: meta))\(empty("还没有实名举报", "举报人留了姓名或电话的，在这里看答复得怎么样。"))")
    }
    return Page(
      "答复情况",
      """
      \(head("答复情况", meta: meta))\(section("按收到的月份", table("月份", model.months)))\
      \(section("按来源", table("来源", model.channels)))\
      \(if: !model.campaigns.isEmpty, section("按专项行动", table("专项行动", model.campaigns)))\
      \(section("满意度", levels(model.levels)))
      """)
  }

  private static func table(_ noun: String, _ counts: [AnswerCounts]) -> HTML {
    let numbers = AnswerStanding.allCases.map(\.title) + ["合计"]
    let columns = [Table.Column(noun)] + numbers.map { Table.Column($0, numeric: true) }
    let lines = counts.map { line -> Table.Line in
      let list = Link("/answers/list").asking([(line.filter.name, line.filter.value)])
      let cells = zip(AnswerStanding.allCases, line.numbers).map { standing, number -> HTML in
        figure(number, list.asking([("standing", standing.rawValue)]), bad: standing.isBad && number > 0)
      }
      let title: HTML = "\(line.title)"
      return Table.Line([title] + cells + [figure(line.total, list)])
    }
    return Table("\(noun)，实名举报", columns, lines).html
  }

  private static func levels(_ known: [String: Int64]) -> HTML {
    guard !known.isEmpty else { return "<p class=\"dim\">还没有人评价。</p>" }
    return facts(
      SatisfactionLevel.allCases.map { level in
        (level.title, figure(known[level.rawValue] ?? 0, Link("/answers/list").asking([("level", level.rawValue)])))
      })
  }

  static func list(_ lines: [AnswerLine], _ listing: Listing, today: CivilDate) -> Page {
    let standing = listing.filter("standing").flatMap { AnswerStanding(rawValue: $0) }
    let columns = ["线索", "来源", "收到", "答复", "满意度"].map { Table.Column($0) }
    let rows = lines.map { line in
      Table.Line([
        "<a href=\"\(link: "/clues/\(line.clue.id)")\">\(line.clue.number)</a>", "\(line.clue.channel.title)",
        "<span class=\"nw\">\(line.clue.receivedAt.chinese(today: today))</span>",
        "\(line.standing.title)\(line.answeredAt.map { "<span class=\"s\">\($0.chinese(today: today))</span>" as HTML })",
        "\(line.level?.title ?? "—")",
      ])
    }
    return Page(
      "实名举报的答复", crumbs: [("答复情况", "/answers")],
      """
      \(head(standing?.title ?? "实名举报的答复", meta: ["只写编号，不写是谁"]))\
      \(if: listing.isFiltered, "<p class=\"row\"><a href=\"\(link: "/answers/list")\">清除筛选</a></p>")\
      <div class="under">\(rows.isEmpty ? empty("没有这样的实名举报", "换个数字点开看看。") : Table(listing.caption("实名举报"), columns, rows, listing: listing).html)</div>
      """)
  }
}
