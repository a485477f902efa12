import Duties
import Inspection
import Kit
import Law
import Procedure
import Rulebook
import Storage
import Web

/// The page of a case: where it stands, what may be done next, then its facts.
enum CasePages {
  static func page(_ model: CaseDetail) -> Page {
    let record = model.record
    return Page(
      record.number, crumbs: [("案件", "/cases")],
      """
      \(head("\(record.party)：\(record.violation.name)", meta: ["\(record.number)", "主办 \(record.team.first.name)", "协办 \(record.team.second.name)", CaseChips.state(record)]))\
      \(track(model))<div class="two block"><div>\(facts(model))\(Duties.panel(model.duties, today: model.today, model.calendar))\(decision(model))\(payments(model))\(CaseStory.html(model))\(files(model))\(model.panels)</div>\
      <div>\(stepsPanel(model.steps.next, note: note(model)))\(model.steps.aside)\
      \(CaseStory.terms(model))\(historySection(model.history, today: model.today))</div></div>
      """)
  }

  /// The stages that every case passes, whatever else happens on its way.
  private static func track(_ model: CaseDetail) -> HTML {
    let titles = ["立案", "调查", "告知", "决定", "执行", "结案"]
    let now = place(model.record.stage)
    let items = titles.enumerated().map { index, title -> HTML in
      if index == now { return "<li aria-current=\"step\"><span>\(title)</span></li>" }
      return "<li\(if: index < now, " class=\"past\"")><span>\(title)</span></li>"
    }
    return "<ol class=\"track\" aria-label=\"办案进度\">\(items)</ol>"
  }

  private static func place(_ stage: Stage) -> Int {
    switch stage {
    case .unfiled: 0
    case .investigation, .review, .police: 1
    case .notice, .hearing: 2
    case .decision: 3
    case .service, .enforcement: 4
    case .closing, .referred, .withdrawn: 5
    case .archived: 6
    }
  }

  private static func note(_ model: CaseDetail) -> HTML {
    if model.isAway { return "你已回避，只能看本案，不能办（行政处罚法第四十三条）。" }
    if model.record.state == .closed { return "已结案，案卷只能归档，不再改动。" }
    guard let obstacle = model.obstacle else { return .none }
    return "\(obstacle.sentence)\(obstacle.next)"
  }

  private static func facts(_ model: CaseDetail) -> HTML {
    let record = model.record
    return Web.facts([
      ("当事人", "\(record.party)"), ("地点", model.premises ?? record.premisesName.map { "\($0)" }),
      ("案由", violation(model)), ("违反", "\(record.violation.basis)"), ("处罚依据", "\(record.violation.penalty)"),
      ("依据核对", CaseChips.basis(record, model.obstacle)),
      ("立案日期", "\(record.filedOn.chinese(today: model.today))"),
      ("现在到了", "\(model.procedure.title(record.stage))"),
      ("违法行为终了", record.actEnded.map { "\($0.chinese(today: model.today))" }),
      (
        "要注意",
        record.weights.isEmpty
          ? nil : "\(CaseWeight.allCases.filter(record.weights.contains).map(\.title).joined(separator: "；"))"
      ),
      ("办案人员", "\(record.team.labels)"),
      ("来自检查", model.visit), ("来自线索", model.clue), ("专项行动", model.campaign), ("任务", model.task.map { "\($0)" }),
      ("基本事实", paragraphs(record.summary)),
    ])
  }

  private static func violation(_ model: CaseDetail) -> HTML {
    let violation = model.record.violation
    guard model.viewer.may(.lawSee) else { return "\(violation.name)" }
    return "<a href=\"\(link: "/law/violations/\(violation.id)")\">\(violation.name)</a>"
  }

  private static func decision(_ model: CaseDetail) -> HTML {
    guard let decision = model.record.decision else { return .none }
    let kinds: HTML? = decision.penalties.isEmpty ? nil : "\(decision.words)"
    return section(
      "决定",
      Web.facts([
        ("文号", "\(decision.number)"), ("决定日期", "\(decision.date.chinese(today: model.today))"),
        ("决定", "\(decision.outcome.title)"), ("处罚", kinds), ("决定人", "\(decision.deciderTitle)"),
        ("理由", paragraphs(decision.reasons)),
        ("结案日期", model.record.closedOn.map { "\($0.chinese(today: model.today))" }),
        ("结案说明", model.record.closing.map { paragraphs($0) }),
      ]))
  }

  private static func payments(_ model: CaseDetail) -> HTML {
    let record = model.record
    guard record.owed > .zero || !model.payments.isEmpty else { return .none }
    let lines = model.payments.map {
      Table.Line(["\($0.date.chinese(today: model.today))", "\($0.amount.text) 元"])
    }
    let left: HTML = record.unpaid < .zero ? "要退还 \((.zero - record.unpaid).text) 元" : "未缴 \(record.unpaid.text) 元"
    let note: HTML = "应缴 \(record.owed.text) 元，已缴 \(record.paid.text) 元，\(left)"
    guard !lines.isEmpty else { return section("缴款", note: note, "<p class=\"dim\">还没有缴款。</p>") }
    return section(
      "缴款", note: note,
      Table("缴款 \(lines.count) 笔", [Table.Column("日期"), Table.Column("金额", numeric: true)], lines).html)
  }

  private static func files(_ model: CaseDetail) -> HTML {
    guard !model.files.isEmpty else { return .none }
    return section("材料", note: "\(model.files.count) 个", attachmentList(model.files))
  }
}
