import Kit
import Offices
import Web

/// A survey with the villages that it asks for.
struct SurveyModel: Sendable {
  let survey: SurveyRecord
  let places: PostPlaces
  let results: [VillageResult]
  /// Names of whoever answered, by village.
  let answerers: [Int64: String]
  let mayWork: Bool
  let today: CivilDate

  var open: [Region] { places.villages.filter { village in !results.contains { $0.village == village.number } } }
}

enum SurveyPages {
  static func list(_ listing: Listing, _ surveys: [SurveyRecord], mayWork: Bool, today: CivilDate, _ state: FormState)
    -> Page
  {
    let columns = ["排摸", "布置", "期限", "状态"].map { Table.Column($0) }
    let lines = surveys.map { survey in
      Table.Line([
        "<a href=\"\(link: "/surveys/\(survey.id)")\">\(survey.title)</a>",
        "\(survey.begun.date.chinese(today: today))", "\(survey.due.chinese(today: today))", chip(survey, today),
      ])
    }
    return Page(
      "村居排摸", crumbs: [("监测哨点", "/posts")],
      """
      \(head("村居排摸", meta: ["一个村一个村地看，看过没有也要报"]))\(state.summary)\
      \(lines.isEmpty ? empty("还没有布置过排摸", mayWork ? "在下面布置一次，名单取自行政区划。" : "监督所布置以后会列在这里。") : Table(listing.caption("排摸", unit: "次"), columns, lines, listing: listing).html)\
      \(if: mayWork, section("布置排摸", form(state)))
      """)
  }

  private static func form(_ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/surveys")" class="panel">\
    \(Field("title", "名称", state, hint: "例如：秋季无证行医排摸").line(most: 60))\
    \(Field("wanted", "看什么", state).lines(rows: 3, most: 1000))\(Field("due", "哪天以前", state).date())\
    <button class="btn">布置</button></form>
    """
  }

  static func chip(_ survey: SurveyRecord, _ today: CivilDate) -> HTML {
    if survey.ended != nil { return Chip.done.html("已结束") }
    return survey.due < today ? Chip.bad.html("逾期") : Chip.half.html("进行中")
  }

  static func record(_ model: SurveyModel, _ state: FormState) -> Page {
    let (survey, found) = (model.survey, model.results.reduce(0) { $0 + $1.found })
    let all = model.places.villages.count
    return Page(
      survey.title, crumbs: [("监测哨点", "/posts"), ("村居排摸", "/surveys")],
      """
      \(head(survey.title, meta: [chip(survey, model.today), "\(survey.due.chinese(today: model.today))以前", "报了 \(all - model.open.count) / \(all) 个村（社区），发现 \(found) 处"]))\
      \(state.summary)\(section("看什么", paragraphs(survey.wanted)))\
      \(section("还没有报的", note: "\(model.open.count) 个", missing(model)))\(section("报过的", answered(model)))\
      \(if: model.mayWork && survey.ended == nil, section("代村里登记", answerForm(model, state)) + endForm(survey, state))
      """)
  }

  private static func missing(_ model: SurveyModel) -> HTML {
    guard !model.open.isEmpty else { return "<p class=\"note ok\">都报了。</p>" }
    let lines = model.places.towns.compactMap { town -> HTML? in
      let names = model.open.filter { $0.parent == town.number }.map(\.name)
      return names.isEmpty ? nil : "<li>\(town.name)：\(names.joined(separator: "、"))</li>"
    }
    return "<ul class=\"stack\">\(lines)</ul>"
  }

  private static func answered(_ model: SurveyModel) -> HTML {
    guard !model.results.isEmpty else { return "<p class=\"dim\">还没有村报。设在村里的哨点在手机上报，也可以在下面代为登记。</p>" }
    let lines = model.results.map { result in
      Table.Line([
        "\(model.places.village(result.village) ?? "—")",
        result.found == 0 ? Chip.done.html("看过，没有") : Chip.warn.html("发现 \(result.found) 处"), "\(result.note)",
        "\(model.answerers[result.village] ?? "—")", "\(result.at.date.chinese(today: model.today))",
      ])
    }
    let columns = ["村（社区）", "结果", "说明", "谁报的", "日期"].map { Table.Column($0) }
    return Table("报过的 \(model.results.count) 个", columns, lines).html
  }

  private static func answerForm(_ model: SurveyModel, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/surveys/\(model.survey.id)/village")" class="panel">\
    \(Field("village", "村（社区）", state).select(model.open.map { ("\($0.number)", "\(model.places.town($0.parent ?? 0))　\($0.name)") }))\
    \(Field("found", "发现几处", state, hint: "看过没有的，填 0").line(most: 4, narrow: true, mode: "numeric"))\
    \(Field("note", "说明", state, hint: "不写人的姓名；发现的每一处另行登记线索", required: false).line(most: 300))<button class="btn">登记</button></form>
    """
  }

  private static func endForm(_ survey: SurveyRecord, _ state: FormState) -> HTML {
    """
    <details class="panel block"><summary>没有收齐就结束</summary><form method="post" action="\(link: "/surveys/\(survey.id)/end")" class="under">\
    \(Field("reason", "为什么", state).line(most: 300))<button class="btn p">结束排摸</button></form></details>
    """
  }
}
