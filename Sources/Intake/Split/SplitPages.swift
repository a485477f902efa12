import Duties
import Kit
import Offices
import Storage
import Web

enum SplitPages {
  @Sendable static func form(_ model: ClueModel, _ state: FormState) -> Page {
    let clue = model.clue
    let matters = model.book.matters.filter { !$0.isUrgent }.map { ($0.key, $0.title) }
    let officers = model.choices.officers.map { ($0.id.text, $0.label) }
    return Page(
      "拆分线索", crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head("拆分线索", meta: ["\(clue.number)", clue.state.chip, "承办 \(model.owner)"]))\
      <div class="two"><div class="stack">\(state.summary)<form method="post" action="\(link: "/clues/\(clue.id)/split")" class="panel">\
      \(Field("words", "拆出来另办的部分", state, hint: "只留来信里属于这一件的原话，其余删掉；不要改写。").lines(rows: 8, most: 5000))\
      \(Field("matter", "这一部分反映什么事", state, hint: "投诉和举报按各自的规定办，期限也不同。").select(matters))\
      \(Field("owner", "承办人", state).select(officers))\
      \(Field("reason", "为什么分开办", state, hint: "会记入台账。").line(most: 300))\
      <p class="note">拆出来的另编一号，单独受理、单独答复，期限从收到来信那天算；收支里多一条，注明是拆分。原来这一条的文字不变。\
      举报人用同一个查询码看到两条。拆错了，把它并回原来这一条。</p>\
      <p class="row"><button class="btn">拆分</button><a href="\(link: "/clues/\(clue.id)")">不拆，返回</a></p></form></div>\
      <div><section class="panel"><h2>来信原文</h2>\(paragraphs(clue.text))<p class="dim under">\(clue.place)</p>\
      \(attachmentList(model.files))</section></div></div>
      """)
  }

  /// A complaint came with a report, a report with a complaint.
  @Sendable static func start(_ model: ClueModel) -> FormState {
    let isComplaint = model.entry?.matter == ChannelBook.complaint
    return .filled([
      ("words", model.clue.text), ("matter", isComplaint ? ChannelBook.usual : ChannelBook.complaint),
      ("owner", model.clue.owner.text),
    ])
  }

  /// On the page of each: the others of the same writing, and how to take it back.
  static func panel(_ own: ClueRecord, _ all: [SplitPart], seen: Set<Int64>, mayWork: Bool) -> HTML {
    let others = all.filter { $0.clue.id != own.id && seen.contains($0.clue.id.value) }
    guard !others.isEmpty else { return .none }
    let items = others.map(item)
    let origin = others.first(where: \.isOrigin)?.clue
    let back = Link("/clues/\(own.id)/merge").asking([("lead", origin?.number)])
    let canGoBack = mayWork && own.state.isOpen && origin?.state.isOpen == true
    return section(
      "同一份来信", note: "拆分成 \(all.count) 条",
      """
      <ul class="stack">\(items)</ul>\
      \(if: canGoBack, "<p class=\"row under\">\(button("撤销拆分，并回原来那一条", back, plain: true))</p>")
      """)
  }

  private static func item(_ part: SplitPart) -> HTML {
    let clue = part.clue
    let note: HTML = part.isOrigin ? "原来的来信" : "拆分出来的"
    return """
      <li class="row"><span><a href="\(link: "/clues/\(clue.id)")">\(clue.number)</a> \(clue.summary)<br>\
      <span class="small dim">\(note)</span></span>\(clue.state.chip)</li>
      """
  }

  /// For the reporter, who reads each with the one code that he has.
  static func forReporter(_ model: ProgressModel) -> HTML {
    let others = model.parts.filter { $0.clue.id != model.own.id }
    guard !others.isEmpty else { return .none }
    let items = others.map { part -> HTML in
      """
      <li class="row"><span>\(part.clue.number)<br><span class="small dim">\(part.clue.state.forReporter)</span></span>\
      <form method="post" action="\(link: "/progress")" class="push"><input type="hidden" name="code" value="\(model.code.text)">\
      <input type="hidden" name="part" value="\(part.clue.id)"><button class="btn p">看这一件<span class="vh">\(part.clue.number)</span></button></form></li>
      """
    }
    return section(
      "你的来信里还有一件事", note: "分开办理，各有答复", id: "parts", "<ul class=\"stack\">\(items)</ul>")
  }
}

extension ClueState {
  fileprivate var forReporter: String {
    switch self {
    case .received: "等着决定是否受理"
    case .accepted: "正在办理"
    case .refused: "没有受理，理由在里面"
    case .answered: "已经答复"
    case .merged: "已经和别的合在一起办理"
    }
  }
}

/// The store is asked here; the pages above know no store.
enum SplitPanel {
  static let panel = Panel(on: .clue, order: 0) { ref, viewer, reader in
    guard let scope = viewer.scope(.clueSee), let own = try ClueStore.find(ID(ref.number), reader) else { return .none }
    let all = try SplitStore.all(with: own, reader)
    let seen = try SplitStore.seen(all.map(\.clue.id), by: scope, reader)
    return SplitPages.panel(own, all, seen: seen, mayWork: viewer.may(.clueWork))
  }
}
