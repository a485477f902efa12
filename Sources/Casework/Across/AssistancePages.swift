import Inspection
import Kit
import Offices
import Storage
import Web

/// From whose side a request is looked at. The asked county sees the request and what was attached, never the case.
enum AssistanceSide: Sendable { case asker, asked }

struct AssistanceModel {
  let record: AssistanceRecord
  let side: AssistanceSide
  let names: [County: String]
  let lawCase: Link?
  let files: [Attachment]
  let history: [LedgerEntry]
  let mayWork: Bool
  let mayRule: Bool
  let today: CivilDate

  func name(_ county: County) -> String { names[county] ?? "—" }
}

enum AssistancePages {
  static func list(
    _ sent: [AssistanceRecord], _ received: [AssistanceRecord], _ names: [County: String], today: CivilDate
  ) -> Page {
    Page(
      "协查和管辖", crumbs: [("案件", "/cases")],
      """
      \(head("协查和管辖", meta: ["请别的县协助办案，或者商量一起案件归谁管"]))\
      \(section("别的县请我们办的", received.isEmpty ? "<p class=\"dim\">没有。</p>" : table(received, names, today) { Link("/assistance/received/\($0.id)") }))\
      \(section("我们请别的县办的", sent.isEmpty ? empty("还没有发过协查", "<p>在案件页点“请别的县协查”。</p>" + button("看案件", "/cases")) : table(sent, names, today) { Link("/assistance/\($0.id)") }))
      """)
  }

  private static func table(
    _ records: [AssistanceRecord], _ names: [County: String], _ today: CivilDate, _ link: (AssistanceRecord) -> Link
  ) -> HTML {
    let lines = records.map { record in
      Table.Line([
        "<a href=\"\(link: link(record))\">\(record.number)</a><span class=\"s\">\(record.kind.title)</span>",
        "\(names[record.county] ?? "—") → \(names[record.other] ?? "—")", "\(record.new.due.chinese(today: today))",
        chip(record),
      ])
    }
    let columns = [Table.Column("编号"), Table.Column("从哪里到哪里"), Table.Column("要求答复"), Table.Column("状态")]
    return Table("\(records.count) 件，新的在前", columns, lines).html
  }

  static func chip(_ record: AssistanceRecord) -> HTML {
    let words = record.state.title(record.kind)
    return switch record.state {
    case .sent: Chip.open.html(words)
    case .accepted, .escalated: Chip.half.html(words)
    case .refused: Chip.warn.html(words)
    case .replied, .ruled: Chip.done.html(words)
    }
  }

  static func form(_ record: CaseRecord, _ counties: [Region], _ state: FormState) -> Page {
    Page(
      "请别的县协查", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("请别的县协查", meta: ["\(record.number)", "\(record.violation.name)"]))\(state.summary)\
      \(counties.isEmpty ? empty("系统里没有别的县", "请用公函联系，回复的材料作为其他证据记入案件。") : request(record, counties, state))
      """)
  }

  private static func request(_ record: CaseRecord, _ counties: [Region], _ state: FormState) -> HTML {
    """
    <p class="dim">对方只看到这里写的和附的材料，看不到案卷。没有法定的答复期限，由你写明希望哪天以前答复。</p>\
    <form method="post" enctype="multipart/form-data" action="\(link: "/cases/\(record.id)/assistance")" class="panel gap">\
    \(Field("kind", "什么事", state).radios(AssistanceKind.allCases.map { (value: $0.rawValue, words: $0.title, hint: $0.basis) }))\
    \(Field("county", "哪个县", state).select(counties.map { ("\($0.number)", $0.name) }))\
    \(Field("what", "请对方做什么", state, hint: "管辖争议的，写我方认为归谁管").lines(rows: 4))\
    \(Field("why", "为什么", state, hint: "案情和理由，对方看得懂就够").lines(rows: 3))\
    \(Field("files", "摘录的材料", state, hint: "只附对方需要的", required: false).files(multiple: true))\
    \(Field("due", "希望哪天以前答复", state).date())\
    <p class="row"><button class="btn">发给对方</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不发，返回</a></p></form>
    """
  }

  static func page(_ model: AssistanceModel, _ state: FormState) -> Page {
    let record = model.record
    return Page(
      record.number, crumbs: [("协查和管辖", "/assistance")],
      """
      \(head(record.title, meta: ["\(model.name(record.county)) → \(model.name(record.other))", chip(record)]))\(state.summary)\
      \(section("请求", facts([
        ("请对方做什么", paragraphs(record.new.what)), ("为什么", paragraphs(record.new.why)), ("依据", "\(record.kind.basis)"),
        ("希望答复的日期", "\(record.new.due.chinese(today: model.today))"), ("谁发的", "\(record.asker)，\(record.at.chinese(today: model.today))"),
        ("案件", model.lawCase.map { "<a href=\"\(link: $0)\">打开案件</a>" }),
        ("答复", word(record.answer, model.today)), ("报请指定时的意见", word(record.statement, model.today)),
        ("指定管辖", record.ruledFor.map { "\(model.name($0))" }), ("指定的理由", word(record.ruling, model.today)),
      ])))\(if: !model.files.isEmpty, section("材料", note: "\(model.files.count) 个", attachmentList(model.files)))\
      \(next(model, state))\(historySection(model.history, today: model.today))
      """)
  }

  private static func word(_ word: AssistanceWord?, _ today: CivilDate) -> HTML? {
    word.map { "\(paragraphs($0.text))<p class=\"small dim\">\($0.by)，\($0.at.chinese(today: today))</p>" }
  }

  /// What whoever looks may do now.
  private static func next(_ model: AssistanceModel, _ state: FormState) -> HTML {
    let record = model.record
    if model.side == .asked { return model.mayWork && record.state.isOpen ? answer(record, state) : .none }
    if model.mayRule, record.state == .escalated { return ruling(model, state) }
    let mayEscalate =
      record.kind == .jurisdiction && (record.state == .refused || record.state.isOpen && record.new.due < model.today)
    if model.mayWork, mayEscalate { return escalation(record, state) }
    return record.kind == .help && record.state.isOpen && model.mayWork
      ? "<p class=\"note under\">协查的时间不计入办案期限的，在案件页办“扣除期间”（卫生健康行政处罚程序规定第四十二条）。</p>" : .none
  }

  private static func answer(_ record: AssistanceRecord, _ state: FormState) -> HTML {
    let choices = AssistanceAnswer.allCases.filter { $0 != .accept || record.state == .sent }
    return """
      <form method="post" enctype="multipart/form-data" action="\(link: "/assistance/received/\(record.id)/answer")" class="panel gap"><h2>答复</h2>\
      \(Field("answer", "答复", state).radios(choices.map { (value: $0.rawValue, words: $0.title(record.kind), hint: nil) }))\
      \(Field("text", "内容", state, hint: "结果或者理由；只是受理的可以不写", required: false).lines(rows: 5, most: 20_000))\
      \(Field("files", "材料", state, hint: "会附到对方的案件里", required: false).files(multiple: true))\
      <p class="row"><button class="btn">答复</button></p></form>
      """
  }

  private static func escalation(_ record: AssistanceRecord, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/assistance/\(record.id)/escalate")" class="panel gap"><h2>协商不成，报请共同的上一级指定管辖</h2>\
    \(Field("text", "我方的意见和理由", state).lines(rows: 5, most: 20_000))<p class="row"><button class="btn">报请指定</button></p></form>
    """
  }

  private static func ruling(_ model: AssistanceModel, _ state: FormState) -> HTML {
    let record = model.record
    let choices = [record.county, record.other].map {
      (value: "\($0.number)", words: model.name($0), hint: nil as String?)
    }
    return """
      <form method="post" action="\(link: "/assistance/\(record.id)/rule")" class="panel gap"><h2>指定管辖</h2>\
      \(Field("county", "由哪个县管辖", state).radios(choices))\(Field("text", "理由", state).lines(rows: 4, most: 20_000))\
      <p class="row"><button class="btn">指定</button></p></form>
      """
  }
}
