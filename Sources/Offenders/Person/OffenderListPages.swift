import Kit
import Web

enum OffenderListPages {
  static func page(_ model: OffenderList, _ state: FormState) -> Page {
    let export = Link("/offenders/export.xlsx").asking(model.listing.filters)
    var actions = [
      button("批量筛查", "/offenders/screenings", plain: true), button("黑名单", "/offenders/black", plain: true),
    ]
    if model.viewer.may(.offenderWork) { actions.append(button("导入名单", "/offenders/import", plain: true)) }
    if model.viewer.may(.offenderReview) { actions.append(button("查询记录", "/offenders/looks", plain: true)) }
    return Page(
      "违法人员库",
      """
      \(head("违法人员库", meta: ["受过处罚或者移送过公安机关的自然人；证件号码、电话只显示一部分"], actions: actions))\
      \(state.summary)\(waiting(model))\(LookForm.section(state))\
      \(section("库里的人", note: "<a href=\"\(link: export)\">导出表格</a>", """
        \(filters(model.listing))\(model.persons.isEmpty ? nothing(model) : table(model))
        """))
      """)
  }

  private static func waiting(_ model: OffenderList) -> HTML {
    guard model.waiting > 0 else { return .none }
    return """
      <p class="note"><a href="\(link: "/offenders/moves")">有 \(model.waiting) 件合并、拆分等人确认</a></p>
      """
  }

  private static func filters(_ listing: Listing) -> HTML {
    func select(_ name: String, _ all: String, _ choices: [(String, String)]) -> HTML {
      let options = choices.map { value, words -> HTML in
        "<option value=\"\(value)\"\(if: listing.filter(name) == value, " selected")>\(words)</option>"
      }
      return
        "<select class=\"w12\" name=\"\(name)\" aria-label=\"\(all)\"><option value=\"\">\(all)</option>\(options)</select>"
    }
    return """
      <form class="row" method="get" action="\(link: "/offenders")">\
      <input class="w12" name="words" aria-label="姓名含" placeholder="姓名、别名" value="\(listing.filter("words"))">\
      \(select("penalties", "不论处罚几次", [("1", "处罚一次以上"), ("2", "处罚两次以上"), ("3", "处罚三次以上")]))\
      \(select("moving", "不论在几个县", [("yes", "到过两个县以上")]))\
      \(select("origin", "全部来源", RecordOrigin.allCases.map { ($0.rawValue, $0.title) }))\
      <button class="btn p">筛选</button>\(if: listing.isFiltered, "<a href=\"\(link: "/offenders")\">清除筛选</a>")</form>
      """
  }

  private static func nothing(_ model: OffenderList) -> HTML {
    model.listing.isFiltered
      ? empty("没有符合条件的人", "换一个筛选条件，或者<a href=\"\(link: "/offenders")\">看全部</a>。")
      : empty("库里还没有人", "案件作出处罚决定或者移送公安机关以后，当事人（自然人）自动入库；外地的名单、以前的台账可以导入。")
  }

  private static func table(_ model: OffenderList) -> HTML {
    let lines = model.persons.map { person in
      Table.Line([
        """
        <a href="\(link: "/offenders/\(person.id)")">\(person.name)</a>\
        \(if: !person.otherNames.isEmpty, "<span class=\"s\">又名\(person.otherNames.joined(separator: "、"))</span>")
        """,
        "\(PersonWords.basics(person))", "\(person.records)", "\(person.penalties)", "\(person.counties)",
        "\(person.lastOn.map { $0.chinese(today: model.today) } ?? "—")",
      ])
    }
    let columns = [
      Table.Column("姓名"), Table.Column("情况"), Table.Column("记录", numeric: true),
      Table.Column("有效处罚", sort: "penalties", numeric: true), Table.Column("到过的县", sort: "counties", numeric: true),
      Table.Column("最近一次", sort: "last"),
    ]
    return Table(model.listing.caption("违法人员", unit: "名"), columns, lines, listing: model.listing).html
  }
}

enum PersonWords {
  /// `男，1978 年生，江苏省沭阳县人`.
  static func basics(_ person: OffenderPerson) -> String {
    let parts = [
      person.sex, person.birthYear.isEmpty ? "" : "\(person.birthYear) 年生",
      person.homePlace.isEmpty ? "" : "\(person.homePlace)人",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "—" : parts.joined(separator: "，")
  }
}
