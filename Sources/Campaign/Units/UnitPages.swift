internal import Duties
internal import Kit
internal import Registers
internal import Web

/// Units and towns of a campaign side by side (通报的依据): every number is a list.
struct UnitPages {
  let campaign: CampaignSummary
  let records: Records
  let today: CivilDate

  func overview(_ units: [UnitStanding], _ towns: [TownStanding], _ counts: [TownCount]) -> Page {
    page(
      "各单位和乡镇", [],
      """
      \(head("各单位和乡镇", meta: ["截至 \(today.chinese(today: today))", "每个数字都能点开"], actions: actions))\
      \(section("单位", note: "按责任人所在单位数。改过期限、退回重报的，只数最后一次。", units.isEmpty ? noUnits : table(units)))\
      \(section("乡镇", note: "已查按户数，每户只数一次；检查按次数。", towns.isEmpty ? noTowns : table(towns, counts)))
      """)
  }

  private var actions: [HTML] { [button("简报和文书", "/campaigns/\(campaign.id)/briefings", plain: true)] }
  private var noUnits: HTML { empty("还没有待办", "期限、报送、督导问题和线索都是待办，有了以后按单位列在这里。") }
  private var noTowns: HTML { empty("底册里还没有机构", "导入机构底册以后，按乡镇列出检查覆盖。") }

  private func table(_ units: [UnitStanding]) -> HTML {
    let columns =
      [Table.Column("单位")] + UnitStanding.Measure.allCases.map { Table.Column($0.title, numeric: true) }
    let lines = units.map { unit in
      Table.Line(
        ["\(unit.name)"]
          + UnitStanding.Measure.allCases.map { measure in
            let count = unit.count(measure)
            return Web.figure(count, list(unit, measure), bad: measure.isBad && count > 0)
          })
    }
    return Table("单位 \(units.count) 个", columns, lines).html
  }

  private func list(_ unit: UnitStanding, _ measure: UnitStanding.Measure) -> Link {
    Link("/campaigns/\(campaign.id)/units/duties").asking([
      ("unit", ID<UnitStanding>(unit.agency).text), ("what", measure.rawValue),
    ])
  }

  private func table(_ towns: [TownStanding], _ counts: [TownCount]) -> HTML {
    let columns =
      ["底册机构", "已查", "没有查"].reduce(into: [Table.Column("乡镇")]) { $0.append(Table.Column($1, numeric: true)) }
      + counts.map { Table.Column($0.title, numeric: true) }
    let lines = towns.map { town in
      let link = Link("/campaigns/\(campaign.id)/units/town").asking([("town", "\(town.town)")])
      // Nothing on file: there is no list of institutions to open.
      let institutions: [HTML] =
        town.total == 0
        ? ["—", "—", "—"]
        : [
          records.figure(town.total, Link("/institutions").asking([("town", "\(town.town)")])),
          Web.figure(town.visited, link.asking([("visited", "1")])), Web.figure(town.total - town.visited, link),
        ]
      return Table.Line(
        ["\(town.name)"] + institutions + counts.map { Web.figure($0.number(town.town), $0.list(of: town.town)) })
    }
    return Table("乡镇 \(towns.count) 个", columns, lines).html
  }

  /// What stands behind one figure of a unit.
  func duties(_ unit: UnitStanding, _ measure: UnitStanding.Measure, _ titles: DutyTitles) -> Page {
    let lines = unit.list(measure).map { duty in
      Table.Line([
        titles.discreet(duty), "<span class=\"nw\">\(duty.ownerName)</span>",
        "<span class=\"nw\">\(duty.due.plain(today))</span>",
        duty.done.map { "<span class=\"nw\">\($0.plain(today))</span>" } ?? "没有办结", "\(duty.demands) 次",
      ])
    }
    let columns = ["事项", "责任人", "时限", "办结", "督办"].map { Table.Column($0) }
    let title = "\(unit.name)：\(measure.title)"
    return page(
      title, [("各单位和乡镇", "/campaigns/\(campaign.id)/units")],
      """
      \(head(title, meta: ["\(lines.count) 项"]))\
      \(lines.isEmpty ? empty("没有", "这个单位现在没有这样的事项。") : Table("\(measure.title) \(lines.count) 项", columns, lines).html)
      """)
  }

  func town(_ town: TownStanding, _ premises: [Premises], _ listing: Listing, isVisited: Bool) -> Page {
    let title = "\(town.name)：\(isVisited ? "已查的机构" : "没有查的机构")"
    let lines = premises.map { one -> Table.Line in
      Table.Line([
        records.link(one.ref).map { "<a href=\"\(link: $0)\">\(one.name)</a>" } ?? "\(one.name)", "\(one.address)",
      ])
    }
    return page(
      title, [("各单位和乡镇", "/campaigns/\(campaign.id)/units")],
      """
      \(head(title, meta: ["\(town.sentence)"]))\
      \(lines.isEmpty
        ? empty("没有", isVisited ? "本行动还没有查过这个乡镇的机构。" : "底册里这个乡镇的机构都查过了。")
        : Table(listing.caption("机构", unit: "户"), ["机构", "地址"].map { Table.Column($0) }, lines, listing: listing).html)
      """)
  }

  private func page(_ title: String, _ crumbs: [(String, Link)], _ body: HTML) -> Page {
    Page(
      title, crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")] + crumbs, body)
  }
}
