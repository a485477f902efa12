import Kit
import Law
import Offices
import Storage
import Web

/// The form that hands a clue on, of its own officer or of a body that passes it on.
struct ReferralForm {
  let clue: String
  let action: Link
  let crumbs: [(String, Link)]
  let targets: [(person: Person, level: ReferralLevel)]
  let files: [Attachment]
  /// Who had it already, so that nobody sends it round without a word.
  let before: [ReferralRecord]
  /// Passing on goes to people with accounts only.
  let isForward: Bool
  /// What was reported, beside the form.
  let beside: HTML

  func page(_ state: FormState) -> Page {
    Page(
      "转办", crumbs: crumbs,
      """
      \(head(isForward ? "转给别的单位" : "转办线索", meta: ["\(clue)"]))\
      <div class="two"><div><div class="stack">\(state.summary)<form method="post" action="\(link: action)">\
      \(target(state))\(content(state))<p class="row"><button class="btn">发出</button></p></form></div></div>\
      <div>\(beside)</div></div>
      """)
  }

  private func target(_ state: FormState) -> HTML {
    let people = targets.map { ($0.person.id.text, ReferralTargets.words($0)) }
    let outside: HTML = """
      \(Field("body", "没有账号的单位", state, hint: "写全称。转办函打印以后送去，回执、结果由你登记。", required: false).line(most: 60))\
      \(Field("level", "它是", state, required: false).select(ReferralLevel.allCases.map { ($0.rawValue, $0.title) }, empty: nil))
      """
    let papers = ReferralPaper.allCases.map { ($0.rawValue, $0.title) }
    return """
      \(Field("to", "转给", state, hint: "名单里的人有账号，在系统里接收、退回和反馈。", required: isForward).select(people))\
      \(if: !isForward, outside)\(Field("paper", "文书", state).select(papers, empty: nil))
      """
  }

  private func content(_ state: FormState) -> HTML {
    let choices = files.map { (value: $0.id.text, words: $0.name, hint: nil as String?) }
    let replies = ReferralReply.allCases.map { (value: $0.rawValue, words: $0.title, hint: Self.hint($0)) }
    return """
      \(Field("matter", "线索内容", state, hint: "随文发出。不要写举报人的姓名、电话和能认出他的话。").lines(rows: 6, most: 5000))\
      \(Field("ground", "依据和理由", state, hint: "为什么归对方办：哪部法、哪一条，或者三定规定。请求处置网络信息的，写研判结论和作出结论的单位").lines(rows: 3, most: 2000))\
      \(Field("asks", "办理要求", state).lines(rows: 3, most: 2000))\
      \(Field("links", "链接和账号", state, hint: "一行一个；请求处置网络信息的必填，对方逐个反馈结果", required: false).lines(rows: 2, most: 5000))\
      \(if: !files.isEmpty, Field("along", "随文材料", state, hint: "先看清里面有没有举报人的信息。", required: false).checks(choices))\
      \(Field("due", "哪天以前反馈结果", state).date())\
      \(if: !isForward, Field("reply", "谁答复举报人", state).radios(replies))\
      \(if: !before.isEmpty, Field("again", "再次转给同一个单位的理由", state, hint: "以前转给过：\(names)", required: false).lines(rows: 2, most: 500))
      """
  }

  private var names: String { Set(before.map(\.to)).sorted().joined(separator: "、") }

  private static func hint(_ reply: ReferralReply) -> String {
    switch reply {
    case .sender: "对方反馈以后，由承办人写答复，线索才办结。"
    case .receiver: "对方写的结果就是举报人看到的答复，线索随之办结。"
    }
  }

  static func start(_ matter: String, due: CivilDate) -> FormState {
    .filled([
      ("matter", matter), ("asks", "请依法调查处理，并反馈结果。"), ("due", due.iso), ("reply", ReferralReply.sender.rawValue),
      ("paper", ReferralPaper.letter.rawValue), ("level", ReferralLevel.department.rawValue),
    ])
  }

  /// Translation from form to values; `isForward` where no body without an account is allowed.
  static func read(_ form: Form, isForward: Bool) throws -> NewReferral {
    let read = FormReader(form)
    let person: ID<Account>? = read.maybeID("to")
    let body = isForward ? nil : read.maybeText("body", "没有账号的单位", most: 60)
    let level = form.value("level").flatMap(ReferralLevel.init) ?? .department
    let paper = read.choice("paper", "文书", ReferralPaper.self)
    let reply = isForward ? .sender : read.choice("reply", "谁答复举报人", ReferralReply.self)
    if body != nil, person == nil, reply == .receiver {
      read.refuse("reply", "对方没有账号，只能由转出单位答复。")
    }
    let (matter, ground) = (read.text("matter", "线索内容", most: 5000), read.text("ground", "依据和理由", most: 2000))
    let asks = read.text("asks", "办理要求", most: 2000)
    let links = ReferralLink.lines(read.maybeText("links", "链接和账号", most: 20_000))
    if links.count > ReferralLink.most { read.refuse("links", "链接和账号有 \(links.count) 个，一次最多 \(ReferralLink.most) 个。") }
    if paper == .links, links.isEmpty { read.refuse("links", "请求处置网络信息，要写明链接或者账号。") }
    let (due, again) = (
      read.date("due", "哪天以前反馈结果"), read.maybeText("again", "再次转给同一个单位的理由", most: 500)
    )
    try read.done()
    if body != nil, person != nil { throw ReferralRefusal.twoTargets }
    guard let target = person.map(ReferralTarget.person) ?? body.map({ .outside($0, level) }) else {
      throw ReferralRefusal.nowhere
    }
    let files = Set(form.all("along").compactMap { ID<Attachment>(text: $0)?.value })
    return NewReferral(
      target: target, paper: paper ?? .letter, ground: ground, matter: matter, asks: asks, links: links, due: due,
      reply: reply ?? .sender, files: files, again: again)
  }
}
