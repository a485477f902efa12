internal import Kit
internal import PlanReading
internal import Web

enum PlanPages {
  static func list(_ plans: [PlanRecord], _ listing: Listing, mayWork: Bool, _ today: CivilDate) -> Page {
    let bring = mayWork ? [button("导入方案", "/plans/new")] : []
    let table: HTML =
      plans.isEmpty
      ? empty(
        listing.isFiltered ? "没有符合条件的方案" : "还没有方案",
        listing.isFiltered ? "换个条件再找。" : "把上级或本级的工作方案导入，读出任务、阶段和期限。\(bring)")
      : Table(
        listing.caption("方案", unit: "份"),
        [.init("标题"), .init("状态"), .init("来源文件"), .init("收进时间", sort: "received")],
        plans.map { line($0, today) }, listing: listing
      ).html
    return Page("方案", "\(head("方案", actions: bring))\(filters(listing))\(table)")
  }

  private static func filters(_ listing: Listing) -> HTML {
    let chosen = listing.filter("state")
    let states = PlanState.allCases.map { state -> HTML in
      "<option value=\"\(state.rawValue)\"\(if: state.rawValue == chosen, " selected")>\(state.title)</option>"
    }
    return filterRow(
      listing, "标题含有",
      "<select name=\"state\" aria-label=\"状态\" class=\"w12\"><option value=\"\">全部状态</option>\(states)</select>")
  }

  private static func line(_ plan: PlanRecord, _ today: CivilDate) -> Table.Line {
    .init([
      "<a href=\"\(link: "/plans/\(plan.id)")\">\(plan.name)</a>", chip(plan.state), "\(plan.fileName)",
      "\(plan.receivedAt.chinese(today: today))",
    ])
  }

  static func chip(_ state: PlanState) -> HTML { (state == .reading ? Chip.half : .done).html(state.title) }

  static func form(_ state: FormState) -> Page {
    let file = Field(
      "file", "方案文件", state, hint: "Word 文档（.docx）、有文字的 PDF，不超过 12 MB；或纯文本（.txt），不超过 2 MB。", required: false)
    let text = Field("text", "或者粘贴正文", state, hint: "从 Word 或网页里全选、复制、粘贴。留空的日期照原样留着。", required: false)
    return Page(
      "导入方案", crumbs: [("方案", "/plans")],
      """
      \(head("导入方案"))\(state.summary)\
      <p class="under">系统读出标题、阶段、任务、牵头和配合单位、报送期限、覆盖目标，每一项都对着原文。原文没有写的只提问，不推算。</p>\
      <form class="block" method="post" enctype="multipart/form-data" action="\(link: "/plans/new")">\
      \(file.files(multiple: false, accept: ".docx,.pdf,.txt,text/plain,application/pdf"))\(text.lines(rows: 16, most: 2_000_000))\
      <button class="btn">读方案</button></form>
      """)
  }

  /// A file held several plans: which one is meant.
  static func choice(_ plans: [NewPlan], _ state: FormState) -> Page {
    let picks = plans.enumerated().map { place, plan in
      (value: "\(place)", words: plan.reading.title?.value ?? "（没有标题）", hint: hint(plan) as String?)
    }
    return Page(
      "选择方案", crumbs: [("方案", "/plans"), ("导入方案", "/plans/new")],
      """
      \(head("这个文件里有 \(plans.count) 份方案", meta: ["\(plans.first?.file.name)"]))\(state.summary)\
      <form class="block" method="post">\(Field("plan", "收进哪一份", state).radios(picks))\
      <button class="btn">收进这一份</button></form>
      """)
  }

  private static func hint(_ plan: NewPlan) -> String {
    let reading = plan.reading
    let place = reading.place?.value ?? "地区未写明"
    let year = reading.year.map { "\($0.value)年" } ?? "年份未写明"
    let first = plan.text.unicodeScalars.split(separator: "\n").lazy.map { String($0).trimmed }.first { !$0.isEmpty }
    return """
      \(place)，\(year)；任务 \(reading.tasks.count) 项，阶段 \(reading.phases.count) 个，\
      期限 \(reading.deadlines.count) 项。开头：\((first ?? "").clipped(to: 50))
      """
  }
}

/// The row of filters above a list: words of the title, and what else narrows it.
func filterRow(_ listing: Listing, _ label: String, _ more: HTML = .none) -> HTML {
  """
  <form class="row" method="get" action="\(link: listing.base)"><label class="small" for="words">\(label)</label>\
  <input id="words" name="words" value="\(listing.filter("words") ?? "")" maxlength="60" class="w12">\(more)\
  <button class="btn p">筛选</button>\(if: listing.isFiltered, "<a href=\"\(link: listing.base)\">清除筛选</a>")</form>
  """
}
