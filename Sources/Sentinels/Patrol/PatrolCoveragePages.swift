import Kit
import Offices
import Packs
import Web

/// Patrols by village and month against what is asked, with the villages that nobody looked at named.
enum PatrolCoveragePages {
  static func page(_ counties: [PatrolCoverage], today: CivilDate) -> Page {
    Page(
      "巡查覆盖", crumbs: [("监测哨点", "/posts"), ("巡查", "/patrols")],
      """
      \(head("巡查覆盖", meta: ["\(today.chinese())，最近 \(PatrolCoverage.months) 个月", "村（社区）的总数取自行政区划"]))\
      \(counties.map { county($0, alone: counties.count == 1) })
      """)
  }

  private static func county(_ model: PatrolCoverage, alone: Bool) -> HTML {
    let target = model.target
    let asked: HTML = """
      每个村（社区）每月至少 \(target.times) 次，看够的占 \(target.share)% 以上。\(target.provenance.source)（\(target.provenance.confidence.title)）
      """
    guard !model.places.villages.isEmpty else {
      return section(
        alone ? "对照要求" : model.county.name,
        empty("行政区划里还没有村（社区），算不出来", "请安全管理员在“行政区划”里增加。"))
    }
    return """
      \(section(alone ? "对照要求" : model.county.name, "<p class=\"dim small\">\(asked)</p>\(months(model))"))\
      \(section("分村", villages(model)))\(gaps(model))
      """
  }

  private static func months(_ model: PatrolCoverage) -> HTML {
    let all = model.places.villages.count
    let lines = model.months.map { month -> Table.Line in
      let (covered, sum, isShort) = (model.covered(month), model.sum(month), model.isShort(month))
      return Table.Line([
        "\(month.year)年\(month.month)月", figure(sum.done, list(month)),
        figure(sum.found, list(month, [("found", "1")])),
        "\(covered) / \(all)",
        """
        \(bar(share: Double(covered) / Double(all), target: Double(model.target.share) / 100, label: "看够的村", short: isShort)) \
        \(CoveragePages.percent(covered, all))
        """,
        isShort
          ? Chip.warn.html("差 \(CoveragePages.missing(covered, all, model.target.share)) 个村") : Chip.done.html("达到"),
      ])
    }
    let columns = ["月份", "巡查", "发现情况", "看够的村", "比例", "对照要求"].map { Table.Column($0) }
    return Table("最近 \(lines.count) 个月", columns, lines).html
  }

  private static func villages(_ model: PatrolCoverage) -> HTML {
    let columns =
      [Table.Column("村（社区）")]
      + model.months.map { Table.Column("\($0.month)月", numeric: true) }
    let lines = model.places.villages.map { village -> Table.Line in
      let figures = model.months.map { month -> HTML in
        let done = model.done(village.number, month)
        return figure(
          done, list(month, [("village", "\(village.number)")]), bad: done < Int64(model.target.times))
      }
      let name: HTML = "\(model.places.town(village.parent ?? 0))　\(village.name)"
      return Table.Line([name] + figures)
    }
    return Table("村（社区） \(lines.count) 个，每月看了几次", columns, lines).html
  }

  private static func gaps(_ model: PatrolCoverage) -> HTML {
    guard let month = model.months.first else { return .none }
    let open = model.places.villages.filter { model.done($0.number, month) == 0 }
    let lines = model.places.towns.compactMap { town -> HTML? in
      let names = open.filter { $0.parent == town.number }.map(\.name)
      return names.isEmpty ? nil : "<li>\(town.name)：\(names.joined(separator: "、"))</li>"
    }
    return section(
      "\(month.month)月还没有人看过的", note: "\(open.count) 个",
      lines.isEmpty ? "<p class=\"note ok\">每个村都看过了。</p>" : "<ul class=\"stack\">\(lines)</ul>")
  }

  private static func list(_ month: CivilDate, _ more: [(String, String?)] = []) -> Link {
    Link("/patrols").asking([("state", "done"), ("month", PatrolCoverage.key(month))] + more)
  }
}
