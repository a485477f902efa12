import Campaign
import Kit
import Law
import Storage
import Web

enum VisitListPages {
  static func list(_ model: VisitList) -> Page {
    let listing = model.listing
    let actions =
      [button("按检查对象看", "/visits/premises", plain: true)] + (model.mayPlan ? [button("安排检查", "/visits/new")] : [])
    return Page(
      "检查",
      """
      \(head("检查", meta: ["\(listing.total) 次，已查 \(figure(model.places, placesLink(listing))) 户"], actions: actions))\
      \(filters(model))\(model.visits.isEmpty ? nothing(model) : table(model))
      """)
  }

  static func places(
    _ places: [VisitedPlace], _ listing: Listing, visits: Int64, campaigns: [(String, String)],
    types: [InstitutionType], town: String?, records: Records, today: CivilDate
  ) -> Page {
    let lines = places.map { place -> Table.Line in
      let title: HTML = records.link(place.ref).map { "<a href=\"\(link: $0)\">\(place.name)</a>" } ?? "\(place.name)"
      let narrowed = listing.filters.filter { !["premises", "state"].contains($0.0) }
      let behind = Link("/visits").asking(
        narrowed + [("premises", place.ref.description), ("state", VisitState.done.rawValue)])
      return Table.Line([title, figure(place.visits, behind), "\(place.last.chinese(today: today))"])
    }
    let columns = [
      Table.Column("检查对象"), Table.Column("检查次数", sort: "visits", numeric: true), Table.Column("最近一次", sort: "last"),
    ]
    let row = FilterRow("/visits/premises", listing)
      .select("campaign", "专项行动", campaigns, all: "全部行动")
      .select("type", "类型", types.map { ($0.id, $0.name) }, all: "全部类型").keep("town", town)
    return Page(
      "检查过的对象", crumbs: [("检查", "/visits")],
      """
      \(head("检查过的对象", meta: ["\(listing.total) 户，\(visits) 户次；同一户查几次只算一户"]))\(row.html)\
      \(places.isEmpty
        ? empty("还没有检查过的对象", button("看检查安排", "/visits"))
        : Table(listing.caption("检查过的对象", unit: "户"), columns, lines, listing: listing).html)
      """)
  }

  /// The same narrowing, by place. Only visits that were made have been to a place.
  private static func placesLink(_ listing: Listing) -> Link {
    Link("/visits/premises").asking(listing.filters.filter { $0.0 != "state" })
  }

  private static func filters(_ model: VisitList) -> HTML {
    FilterRow("/visits", model.listing)
      .select("state", "状态", VisitState.allCases.map { ($0.rawValue, $0.title) }, all: "全部状态")
      .select("result", "结论", VisitResult.allCases.map { ($0.rawValue, $0.title) }, all: "全部结论")
      .select("campaign", "专项行动", model.campaigns, all: "全部行动")
      .select("type", "类型", model.types.map { ($0.id, $0.name) }, all: "全部类型")
      .select("officer", "执法人员", [("me", "我参加的")], all: "全部人员")
      .keep("premises", model.premises).keep("clue", model.clue)
      .keep("town", model.town)
      .keep("task", model.task).keep("violation", model.violation).html
  }

  private static func nothing(_ model: VisitList) -> HTML {
    guard !model.listing.isFiltered else {
      return empty("没有符合条件的检查", "<p>换一个筛选条件，或者<a href=\"\(link: "/visits")\">看全部检查</a>。</p>")
    }
    return empty(
      "还没有安排检查", model.mayPlan ? button("安排检查", "/visits/new") : "<p>执法人员安排的检查会列在这里。</p>")
  }

  private static func table(_ model: VisitList) -> HTML {
    let lines = model.visits.map { visit -> Table.Line in
      let title: HTML = """
        <a href="\(link: "/visits/\(visit.id)")">\(visit.premisesName)</a><span class="s">\(visit.number)</span>
        """
      return Table.Line([
        title, "\(visit.date.chinese(today: model.today))", "\(visit.team.names)", "\(visit.checklist)",
        VisitChips.result(visit), VisitChips.state(visit, model.today),
      ])
    }
    let columns = [
      Table.Column("检查对象", sort: "number"), Table.Column("日期", sort: "date"), Table.Column("执法人员"),
      Table.Column("检查表"), Table.Column("结论"), Table.Column("状态"),
    ]
    return Table(model.listing.caption("检查", unit: "次"), columns, lines, listing: model.listing).html
  }
}

/// State and result of a visit in one look.
enum VisitChips {
  static func state(_ visit: VisitRecord, _ today: CivilDate) -> HTML {
    switch visit.state {
    case .planned where visit.date < today: Chip.bad.html("过期未查")
    case .planned: Chip.open.html(visit.state.title)
    case .done: Chip.done.html(visit.state.title)
    case .cancelled: Chip.shut.html(visit.state.title)
    }
  }

  static func result(_ visit: VisitRecord) -> HTML {
    switch visit.finding?.result {
    case nil: "—"
    case .clean?: Chip.done.html(VisitResult.clean.title)
    case .correct?: Chip.warn.html(VisitResult.correct.title)
    case .lawCase?: Chip.full.html(VisitResult.lawCase.title)
    }
  }
}
