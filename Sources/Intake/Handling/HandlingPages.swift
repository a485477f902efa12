import Duties
import Kit
import Offices
import Web

/// The forms of the steps of a clue.
enum HandlingPages {
  @Sendable static func accept(_ model: ClueModel, _ state: FormState) -> Page {
    page("受理线索", model, acceptForm(model, state))
  }

  /// Also stands on the page of a clue that waits for acceptance.
  static func acceptForm(_ model: ClueModel, _ state: FormState) -> HTML {
    form(
      model, "accept", "受理", state,
      """
      \(Field("owner", "承办人", state).select(officers(model)))\
      \(Field("task", "任务", state, required: false).select(model.choices.tasks.choices, empty: model.choices.tasks.unsaid))\
      \(Field("due", "答复期限", state, hint: "已按内部工作时限推算；要现场检查的可以改晚。", required: false).date())
      """)
  }

  @Sendable static func acceptStart(_ model: ClueModel) -> FormState {
    .filled([("owner", model.clue.owner.text), ("due", model.choices.answerDue.iso)])
  }

  @Sendable static func refuse(_ model: ClueModel, _ state: FormState) -> Page {
    let hint = "举报人凭查询码看到的就是这段话。归别的部门管的，写明找谁；不要写当事人的个人信息。"
    let grounds = model.book.refusals.map { ($0.key, $0.title) }
    return page(
      "不予受理", model,
      form(
        model, "refuse", "不予受理", state,
        """
        \(Field("ground", "理由类别", state, required: false).select(grounds))\
        \(Field("reason", "不予受理的理由", state, hint: hint).lines(rows: 6, most: 2000))\
        \(Field("remedy", "不服可以怎么办", state, hint: "接在理由后面，举报人也能看到。", required: false).lines(rows: 3, most: 500))
        """))
  }

  /// What is not ours begins with where to go.
  @Sendable static func refuseStart(_ model: ClueModel) -> FormState {
    let remedy = model.book.remedies.map(\.text).joined(separator: "\n")
    guard let matter = model.entry.flatMap({ model.book.matter($0.matter) }), let place = matter.place,
      let ground = model.book.refusals.first
    else { return .filled([("remedy", remedy)]) }
    return .filled([
      ("ground", ground.key), ("reason", [ground.words, "\(matter.title)：\(place)"].compactMap { $0 }.joined()),
      ("remedy", remedy),
    ])
  }

  /// With the visits and cases beside it, whose outcome the answer may tell.
  @Sendable static func answer(_ model: ClueModel, _ state: FormState) -> Page {
    let hint = "举报人凭查询码看到的就是这段话：查了什么、结果怎样、怎么处理。可以引用下面的检查和案件；不要写当事人的个人信息。"
    return page(
      "答复举报人", model,
      form(model, "answer", "答复并办结", state, Field("answer", "答复", state, hint: hint).lines(rows: 8, most: 2000))
        + model.panels)
  }

  @Sendable static func task(_ model: ClueModel, _ state: FormState) -> Page {
    let choices = model.choices.tasks
    return page(
      "改任务", model,
      form(
        model, "task", "改任务", state,
        Field("task", "任务", state, required: false).select(choices.choices, empty: choices.unsaid)))
  }

  @Sendable static func taskStart(_ model: ClueModel) -> FormState {
    .filled([("task", model.clue.task?.text ?? model.clue.campaign.map { "c-\($0)" } ?? "none")])
  }

  @Sendable static func assign(_ model: ClueModel, _ state: FormState) -> Page {
    page(
      "改派线索", model,
      """
      <p class="dim">现由\(model.owner)承办。</p>\(state.summary)\
      \(GivingForm.handOn(
        "/clues/\(model.clue.id)/assign", model.choices.officers, owner: model.clue.owner,
        note: "线索和它的时限、转办一起交过去，期限不变。", state))
      """)
  }

  @Sendable static func site(_ model: ClueModel, _ state: FormState) -> Page {
    let towns = model.choices.towns.map { ("\($0.number)", $0.name) }
    return page(
      "登记无证点", model,
      form(
        model, "site", "登记并认定", state,
        """
        \(Field("name", "名称", state, hint: "没有招牌的，写地点加做什么，例如：集贸市场东街镶牙摊。").line(most: 60))\
        \(Field("address", "地址", state).line(most: 200))\
        \(Field("town", "乡镇、街道", state, required: false).select(towns, empty: "不清楚"))\
        \(Field("note", "说明", state, required: false).lines(rows: 3, most: 500))
        """))
  }

  static func siteStart(_ model: ClueModel, name: String?) -> FormState {
    .filled([
      ("name", name), ("address", model.clue.place), ("town", model.clue.town == 0 ? nil : "\(model.clue.town)"),
    ])
  }

  /// The form beside what was reported, so that nobody has to go back to read it.
  private static func page(_ title: String, _ model: ClueModel, _ content: HTML) -> Page {
    let clue = model.clue
    return Page(
      title, crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head(title, meta: ["\(clue.number)", clue.state.chip, "承办 \(model.owner)"]))\
      <div class="two"><div>\(content)</div>\
      <div><section class="panel"><h2>举报内容</h2>\(paragraphs(clue.text))<p class="dim under">\(clue.place)</p>\
      \(attachmentList(model.files))</section></div></div>
      """)
  }

  private static func form(
    _ model: ClueModel, _ path: String, _ words: String, _ state: FormState, _ fields: HTML
  ) -> HTML {
    """
    <div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/\(model.clue.id)/\(path)")">\(fields)\
    <p class="row"><button class="btn">\(words)</button></p></form></div>
    """
  }

  private static func officers(_ model: ClueModel) -> [(String, String)] {
    model.choices.officers.map { ($0.id.text, $0.label) }
  }
}
