import Duties
import Kit
import Law
import Web

enum DocketPages {
  static func list(_ model: DocketModel, today: CivilDate, _ calendar: WorkCalendar) -> Page {
    Page(
      "线索",
      """
      \(head("线索", meta: meta(model), actions: actions(model)))\
      \(held(model))\(groups(model))\(filters(model))\(tooMany(model))\
      <div class="under">\(model.clues.isEmpty ? nothing(model) : table(model, today, calendar))</div>
      """)
  }

  /// What is done daily stands beside the title, the lists about clues are folded under 更多.
  private static func actions(_ model: DocketModel) -> [HTML] {
    let lists: [(String, Link)] = [
      ("转办", "/referrals"), ("答复情况", "/answers"), ("举报奖励", "/rewards"), ("线索收支", "/clues/balance"),
    ]
    let work: [(String, Link)] = [("渠道与时限", "/channels"), ("举报海报", "/posters"), ("导入热线工单", "/clues/import")]
    let folded = (lists + (model.mayRegister ? work : [])).map { button($0.0, $0.1, plain: true) }
    let more: HTML = "<details class=\"more\"><summary>更多</summary><p class=\"row\">\(folded)</p></details>"
    return [more] + (model.mayRegister ? [button("登记举报", "/clues/new")] : [])
  }

  private static func meta(_ model: DocketModel) -> [HTML] {
    let link: Link = "/clues?late=1&sort=due"
    let late: HTML =
      model.late > Docket.mostLate
      ? "逾期 \(figure("\(Docket.mostLate) 以上", link)) 条" : "逾期 \(figure(model.late, link, bad: model.late > 0)) 条"
    let sheet = Link("/clues/ledger.xlsx").asking(model.listing.filters)
    return ["时限从收到和受理的次日起算", late, "<a href=\"\(link: sheet)\">导出 Excel</a>"]
  }

  private static func held(_ model: DocketModel) -> HTML {
    guard model.held > 0 else { return .none }
    let count = model.held > FloodStore.mostCounted ? "\(FloodStore.mostCounted) 以上" : "\(model.held)"
    return "<p class=\"note warn\">另有 \(figure(count, "/clues/flood")) 份超过限量的举报等候核对，核对以后才成为线索。</p>"
  }

  /// The groups of the list with their numbers, under the other filters.
  private static func groups(_ model: DocketModel) -> HTML {
    let groups =
      [(nil, "全部"), ("received", "待受理"), ("accepted", "办理中"), ("ended", "已办结"), ("merged", "已合并")]
      as [(String?, String)]
    let others = model.listing.filters.filter { $0.0 != "state" }
    return tabs(
      "线索分组",
      groups.map { name, words in
        let count = Docket.states(name).reduce(Int64(0)) { $0 + model.counts[$1, default: 0] }
        return (
          "\(words) \(count)", Link("/clues").asking(others + [("state", name)]), model.listing.filter("state") == name
        )
      })
  }

  private static func filters(_ model: DocketModel) -> HTML {
    """
    <form class="row" method="get" action="\(link: "/clues")">\
    \(kept("state", model))\(kept("late", model))\(kept("premises", model))\(kept("task", model))\(kept("town", model))\
    \(select("campaign", "专项行动", model.campaigns, all: "全部专项行动", model))\
    \(select("owner", "承办", [("me", "我承办的")] + model.officers, all: "全部承办人", model))\
    \(select("channel", "来源", ClueChannel.allCases.map { ($0.rawValue, $0.title) }, all: "全部来源", model))\
    \(select("place", "现在在", CluePlace.allCases.map { ($0.rawValue, $0.title) }, all: "不论在哪里", model))\
    <input name="words" type="search" class="w12" aria-label="编号、地点或内容" placeholder="编号、地点或内容" \
    value="\(model.listing.filter("words") ?? "")"><button class="btn p">筛选</button>\
    \(if: model.listing.isFiltered, "<a href=\"\(link: "/clues")\">清除筛选</a>")\
    \([model.premises, model.task, model.town].compactMap { $0 }.map { "<span class=\"tag\">只看：\($0)</span>" as HTML })\
    \(if: model.listing.filter("late") != nil, "<span class=\"tag\">只看逾期</span>")</form>
    """
  }

  private static func select(
    _ name: String, _ label: String, _ choices: [(String, String)], all: String, _ model: DocketModel
  ) -> HTML {
    let options = choices.map { value, words -> HTML in
      "<option value=\"\(value)\"\(if: model.listing.filter(name) == value, " selected")>\(words)</option>"
    }
    return """
      <select name="\(name)" aria-label="\(label)" class="w12"><option value="">\(all)</option>\(options)</select>
      """
  }

  private static func kept(_ name: String, _ model: DocketModel) -> HTML? {
    model.listing.filter(name).map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
  }

  private static func tooMany(_ model: DocketModel) -> HTML {
    guard let total = model.foundTooMany else { return .none }
    return """
      <p class="note warn under">有 \(total) 条线索含有这些字，这里只在最近登记的 \(Docket.mostFound) 条里筛选。再加一个词，范围会小一些。</p>
      """
  }

  private static func table(_ model: DocketModel, _ today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    let columns = [
      Table.Column("事由与地点"), Table.Column("编号与来源"), Table.Column("承办与状态"),
      Table.Column("收到", sort: "received"), Table.Column("时限", sort: "due"),
    ]
    let lines = model.clues.map { line($0, model, today, calendar) }
    return Table(model.listing.caption("线索"), columns, lines, listing: model.listing).html
  }

  private static func line(
    _ clue: ClueRecord, _ model: DocketModel, _ today: CivilDate, _ calendar: WorkCalendar
  ) -> Table.Line {
    Table.Line([
      "<a href=\"\(link: "/clues/\(clue.id)")\">\(clue.summary)</a><span class=\"s\">\(clue.place)</span>",
      "<span class=\"nw\">\(clue.number)</span><span class=\"s nw\">\(clue.channel.title)</span>",
      "\(model.owners[clue.owner.value] ?? "—")<span class=\"s\">\(clue.state.chip)\(model.away[clue.id.value].map { "　→ \($0)" as HTML })</span>",
      "<span class=\"nw\">\(clue.receivedAt.chinese(today: today))</span>", clock(clue, today, calendar),
    ])
  }

  static func clock(_ clue: ClueRecord, _ today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    guard let due = clue.due else { return "<span class=\"dim\">已结束</span>" }
    return Duties.clock(due, provisional: clue.dueIsProvisional, today: today, calendar)
  }

  private static func nothing(_ model: DocketModel) -> HTML {
    guard model.listing.isFiltered else {
      return empty("还没有线索", "群众可以在公众首页举报；来电、来访、来信在这里登记。\(if: model.mayRegister, button("登记举报", "/clues/new"))")
    }
    return empty("没有符合筛选条件的线索", "换个条件试试，或\(button("看全部线索", "/clues", plain: true))")
  }
}
