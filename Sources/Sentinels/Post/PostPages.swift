import Kit
import Registers
import Web

enum PostPages {
  static func record(_ model: PostModel, _ state: FormState) -> Page {
    let post = model.post
    return Page(
      post.name, crumbs: [("监测哨点", "/posts")],
      """
      \(head(post.name, meta: [post.state.chip, "\(PostListPages.level(post.level))", "\(model.kind)", "\(model.placeName)"], actions: actions(model)))\
      \(state.summary)<div class="two"><div>\(alarms(model, state))\(section("登记的内容", facts(model)))\(reports(model))\(model.panels)</div>\
      <div>\(contacts(model))\(phones(model))\(moves(model, state))\(historySection(model.history, today: model.today))</div></div>
      """)
  }

  private static func alarms(_ model: PostModel, _ state: FormState) -> HTML {
    AlarmPages.section(model.alarms, of: model.post, mayAnswer: model.mayWork, state, today: model.today)
  }

  private static func actions(_ model: PostModel) -> [HTML] {
    guard model.mayWork, model.post.state != .closed else { return [] }
    return [button("修改登记", "/posts/\(model.post.id)/edit", plain: true)]
  }

  private static func facts(_ model: PostModel) -> HTML {
    let post = model.post
    let place = model.institution.map { premises -> HTML in
      model.mayOpenInstitution
        ? "<a href=\"\(link: "/institutions/\(ID<Post>(premises.ref.number))")\">\(premises.name)</a>"
        : "\(premises.name)"
    }
    return Web.facts([
      ("所在机构", place), ("地址", post.address.isEmpty ? nil : "\(post.address)"), ("监督联系人", "\(model.supervisor)"),
      ("挂牌", post.plaque.map { "\($0.chinese(today: model.today))" } ?? "还没有"),
      ("建档", post.file.map { "\($0.chinese(today: model.today))" } ?? "还没有"),
      ("设立", "\(post.begun.chinese(today: model.today))"),
    ])
  }

  private static func contacts(_ model: PostModel) -> HTML {
    let now = model.contacts.filter { $0.until == nil }
    let before = model.contacts.filter { $0.until != nil }
    let list: HTML =
      now.isEmpty
      ? "<p class=\"dim\">还没有登记联系人。登记以后才能给登录码。</p>" : "<ul class=\"steps\">\(now.map { current($0, model) })</ul>"
    let past: HTML = """
      <details class="more under"><summary>以前的 \(before.count) 位</summary><ul class="stack small">\
      \(before.map { "<li>\($0.part.title) \($0.name)，\($0.since.iso) 至 \($0.until?.iso ?? "")</li>" as HTML })</ul></details>
      """
    let change =
      "<p class=\"row under\">\(button("登记、更换联系人", "/posts/\(model.post.id)/contact", plain: true))</p>" as HTML
    return section(
      "联系人", list + (before.isEmpty ? .none : past) + (model.mayWork && model.post.state != .closed ? change : .none))
  }

  private static func current(_ contact: ContactRecord, _ model: PostModel) -> HTML {
    let give: HTML = """
      <form method="post" action="\(link: "/posts/\(model.post.id)/code")" class="under">\
      <input type="hidden" name="contact" value="\(contact.id.text)">\
      <button class="btn p">给登录码<span class="vh">：\(contact.name)</span></button></form>
      """
    return """
      <li><b>\(contact.name)</b>　\(contact.part.title)，\(contact.time.title)<p class="dim">\(contact.telephone)，\
      \(contact.since.chinese(today: model.today))起</p>\(if: model.mayWork && model.post.state == .active, give)</li>
      """
  }

  private static func phones(_ model: PostModel) -> HTML {
    let open = model.ties.filter { $0.holds(at: model.now) }
    let items = open.map { tie -> HTML in
      let who = model.contacts.first { $0.id == tie.contact }?.name ?? "—"
      let cut: HTML = """
        <form method="post" action="\(link: "/posts/\(model.post.id)/cut")" class="push"><input type="hidden" name="device" value="\(tie.id.text)">\
        <button class="btn p">停用<span class="vh">：\(who)的手机</span></button></form>
        """
      return
        "<li class=\"row\"><span>\(who)<br><span class=\"small dim\">\(tie.begun.chinese(today: model.today))连上，\(tie.ends.date.iso) 到期</span></span>\(if: model.mayWork, cut)</li>"
    }
    let all: HTML = """
      <form method="post" action="\(link: "/posts/\(model.post.id)/cut")" class="under"><button class="btn p">手机丢了：全部停用</button></form>
      """
    let none: HTML = "<p class=\"dim\">没有连着的手机。给联系人一个登录码，他用手机打开链接就能报告。</p>"
    return section(
      "手机", note: "\(open.count) 部连着", id: "phones",
      open.isEmpty ? none : "<ul class=\"stack\">\(items)</ul>" + (model.mayWork ? all : .none))
  }

  private static func moves(_ model: PostModel, _ state: FormState) -> HTML {
    guard model.mayWork, model.post.state != .closed else { return .none }
    let choices =
      model.post.state == .active
      ? [("suspended", "暂停"), ("closed", "撤销")] : [("active", "恢复使用"), ("closed", "撤销")]
    return """
      <details class="panel block"\(if: !state.problems.isEmpty, " open")><summary>暂停、恢复、撤销</summary>\
      <form method="post" action="\(link: "/posts/\(model.post.id)/state")" class="under">\
      \(Field("state", "改为", state).select(choices))\(Field("reason", "为什么", state).line(most: 300))\
      <p class="dim small">暂停、撤销以后，手机和登录码随即停用；记录都留着。</p><button class="btn p">保存</button></form></details>
      """
  }

  private static func reports(_ model: PostModel) -> HTML {
    let note: HTML = "线索 \(model.told.reports) 条，零报告 \(model.told.zeros) 次"
    guard !model.reports.isEmpty else { return section("报告", note: note, "<p class=\"dim\">还没有报告过。</p>") }
    let items = model.reports.map { view -> HTML in
      let day = view.report.at.chinese(today: model.today)
      guard let clue = view.report.clue, let state = view.state else {
        return "<li>零报告（\(view.report.span)）　<span class=\"dim\">\(day)</span></li>"
      }
      let title: HTML =
        model.maySeeClues ? "<a href=\"\(link: "/clues/\(clue)")\">\(view.number)</a>" : "\(view.number)"
      return "<li>\(title)　\(view.title)　\(ReportPages.chip(state))<p class=\"dim small\">\(day)，\(view.place)</p></li>"
    }
    return section("报告", note: note, "<ul class=\"steps\">\(items)</ul>")
  }
}

extension PostPages {
  /// What the forms of a post offer.
  struct Choices: Sendable {
    let kinds: [PostKind]
    let places: PostPlaces
    let officers: [(String, String)]
  }

  static func form(_ post: PostRecord?, _ choices: Choices, _ state: FormState) -> Page {
    let above: [(String, Link)] = [("监测哨点", "/posts")]
    let crumbs = above + (post.map { [($0.name, Link("/posts/\($0.id)"))] } ?? [])
    let title = post == nil ? "登记哨点" : "修改登记"
    let target: Link = post.map { "/posts/\($0.id)/edit" } ?? "/posts/new"
    return Page(
      title, crumbs: crumbs,
      """
      \(head(title))<div class="stack">\(state.summary)<form method="post" action="\(link: target)" class="panel">\
      \(Field("name", "名称", state, hint: "例如：柳塘镇卫生院哨点").line(most: 60))\
      \(Field("kind", "种类", state).select(choices.kinds.map { ($0.key, "\($0.title)（\(PostListPages.level($0.level))）") }))\
      \(Field("place", "设在哪里", state, hint: "设在村卫生室的选到村（社区），名单由安全管理员在“行政区划”里增加").select(choices.places.choices))\
      \(Field("address", "地址", state, required: false).line(most: 200))\
      \(Field("institution", "所在机构", state, hint: "写名称，或者许可证号的后几位；不在底册里的不填", required: false).line(most: 100))\
      \(Field("supervisor", "监督联系人", state).select(choices.officers))\
      \(Field("plaque", "哪天挂的牌", state, required: false).date())\(Field("file", "哪天建的档", state, required: false).date())\
      <p class="row"><button class="btn">\(post == nil ? "登记" : "保存")</button><a href="\(link: post.map { "/posts/\($0.id)" } ?? "/posts")">不改了，返回</a></p></form></div>
      """)
  }

  static func contactForm(_ post: PostRecord, _ state: FormState) -> Page {
    Page(
      "登记、更换联系人", crumbs: [("监测哨点", "/posts"), (post.name, "/posts/\(post.id)")],
      """
      \(head("登记、更换联系人", meta: ["换人以后，前一位的手机和登录码随即停用，他的记录留着"]))\
      <div class="stack">\(state.summary)<form method="post" action="\(link: "/posts/\(post.id)/contact")" class="panel">\
      \(Field("part", "哪一位", state).select(ContactRecord.Part.allCases.map { ($0.rawValue, $0.title) }))\
      \(Field("name", "姓名", state).line(most: 40, narrow: true))\
      \(Field("telephone", "电话", state).line(type: "tel", most: 30, narrow: true, mode: "tel"))\
      \(Field("time", "专职、兼职", state).select(ContactRecord.Time.allCases.map { ($0.rawValue, $0.title) }))\
      \(Field("since", "从哪天起", state).date())\
      <p class="row"><button class="btn">保存</button><a href="\(link: "/posts/\(post.id)")">不改了，返回</a></p></form></div>
      """)
  }
}
