import Duties
import Kit
import Law
import Storage
import Web

enum VisitDetailPages {
  static func page(_ model: VisitDetail) -> Page {
    let visit = model.visit
    return Page(
      visit.number, crumbs: [("检查", "/visits")],
      """
      \(head(visit.premisesName, meta: ["\(visit.number)", "\(visit.date.chinese(today: model.today))", "\(visit.team.names)", VisitChips.state(visit, model.today)] + (visit.finding == nil ? [] : [VisitChips.result(visit)])))\
      <div class="two"><div>\(facts(model))\(answers(model))\(orders(model))\(files(model))\(model.panels)</div>\
      <div>\(stepsPanel(steps(model)))\(Duties.panel(model.duties, today: model.today, model.calendar))\
      \(historySection(model.history, today: model.today))</div></div>
      """)
  }

  private static func facts(_ model: VisitDetail) -> HTML {
    let (visit, finding) = (model.visit, model.visit.finding)
    return Web.facts([
      ("检查对象", model.premises ?? "\(visit.premisesName)"), ("执法人员", "\(visit.team.labels)"),
      ("来自线索", model.clue), ("专项行动", model.campaign), ("任务", model.task.map { "\($0)" }),
      ("检查表", "\(visit.checklist)"), ("地点", finding.map { "\($0.place)" }), ("时间", times(finding)),
      ("检查情况", finding.map { paragraphs($0.summary) }), ("结论", finding.map { "\($0.result.title)" }),
    ])
  }

  private static func times(_ finding: VisitFinding?) -> HTML? {
    switch (finding?.began, finding?.ended) {
    case (let began?, let ended?): "\(began) 至 \(ended)"
    case (let began?, nil): "\(began) 开始"
    case (nil, let ended?): "\(ended) 结束"
    case (nil, nil): nil
    }
  }

  private static func answers(_ model: VisitDetail) -> HTML {
    let lines = model.items.map { item in
      Table.Line([
        "\(item.question)<span class=\"s\">\(item.basis)</span>", chip(item.answer), "\(item.note ?? "—")",
      ])
    }
    let caption = model.visit.state == .done ? "共 \(lines.count) 项，不符合 \(model.unlawful) 项" : "共 \(lines.count) 项"
    return section(
      model.visit.checklist,
      Table(caption, [Table.Column("项目和依据"), Table.Column("结果"), Table.Column("发现的问题")], lines).html)
  }

  private static func chip(_ answer: VisitAnswer?) -> HTML {
    switch answer {
    case nil: "—"
    case .yes?: Chip.done.html(VisitAnswer.yes.title)
    case .no?: Chip.bad.html(VisitAnswer.no.title)
    case .notApplicable?: Chip.shut.html(VisitAnswer.notApplicable.title)
    }
  }

  private static func orders(_ model: VisitDetail) -> HTML {
    guard !model.rectifications.isEmpty else { return .none }
    let items = model.rectifications.map { record -> HTML in
      """
      <li><b><a href="\(link: "/rectifications/\(record.id)")">责令改正，期限\(record.due.chinese(today: model.today))</a></b>　\
      \(RectificationChips.state(record))<p>\(record.text)</p></li>
      """
    }
    return section("整改", "<ul class=\"steps\">\(items)</ul>")
  }

  private static func files(_ model: VisitDetail) -> HTML {
    guard !model.files.isEmpty else { return .none }
    return section("照片、材料", note: "\(model.files.count) 个", attachmentList(model.files))
  }

  private static func steps(_ model: VisitDetail) -> [Step] {
    switch model.visit.state {
    case .planned: planned(model)
    case .done: done(model)
    case .cancelled: []
    }
  }

  private static func planned(_ model: VisitDetail) -> [Step] {
    let later = Step("立案", "检查还没有记录，先填写检查记录。")
    guard model.mayWork else { return [Step("填写检查记录", "由本县执法人员办，你的岗位只能查看。"), later] }
    let visit = model.visit
    return [
      Step("填写检查记录", "\(model.items.count) 项清单，手机上也能填。", "/visits/\(visit.id)/record"),
      Step("取消检查", "要写理由，编号保留。", "/visits/\(visit.id)/cancel"), later,
    ]
  }

  private static func done(_ model: VisitDetail) -> [Step] {
    let rechecks = model.rectifications.filter { $0.state == .open }.map { record in
      model.mayWork
        ? Step("复查整改", "改正期限\(record.due.chinese(today: model.today))。", "/rectifications/\(record.id)")
        : Step("复查整改", "由本县执法人员办，你的岗位只能查看。")
    }
    guard model.duties.contains(where: { $0.kind == Inspection.filingDuty }) else { return rechecks }
    let filing =
      model.viewer.may(Permission("case.work"))
      ? Step("立案", "结论是移交立案。", Link("/cases/new").asking([("visit", model.visit.id.text)]))
      : Step("立案", "由有办案权限的执法人员办。")
    return [filing] + rechecks
  }
}
