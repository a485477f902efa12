import Kit
import Storage
import Web

/// The talk as the office reads it and as the reporter reads it.
enum TalkPages {
  static func page(_ clue: ClueModel, _ talk: TalkModel, _ state: FormState) -> Page {
    Page(
      "和举报人的来往", crumbs: [("线索", "/clues"), (clue.clue.number, "/clues/\(clue.clue.id)")],
      """
      \(head("和举报人的来往", meta: ["\(clue.clue.number)", clue.clue.state.chip, "承办 \(clue.owner)"]))\
      <div class="two"><div>\(list(talk, forReporter: false))\(clue.mayWork ? forms(clue, talk, state) : .none)</div>\
      <div><section class="panel first"><h2>举报内容</h2>\(paragraphs(clue.clue.text))<p class="dim under">\(clue.clue.place)</p>\
      \(attachmentList(clue.files))</section></div></div>
      """)
  }

  /// On the clue's own page: how much there is, what is new, and the way in.
  static func panel(_ clue: ID<Clue>, _ talk: TalkModel) -> HTML {
    let link = Link("/clues/\(clue)/talk")
    guard let last = talk.messages.last else {
      return section(
        "和举报人的来往",
        "<p class=\"dim\">还没有来往。缺什么可以问举报人，他凭查询码能看到、能回答。</p><p class=\"row under\">\(button("问举报人", link, plain: true))</p>"
      )
    }
    let fresh: HTML = talk.unseen > 0 ? Chip.warn.html("举报人有新补充 \(talk.unseen) 条") : .none
    return section(
      "和举报人的来往", note: "共 \(figure(talk.messages.count, link)) 条",
      """
      <p>\(fresh) 最近一条：\(last.side == .reporter ? "举报人" : "本机关")，\(last.at.chinese(today: talk.today))</p>\
      <p class="row under">\(button(talk.unseen > 0 ? "看补充" : "看来往、问举报人", link, plain: talk.unseen == 0))</p>
      """)
  }

  /// For the reporter's page. Nobody of the office is named.
  static func forReporter(_ talk: TalkModel, _ model: ProgressModel, _ state: FormState) -> HTML {
    let asked: HTML = talk.waitsForReporter ? "<p class=\"note warn\">承办单位给你留了言，请看下面，能回答的请回答。</p>" : .none
    return section(
      "和承办单位说话", id: "talk",
      """
      \(asked)\(list(talk, forReporter: true))\
      <form method="post" action="\(link: "/progress/say")" enctype="multipart/form-data" class="panel under">\
      \(ProgressPages.hidden(model))\
      \(Field("message", "补充或者回答", state, hint: "不要写自己的姓名、电话、住址，承办的人会看到这段话。").lines(rows: 4, most: 3000))\
      \(Field(
        "files", "照片、收据、视频", state,
        hint: "\(state.problems.isEmpty ? "" : "文件没有保留下来，请重新选一次。")图片、PDF 或 MP4，每个不超过 20 MB，最多 5 个。照片里的拍摄地点和手机型号会自动去掉。",
        required: false
      ).files(multiple: true, accept: Evidence.accept))<button class="btn w">发给承办单位</button></form>
      """)
  }

  private static func list(_ talk: TalkModel, forReporter: Bool) -> HTML {
    guard !talk.messages.isEmpty else {
      return forReporter
        ? "<p class=\"dim\">还没有来往。想起什么，写在下面就行。</p>"
        : empty("还没有来往", "缺时间、地点、照片，可以在下面问举报人；他下次查进度就能看到。")
    }
    return timeline(
      talk.messages.map { message in
        (time: message.at.chinese(today: talk.today), words: words(message, talk, forReporter: forReporter), note: nil)
      })
  }

  private static func words(_ message: TalkMessage, _ talk: TalkModel, forReporter: Bool) -> HTML {
    let who: String =
      switch message.side {
      case .reporter: forReporter ? "你" : "举报人"
      case .office: forReporter ? "承办单位" : message.author.flatMap { talk.names[$0.value] } ?? "本机关"
      }
    let files = talk.files[message.id.value] ?? []
    // A list within the line of time would take on its dots.
    let links = files.map { file -> HTML in "<p><a href=\"\(link: "/files/\(file.id)")\">\(file.name)</a></p>" }
    let count: HTML = files.isEmpty ? .none : "<p class=\"small dim\">附件 \(files.count) 个</p>"
    let attached: HTML = forReporter ? count : "\(links)"
    let fresh: HTML = !forReporter && message.side == .reporter && message.seenAt == nil ? Chip.warn.html("未看") : .none
    return "<b>\(who)</b> \(fresh)\(paragraphs(message.text))\(attached)"
  }

  private static func forms(_ clue: ClueModel, _ talk: TalkModel, _ state: FormState) -> HTML {
    let base = Link("/clues/\(clue.clue.id)/talk")
    let seen: HTML =
      talk.unseen == 0
      ? .none
      : "<form class=\"row under\" method=\"post\" action=\"\(link: "\(base)/seen")\"><button class=\"btn p\">我看过了，不用回复</button></form>"
    return """
      \(seen)<div class="stack under">\(state.summary)<form method="post" action="\(link: base)" class="panel">\
      \(Field("message", "给举报人的话", state, hint: "问清时间、地点、证据，或者告诉他怎么补充。他凭查询码看；不要写当事人的个人信息，也不要问他是谁。").lines(rows: 4, most: 2000))\
      <p class="row"><button class="btn">发给举报人</button></p></form></div>
      """
  }
}
