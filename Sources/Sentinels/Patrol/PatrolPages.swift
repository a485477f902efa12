import Kit
import Offices
import Storage
import Web

/// What the list of patrols shows.
struct PatrolList: Sendable {
  let listing: Listing
  let patrols: [PatrolRecord]
  let places: PostPlaces
  /// Names of posts and officers who told, by patrol.
  let tellers: [Int64: String]
  let mayWork: Bool
  let today: CivilDate
}

/// What the page of one patrol shows.
struct PatrolModel: Sendable {
  let patrol: PatrolRecord
  let placeName: String
  let owner: String
  let teller: String
  /// Number of the clue that came of it, and whether the reader may open it.
  let clue: (number: String, link: Link?)?
  let files: [Attachment]
  let history: [LedgerEntry]
  let mayWork: Bool
  let today: CivilDate
}

enum PatrolPages {
  static func list(_ model: PatrolList) -> Page {
    let actions =
      [button("巡查覆盖", "/patrols/coverage", plain: true)]
      + (model.mayWork ? [button("布置巡查", "/patrols/plan", plain: true), button("登记巡查", "/patrols/new")] : [])
    return Page(
      "巡查", crumbs: [("监测哨点", "/posts")],
      """
      \(head("巡查", meta: ["看过没有发现，也要登记"], actions: actions))\(groups(model.listing))\(filters(model))\
      <div class="under">\(model.patrols.isEmpty ? nothing(model) : table(model))</div>
      """)
  }

  private static func groups(_ listing: Listing) -> HTML {
    let states: [(String?, String)] = [(nil, "全部")] + PatrolState.allCases.map { ($0.rawValue, $0.title) }
    return tabs(
      "巡查分组",
      states.map { value, words in
        (words, Link("/patrols").asking([("state", value)]), listing.filter("state") == value)
      })
  }

  private static func filters(_ model: PatrolList) -> HTML {
    let towns = model.places.towns.map { town -> HTML in
      "<option value=\"\(town.number)\"\(if: model.listing.filter("town") == "\(town.number)", " selected")>\(town.name)</option>"
    }
    let village = model.listing.filter("village").flatMap { Int64($0) }.flatMap { model.places.village($0) }
    return """
      <form class="row under" method="get" action="\(link: "/patrols")">\
      \(model.listing.filter("state").map { "<input type=\"hidden\" name=\"state\" value=\"\($0)\">" as HTML })\
      <select name="town" aria-label="全部乡镇" class="w12"><option value="">全部乡镇</option>\(towns)</select>\
      <input class="w12" type="month" name="month" aria-label="月份" value="\(model.listing.filter("month") ?? "")">\
      <button class="btn p">筛选</button>\(if: model.listing.isFiltered, "<a href=\"\(link: "/patrols")\">清除筛选</a>")\
      \(village.map { "<span class=\"tag\">只看：\($0)</span>" as HTML })\
      \(if: model.listing.filter("found") == "1", "<span class=\"tag\">只看：发现情况</span>")</form>
      """
  }

  private static func nothing(_ model: PatrolList) -> HTML {
    model.listing.isFiltered
      ? empty("没有符合条件的巡查", "<a href=\"\(link: "/patrols")\">清除筛选</a>")
      : empty("还没有巡查过", "哨点在手机上点“巡查一次”就能登记；监督员看了的，在这里登记。")
  }

  private static func table(_ model: PatrolList) -> HTML {
    let columns = [Table.Column("日期", sort: "day")] + ["地方", "看了哪里", "结果", "谁看的"].map { Table.Column($0) }
    let lines = model.patrols.map { patrol -> Table.Line in
      let day = patrol.seen?.on ?? patrol.due ?? model.today
      return Table.Line([
        "<a href=\"\(link: "/patrols/\(patrol.id)")\">\(day.chinese(today: model.today))\(if: patrol.state == .planned, "前")</a>",
        "\(model.places.town(patrol.town))\(model.places.village(patrol.village) ?? "")",
        "\(patrol.seen?.looked ?? patrol.wanted.clipped(to: 40))", chip(patrol, model.today),
        "\(model.tellers[patrol.id.value] ?? "—")",
      ])
    }
    return Table(model.listing.caption("巡查", unit: "次"), columns, lines, listing: model.listing).html
  }

  static func chip(_ patrol: PatrolRecord, _ today: CivilDate) -> HTML {
    switch patrol.state {
    case .planned where (patrol.due ?? today) < today: Chip.bad.html("逾期")
    case .planned: Chip.half.html("待巡查")
    case .dropped: Chip.shut.html("不看了")
    case .done: patrol.seen?.clue == nil ? Chip.done.html("看过，没有发现") : Chip.warn.html("发现情况")
    }
  }

  static func record(_ model: PatrolModel, _ state: FormState) -> Page {
    let patrol = model.patrol
    let isOpen = model.mayWork && patrol.state == .planned
    let go = button("登记结果", Link("/patrols/new").asking([("plan", patrol.id.text)]))
    return Page(
      "巡查\(model.placeName)", crumbs: [("监测哨点", "/posts"), ("巡查", "/patrols")],
      """
      \(head("巡查\(model.placeName)", meta: [chip(patrol, model.today)], actions: isOpen ? [go] : []))\(state.summary)\
      \(section("情况", facts(rows(model))))\(attachments(model))\(if: isOpen, dropForm(patrol, state))\
      \(historySection(model.history, today: model.today))
      """)
  }

  private static func rows(_ model: PatrolModel) -> [(String, HTML?)] {
    let (patrol, seen) = (model.patrol, model.patrol.seen)
    let clue = model.clue.map { clue -> HTML in
      clue.link.map { "<a href=\"\(link: $0)\">\(clue.number)</a>" } ?? "\(clue.number)"
    }
    return [
      ("看什么", patrol.wanted.isEmpty ? nil : paragraphs(patrol.wanted)),
      ("期限", patrol.due.map { "\($0.chinese(today: model.today))以前" }), ("负责", "\(model.owner)"),
      ("看的日期", seen.map { "\($0.on.chinese(today: model.today))" }), ("谁看的", seen.map { _ in "\(model.teller)" }),
      ("看了哪里", seen.map { "\($0.looked)" }), ("具体地点和情况", seen.map { "\($0.place)" }), ("登记的线索", clue),
    ]
  }

  private static func attachments(_ model: PatrolModel) -> HTML {
    model.files.isEmpty ? .none : section("照片", attachmentList(model.files))
  }

  private static func dropForm(_ patrol: PatrolRecord, _ state: FormState) -> HTML {
    """
    <details class="panel block"><summary>不看了</summary>\
    <form method="post" action="\(link: "/patrols/\(patrol.id)/drop")" class="under">\
    \(Field("reason", "为什么", state).line(most: 300))<button class="btn p">撤回布置</button></form></details>
    """
  }
}
