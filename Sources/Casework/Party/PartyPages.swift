import Inspection
import Intake
import Kit
import Storage
import Web

/// What the officers' page of the party shows.
struct PartyModel {
  let record: CaseRecord
  let particulars: Particulars?
  let days: PartyDays?
  /// One of the two officers of the case: sees everything, and fills in. All others see what is masked.
  let isOfficer: Bool
  let code: QueryCode?
  let codeMadeOn: CivilDate?
  let money: PartyMoney?
  let receipts: [PartyReceipt]
  /// Of the whole case; those of a receipt are found by their hash.
  let files: [Attachment]
  let today: CivilDate
}

enum PartyPages {
  static func page(_ model: PartyModel, _ state: FormState) -> Page {
    let record = model.record
    return Page(
      "当事人", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("当事人", meta: ["\(record.number)", "\(record.party)", "承办 \(record.team.names)"]))\
      <div class="two block"><div>\(known(model))\(service(model))\(PartyPanel.sent(model.receipts, model.files, model.today))\
      \(form(model, state))</div><div>\(code(model))\(money(model))</div></div>
      """)
  }

  private static func known(_ model: PartyModel) -> HTML {
    guard let known = model.particulars else {
      return section("情况", "<p class=\"dim\">还没有登记。\(model.isOfficer ? "在下面填写，知道多少填多少。" : "由本案执法人员登记。")</p>")
    }
    let isPerson = !model.record.isOrganisation
    let open = model.isOfficer
    return section(
      "情况", note: open ? .none : "证件号、电话、地址只给本案执法人员看全",
      facts([
        (isPerson ? "公民身份号码" : "统一社会信用代码", shown(open ? known.number : known.maskedNumber)),
        ("性别", known.gender.map { "\($0)" }), ("出生日期", open ? known.birth.map { "\($0.chinese())" } : nil),
        ("住址、住所", shown(open || known.address.isEmpty ? known.address : "已登记")),
        ("电话", shown(open ? known.phone : known.maskedPhone)),
        ("法定代表人、负责人", shown([known.representative, known.post].filter { !$0.isEmpty }.joined(separator: "，"))),
      ]))
  }

  private static func shown(_ text: String) -> HTML? { text.isEmpty ? nil : "\(text)" }

  private static func service(_ model: PartyModel) -> HTML {
    guard let service = model.particulars?.service else {
      return section("送达地址确认", "<p class=\"dim\">还没有确认。当事人可以凭查询码在网上确认，也可以在确认书上签名以后由执法人员登记。</p>")
    }
    let open = model.isOfficer
    return section(
      "送达地址确认", note: "\(service.confirmedBy.title)",
      facts([
        ("地址", open ? "\(service.address)" : "已确认"), ("收件人", open ? "\(service.receiver)" : nil),
        ("电话", "\(open ? service.phone : Particulars.masked(service.phone, first: 3, last: 2))"),
        ("确认日期", model.days?.address.map { "\($0.chinese(today: model.today))" }),
        ("电子送达", service.electronic.isEmpty ? "没有同意" : open ? "同意，发到 \(service.electronic)" : "同意"),
      ]))
  }

  private static func money(_ model: PartyModel) -> HTML {
    model.money.map { section("缴款", PartyMoneyPages.table($0, today: model.today)) } ?? .none
  }
}

/// The code, to be printed or handed over.
extension PartyPages {
  private static func code(_ model: PartyModel) -> HTML {
    let action: Link = "/cases/\(model.record.id)/party/code"
    guard let code = model.code else {
      let note: HTML = model.codeMadeOn.map { "\($0.chinese(today: model.today))生成，只给本案执法人员看。" } ?? "还没有生成。"
      let make: HTML = model.isOfficer ? button("生成查询码", action) : .none
      return section("当事人查询码", id: "code", "<p class=\"dim\">\(note)</p>\(make)")
    }
    return section(
      "当事人查询码", id: "code",
      """
      <div class="panel gap"><p class="h1"><b><output class="code">\(code.text)</output></b></p>\(qrCode(code.text, label: "查询码 \(code.text)"))\
      <p>打开本机关网站首页，点“我是当事人”，输入这个码。扫二维码可以得到码的文字。</p>\
      <p class="dim small">在文书页点“打印交当事人”时附在文书后面，也可以当面交给他。任何人拿到都能看到案件的进展，不要发到别处。</p></div>\
      <details class="more under"><summary>码给错了人，换一个</summary><p class="dim">换了以后，原来的码马上作废；已经印在文书上的也不能用了。</p>\
      \(button("换一个码", action))</details>
      """)
  }

  private static func button(_ words: String, _ action: Link) -> HTML {
    "<form method=\"post\" action=\"\(link: action)\" class=\"under\"><button class=\"btn\">\(words)</button></form>"
  }
}

/// The form of the officers.
extension PartyPages {
  private static func form(_ model: PartyModel, _ state: FormState) -> HTML {
    guard model.isOfficer, model.record.state != .closed else { return .none }
    let isPerson = !model.record.isOrganisation
    return """
      <details class="panel block"\(if: model.particulars == nil || !state.problems.isEmpty, " open")><summary>登记、更正</summary>\(state.summary)\
      <form method="post" action="\(link: "/cases/\(model.record.id)/party")" class="under gap">\
      \(Field("number", isPerson ? "公民身份号码" : "统一社会信用代码", state, hint: "18 位；性别、出生日期由它得出", required: false).line(most: 18))\
      \(Field("home", isPerson ? "住址" : "住所", state, required: false).line())\(Field("tel", "电话", state, required: false).line(type: "tel", most: 30, mode: "tel"))\
      \(if: !isPerson, organisation(state))\(service(state))<p class="row"><button class="btn">登记</button></p></form></details>
      """
  }

  private static func organisation(_ state: FormState) -> HTML {
    """
    <div class="pair">\(Field("representative", "法定代表人、负责人", state, required: false).line(most: 60))\
    \(Field("post", "职务", state, required: false).line(most: 60))</div>
    """
  }

  private static func service(_ state: FormState) -> HTML {
    let ways = ConfirmedBy.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return """
      <fieldset><legend>送达地址确认（当事人确认过的才填）</legend>\
      \(Field("address", "送达地址", state, required: false).line())\
      <div class="pair">\(Field("receiver", "收件人", state, required: false).line(most: 60))\(Field("phone", "收件人电话", state, required: false).line(type: "tel", most: 30, mode: "tel"))</div>\
      \(Field("electronic", "电子送达的手机号或者邮箱", state, hint: "当事人签了确认书、同意电子送达的才填", required: false).line(most: 100))\
      \(Field("confirmed-by", "怎样确认的", state, required: false).radios(ways))\(Field("confirmed-on", "确认日期", state, required: false).date())</fieldset>
      """
  }
}
