import Kit
import Offices
import Packs
import Web

/// The network against its targets, printable, with the gaps named.
enum CoveragePages {
  static func page(_ counties: [NetworkCoverage], _ targets: [CoverageTarget], of: CoverageTarget.Of?, today: CivilDate)
    -> Page
  {
    Page(
      "哨点覆盖", crumbs: [("监测哨点", "/posts")],
      """
      \(head("哨点覆盖", meta: ["\(today.chinese())，只算在用的哨点", "乡镇、村的总数取自行政区划"]))\
      \(counties.map { county($0, targets, of, alone: counties.count == 1) })
      """)
  }

  private static func county(
    _ model: NetworkCoverage, _ targets: [CoverageTarget], _ of: CoverageTarget.Of?, alone: Bool
  ) -> HTML {
    """
    \(section(alone ? "对照目标" : model.county.name, note: "在用哨点 \(figure(model.posts, "/posts?state=active")) 个", targetTable(model, targets)))\
    \(of.map { places(model, $0, targets) } ?? .none)\(section("分乡镇", towns(model)))\(gaps(model))
    """
  }

  private static func targetTable(_ model: NetworkCoverage, _ targets: [CoverageTarget]) -> HTML {
    let columns = ["指标", "已有", "总数", "比例", "目标", "目标的出处"].map { Table.Column($0) }
    let lines = targets.map { target -> Table.Line in
      let (have, all) = model.figure(target.of)
      let (covered, gap) = links(target.of)
      let isShort = have * 100 < target.share * all
      let share: HTML =
        all == 0
        ? "没有可算的"
        : "\(bar(share: Double(have) / Double(all), target: Double(target.share) / 100, label: "\(target.title)", short: isShort)) \(percent(have, all))"
      return Table.Line([
        "\(target.title)", figure(have, covered), figure(all, gap), share,
        "\(target.share)%\(if: isShort, Chip.warn.html("差 \(missing(have, all, target.share))"))",
        "<span class=\"small dim\">\(target.provenance.source)（\(target.provenance.confidence.title)）</span>",
      ])
    }
    return Table("指标 \(targets.count) 项", columns, lines).html
  }

  /// How many more are needed.
  static func missing(_ have: Int, _ all: Int, _ share: Int) -> Int { max((all * share + 99) / 100 - have, 0) }

  /// `72.7%`, rounded down so that a target that is missed never reads as reached.
  static func percent(_ have: Int, _ all: Int) -> String {
    let tenths = have * 1000 / max(all, 1)
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private static func links(_ of: CoverageTarget.Of) -> (Link, Link) {
    switch of {
    case .plaque, .file: ("/posts?state=active", "/posts?state=active")
    case .urban, .town, .village:
      (
        Link("/posts/coverage").asking([("of", of.rawValue)]).at("places"),
        Link("/posts/coverage").asking([("of", of.rawValue)]).at("places")
      )
    }
  }

  private static func places(_ model: NetworkCoverage, _ of: CoverageTarget.Of, _ targets: [CoverageTarget]) -> HTML {
    let all = model.places(of)
    guard !all.isEmpty else { return .none }
    let lines = all.map { place -> Table.Line in
      let narrowed: [(String, String?)] = [
        (of == .village ? "village" : "town", "\(place.region.number)"), ("state", "active"),
      ]
      return Table.Line([
        "\(place.region.name)", figure(place.posts, Link("/posts").asking(narrowed)),
        place.isCovered ? Chip.done.html("有哨点") : Chip.warn.html("没有哨点"),
      ])
    }
    let title = targets.first { $0.of == of }?.title ?? ""
    return section(
      title, id: "places", Table("\(title) \(all.count) 个", ["地方", "在用哨点", "覆盖"].map { Table.Column($0) }, lines).html)
  }

  private static func towns(_ model: NetworkCoverage) -> HTML {
    let columns = ["乡镇、街道", "在用哨点", "村（社区）", "挂牌", "建档"].map { Table.Column($0) }
    let lines = model.towns.map { town -> Table.Line in
      let here: [(String, String?)] = [("town", "\(town.region.number)"), ("state", "active")]
      let covered = town.villages.filter(\.isCovered).count
      return Table.Line([
        "\(town.region.name)\(if: town.isUrban, "<span class=\"s\">城区</span>")",
        figure(town.posts, Link("/posts").asking(here)),
        town.villages.isEmpty ? "名单里没有" : "\(covered) / \(town.villages.count)",
        "\(town.plaques) / \(town.posts)", "\(town.files) / \(town.posts)",
      ])
    }
    return Table("乡镇、街道 \(model.towns.count) 个", columns, lines).html
  }

  private static func gaps(_ model: NetworkCoverage) -> HTML {
    let towns = model.towns.filter { !$0.isCovered }.map(\.region.name)
    let villages = model.towns.compactMap { town -> String? in
      let open = town.villages.filter { !$0.isCovered }.map(\.region.name)
      return open.isEmpty ? nil : "\(town.region.name)：\(open.joined(separator: "、"))"
    }
    let isUnknown = model.towns.allSatisfy(\.villages.isEmpty)
    return section(
      "缺口",
      facts([
        ("没有哨点的乡镇、街道", towns.isEmpty ? "没有" : "\(towns.joined(separator: "、"))"),
        (
          "没有哨点的村（社区）",
          isUnknown
            ? "行政区划里还没有村（社区）的名单，算不出来。请安全管理员在“行政区划”里增加。"
            : villages.isEmpty ? "没有" : "<ul class=\"stack\">\(villages.map { "<li>\($0)</li>" as HTML })</ul>"
        ),
      ]))
  }
}
