import Kit
import Matching
import Offenders
import Storage
import Web

enum QueryPages {
  static func list(_ queries: [QueryRecord], _ listing: Listing, today: CivilDate) -> Page {
    let lines = queries.map { query in
      Table.Line([
        "<a href=\"\(link: "/exchange/queries/\(query.id)")\">\(query.number)</a><span class=\"s\">\(query.purpose)</span>",
        "\(query.asker)", "\(query.at.date.chinese(today: today))", "\(query.due.chinese(today: today))", chip(query),
      ])
    }
    let columns = ["编号和用途", "谁问的", "什么时候", "希望答复", "状态"].map { Table.Column($0) }
    let table =
      lines.isEmpty
      ? empty("还没有问过省里", "先在<a href=\"/offenders\">违法人员库</a>里查；查不清的，在比对结果页上问省里。")
      : Table(listing.caption("问省里", unit: "件"), columns, lines, listing: listing).html
    return Page(
      "问省里", crumbs: [("跨县查询", "/exchange/requests")],
      "\(head("问省里", meta: ["本县的库里查不清的人，按用途问省里；问和答都记入台账"]))\(table)")
  }

  private static func chip(_ query: QueryRecord) -> HTML {
    guard let verdict = query.answered?.answer.verdict else { return Chip.half.html("等答复") }
    return verdict == .none ? Chip.done.html(verdict.title) : Chip.warn.html(verdict.title)
  }

  static func panel(_ queries: [QueryRecord], ask: Link?, today: CivilDate) -> HTML {
    guard !queries.isEmpty || ask != nil else { return .none }
    let items = queries.map { query -> HTML in
      """
      <li><a href="\(link: "/exchange/queries/\(query.id)")">\(query.number)</a>　\(chip(query))\
      <p class="why">\(query.asker)，\(query.at.chinese(today: today))</p></li>
      """
    }
    let listed: HTML = items.isEmpty ? .none : "<ul class=\"stack\">\(items)</ul>"
    let further: HTML = ask.map { "<p class=\"row under\">\(button("问省里", $0, plain: true))</p>" } ?? .none
    return section("问省里", id: "province", "\(listed)\(further)")
  }

  static let nobody = Page(
    "问省里", crumbs: [("问省里", "/exchange/queries")],
    "\(head("问省里"))\(empty("还没有说问谁", "先在<a href=\"/offenders\">违法人员库</a>里查，再在比对结果页上问省里。"))")

  static func form(_ look: LookRecord, _ state: FormState, today: CivilDate) -> Page {
    let filled = state.value("due").isEmpty ? FormState.filled([("due", today.adding(days: 5).iso)]) : state
    return Page(
      "问省里", crumbs: [("问省里", "/exchange/queries")],
      """
      \(head("问省里", meta: ["用这次比对的描述和用途"]))\(state.summary)\(section("问的是谁", person(look.asked, look.purpose)))\
      <form method="post" action="/exchange/queries" class="panel gap"><input type="hidden" name="look" value="\(look.id.text)">\
      \(Field("due", "希望哪天以前答复", filled, hint: "没有法定期限，到了没有答复会提醒你").date())\
      <p class="row"><button class="btn">提出</button><a class="btn p" href="\(link: "/offenders/looks/\(look.id)")">不问，返回</a></p></form>
      """)
  }

  private static func person(_ said: MatchRecord, _ purpose: String) -> HTML {
    let masked = said.masked
    func some(_ text: String) -> HTML? { text.isEmpty ? nil : "\(text)" }
    return facts([
      ("姓名", some(masked.name)), ("又名", some(masked.aliases)), ("性别", some(masked.sex)),
      ("出生年", some(masked.birthYear)), ("证件号码", some(masked.idNumber)), ("电话", some(masked.phone)),
      ("籍贯", some(masked.homePlace)), ("用途", "\(purpose)"),
    ])
  }

  static func page(
    _ query: QueryRecord, subject: Link?, mayEnter: Bool, _ history: [LedgerEntry], today: CivilDate, _ state: FormState
  ) -> Page {
    let about: HTML =
      subject.map { "<p>问的事由：<a href=\"\(link: $0)\">那一起案件或者线索</a></p>" } ?? .none
    return Page(
      query.number, crumbs: [("问省里", "/exchange/queries")],
      """
      \(head(query.title, meta: [chip(query), "\(query.asker)，\(query.at.chinese(today: today))"]))\(state.summary)\
      \(answer(query, today))\(if: mayEnter, forms(query, state))\
      \(section("问的是谁", "\(person(query.said, query.purpose))\(about)"))\(historySection(history, today: today))
      """)
  }

  private static func answer(_ query: QueryRecord, _ today: CivilDate) -> HTML {
    guard let answered = query.answered else {
      return "<p class=\"note\">还没有答复，希望\(query.due.chinese(today: today))以前有。</p>"
    }
    let answer = answered.answer
    let lines = answer.candidates.map { candidate in
      Table.Line([
        "\(Mask.name(candidate.name))<span class=\"s\">\(shown(candidate.id_number))</span>", "\(candidate.penalties)",
        "\(candidate.reasons.joined(separator: "；"))",
      ])
    }
    let columns = [Table.Column("候选人"), Table.Column("有效处罚", numeric: true), Table.Column("理由")]
    let table: HTML =
      lines.isEmpty ? .none : Table("候选人 \(lines.count) 名，姓名和号码只显示一部分", columns, lines).html
    return section(
      "答复", note: "\(answer.receiver)，\(answered.by)\(answered.at.chinese(today: today))登记",
      "\(paragraphs(answer.words))\(table)<p class=\"small dim\">是不是同一人由人判断。</p>")
  }

  /// Masked already where a Qingyuan answered; another system may write more than a page shows.
  private static func shown(_ number: String?) -> String {
    guard let number else { return "" }
    return number.contains("*") ? number : Mask.number(number)
  }

  private static func forms(_ query: QueryRecord, _ state: FormState) -> HTML {
    guard query.answered == nil else { return .none }
    let base: Link = "/exchange/queries/\(query.id)"
    return """
      <form method="post" action="\(link: "\(base)/file")" class="panel gap"><h2>取文件</h2>\
      <p>文件里有完整的证件号码、电话，只能按规定的渠道发给省里；每取一次台账记一次。省里用接口的，会自己来取。</p>\
      <button class="btn">取文件</button></form>\
      <form method="post" action="\(link: "\(base)/answer")" enctype="multipart/form-data" class="panel gap"><h2>登记答复</h2>\
      \(Field("file", "省里发来的答复文件", state).files(multiple: false, accept: ".json"))\
      <button class="btn p">登记答复</button></form>
      """
  }

  static func questions(
    _ questions: [AnsweredQuestion], _ listing: Listing, today: CivilDate, _ state: FormState
  ) -> Page {
    let lines = questions.map {
      Table.Line([
        "\($0.number)<span class=\"s\">\($0.purpose)</span>", "\($0.sender)", "\($0.verdict.title)", "\($0.actor)",
        "\($0.at.chinese(today: today))",
      ])
    }
    let columns = ["编号和用途", "哪里问的", "结论", "谁答复的", "时间"].map { Table.Column($0) }
    let table: HTML =
      lines.isEmpty
      ? empty("还没有答复过", "县里用本系统的，把“问省里”的文件发来，在这里答复。")
      : Table(listing.caption("答复", unit: "件"), columns, lines, listing: listing).html
    return Page(
      "答复下级的询问", crumbs: [("问省里", "/exchange/queries")],
      """
      \(head("答复下级的询问", meta: ["给省、市用：用本系统的库比对，答复里姓名和号码只有一部分"]))\(state.summary)\
      <form method="post" action="/exchange/questions" enctype="multipart/form-data" class="panel gap">\
      \(Field("file", "下级发来的文件", state, hint: "上传以后下载答复；用途记入台账").files(multiple: false, accept: ".json"))\
      <button class="btn">比对，下载答复</button></form>\(section("答复过的", table))
      """)
  }
}
