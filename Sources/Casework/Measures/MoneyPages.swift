import Inspection
import Kit
import Web

/// Figures of money and measures, each of which opens its list.
enum MoneyPages {
  static func page(_ model: MoneyModel) -> Page {
    Page(
      "罚没款和取缔", crumbs: [("案件", "/cases")],
      """
      \(head("罚没款和取缔", meta: ["数字都能点开，点开就是那些案件"]))\(money(model))\(measures(model))\(list(model))
      """)
  }

  private static func money(_ model: MoneyModel) -> HTML {
    let (tally, left) = (model.tally, model.left)
    let places = MoneyPlace.allCases.compactMap { place -> Table.Line? in
      let rows = model.rows(place)
      guard !rows.isEmpty else { return nil }
      return Table.Line([
        "<a href=\"\(link: Link("/cases/money").asking([("show", place.rawValue)]))\">\(place.title)</a>",
        "\(rows.count)", "\(sum(rows).text) 元",
      ])
    }
    return section(
      "罚没款",
      note:
        "决定 \(figure("\(tally.owed.text)", "/cases?money=any")) 元，已缴 \(figure("\(tally.paid.text)", "/cases?money=paid")) 元，未缴 \(figure("\(left.unpaid.text)", "/cases?money=unpaid")) 元\(if: left.overpaid > .zero, "，多缴待退还 \(figure("\(left.overpaid.text)", "/cases?money=overpaid")) 元")",
      places.isEmpty
        ? "<p class=\"dim\">没有还没缴清的案件。</p>"
        : Table(
          "未缴的钱在哪里，合计 \(sum(model.rows).text) 元",
          [Table.Column("在哪里"), Table.Column("件", numeric: true), Table.Column("未缴", numeric: true)], places
        ).html)
  }

  /// 取缔 is no penalty: it is counted alone, whether or not a penalty came with it.
  private static func measures(_ model: MoneyModel) -> HTML {
    let items = EffectKind.allCases.map { kind -> HTML in
      let number = figure(model.effects[kind] ?? 0, Link("/cases/money").asking([("show", kind.rawValue)]))
      return "<li>\(kind.title) \(number) 件</li>"
    }
    return section("取缔和许可", note: "取缔是行政措施，不是行政处罚，单独计数；其余按处罚决定计数", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func list(_ model: MoneyModel) -> HTML {
    if let place = model.show.flatMap(MoneyPlace.init(rawValue:)) {
      return cases(place, model.rows(place), model.today)
    }
    guard let kind = model.show.flatMap(EffectKind.init(rawValue:)) else { return .none }
    guard !model.measured.isEmpty else { return section(kind.title, "<p class=\"dim\">没有这样的案件。</p>") }
    let lines = model.measured.map { record in
      Table.Line([
        name(record), "\(record.violation.name)", "\(record.filedOn.chinese(today: model.today))",
        CaseChips.state(record),
      ])
    }
    let columns = ["案件", "案由", "立案", "状态"].map { Table.Column($0) }
    return section(kind.title, Table("案件 \(lines.count) 件", columns, lines).html)
  }

  private static func cases(_ place: MoneyPlace, _ rows: [MoneyRow], _ today: CivilDate) -> HTML {
    guard !rows.isEmpty else { return section(place.title, "<p class=\"dim\">没有这样的案件。</p>") }
    let isLate = place == .overdue
    let lines = rows.map { row in
      let money: [HTML] = ["\(row.record.owed.text) 元", "\(row.record.unpaid.text) 元"]
      let late: [HTML] = isLate ? [row.surcharge.map { "\($0.text) 元" } ?? "—"] : []
      return Table.Line([name(row.record), "\(row.due?.chinese(today: today) ?? "—")"] + money + late)
    }
    let columns = [
      Table.Column("案件"), Table.Column("缴款到哪天为止"), Table.Column("决定", numeric: true), Table.Column("未缴", numeric: true),
    ]
    let note: HTML = isLate ? "可以加处的罚款按没有缴的罚款按日算到今天，不超过罚款数额；复议、诉讼期间不计（行政处罚法第七十二条、第七十三条）" : .none
    return section(
      place.title, note: note,
      Table(
        "案件 \(rows.count) 件，未缴 \(sum(rows).text) 元", columns + (isLate ? [Table.Column("到今天可以加处", numeric: true)] : []),
        lines
      ).html)
  }

  private static func name(_ record: CaseRecord) -> HTML {
    "<a href=\"\(link: "/cases/\(record.id)")\">\(record.party)</a><span class=\"s\">\(record.number)</span>"
  }

  private static func sum(_ rows: [MoneyRow]) -> Money { rows.map(\.record.unpaid).reduce(.zero, +) }
}
