import Kit
import Storage
import Web

/// What the page of the self-check shows.
struct CheckList {
  let rules: [Check]
  /// Findings by rule, of the reader's counties.
  let counts: [String: Int64]
  let lines: [CheckOutcome.Line]
  let listing: Listing
  let last: Instant?
  let today: CivilDate

  var total: Int64 { counts.values.reduce(0, +) }
}

enum CheckPages {
  static func list(_ list: CheckList, _ viewer: Viewer, _ records: Records) -> Page {
    let time = list.last.map { "上次核对 \($0.chinese(today: list.today))" } ?? "还没有核对过"
    let state: HTML =
      list.last == nil ? "" : list.total == 0 ? Chip.done.html("没有发现") : Chip.bad.html("发现 \(list.total) 处")
    return Page(
      "自检",
      """
      \(head("自检", meta: ["\(time)", "规则 \(list.rules.count) 条，每晚核对一次", state], actions: [runForm(viewer)]))\
      \(list.last == nil ? empty(
        "还没有核对结果", viewer.may(.checkRun) ? "每天夜里自动核对；也可以现在核对。" : "每天夜里自动核对。") : mending(list, viewer, records))\
      \(section("不应出现的情形", rules(list)))
      """)
  }

  private static func runForm(_ viewer: Viewer) -> HTML {
    guard viewer.may(.checkRun) else { return .none }
    return "<form method=\"post\" action=\"\(link: "/checks")\"><button class=\"btn\">现在核对</button></form>"
  }

  /// The list to mend: the record, what is wrong with it, what to do.
  private static func mending(_ list: CheckList, _ viewer: Viewer, _ records: Records) -> HTML {
    guard list.listing.total > 0 else { return .none }
    let known = Dictionary(list.rules.map { ($0.id, $0) }) { first, _ in first }
    let lines = list.lines.map { line -> Table.Line in
      let rule = known[line.rule]
      return Table.Line([
        title(line.breach, viewer, records), "\(line.rule)　\(rule?.sentence)", "\(rule?.remedy)",
      ])
    }
    let columns = ["记录", "哪里不对", "怎么办"].map { Table.Column($0) }
    let all: HTML = list.listing.filter("rule") == nil ? .none : button("看全部", "/checks", plain: true)
    return section(
      "要改正的记录", note: all,
      Table(list.listing.caption("要改正", unit: "处"), columns, lines, listing: list.listing).html)
  }

  /// A link only for those who may open it: the auditor reads the number, not the case.
  private static func title(_ breach: Breach, _ viewer: Viewer, _ records: Records) -> HTML {
    guard let link = records.link(breach.record, for: viewer) else { return "\(breach.title)" }
    return "<a href=\"\(link: link)\">\(breach.title)</a>"
  }

  private static func rules(_ list: CheckList) -> HTML {
    let sorted = list.rules.sorted { left, right in
      (list.counts[left.id, default: 0] > 0 ? 0 : 1, left.id) < (
        list.counts[right.id, default: 0] > 0 ? 0 : 1, right.id
      )
    }
    let lines = sorted.map { rule -> Table.Line in
      let count = list.counts[rule.id, default: 0]
      let found: HTML =
        count == 0
        ? "\(list.last == nil ? "—" : "0")" : figure(count, Link("/checks").asking([("rule", rule.id)]), bad: true)
      return Table.Line([
        "\(rule.id)　\(rule.sentence)", "<span class=\"dim\">\(rule.source)</span>", "\(rule.weight.title)", found,
      ])
    }
    let columns = [
      Table.Column("情形"), Table.Column("依据"), Table.Column("程度"), Table.Column("发现", numeric: true),
    ]
    return Table("规则 \(list.rules.count) 条；每条规则每县最多列出 \(Check.most) 处", columns, lines).html
  }
}
