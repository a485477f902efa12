import Duties
import Inspection
import Kit
import Storage
import Web

/// The page of a transfer for our agency.
enum TransferPages {
  static func page(_ model: TransferDetail, steps: [Step], mayOpenCase: Bool) -> Page {
    let record = model.record
    return Page(
      record.letter ?? record.caseNumber, crumbs: [("移送", "/transfers")],
      """
      \(head("\(record.party)：\(record.crime)", meta: ["\(record.letter ?? "还没有移送书文号")", TransferChips.state(record.state)]))\
      <div class="two block"><div>\(facts(model, mayOpenCase: mayOpenCase))\(report(model))\(papers(record))\(package(model, "/transfers/\(record.id)/package", list: true))\
      \(events(model))\(files(model))\(IncidentPages.section(model.incidents, today: model.today))</div>\
      <div>\(stepsPanel(steps, note: note(record)))\(Duties.panel(model.duties, today: model.today, model.calendar))\
      \(historySection(model.history, today: model.today))</div></div>
      """)
  }

  private static func note(_ record: TransferRecord) -> HTML {
    switch record.state {
    case .refused: "负责人没有批准，案件按行政程序继续办理。事实有变化的，可以重新提出。"
    case .revoked: "负责人撤回了批准，移送书作废，案件按行政程序继续办理。事实有变化的，可以重新提出。"
    case .returned: "案件已经退回，按行政程序继续办理；已经作出的警告、停业、吊销等仍然有效（移送规定第十一条）。"
    case .supervising: "法律没有规定检察机关答复的期限。"
    case .sentenced: "刑事部分已经办结。"
    default: .none
    }
  }

  private static func facts(_ model: TransferDetail, mayOpenCase: Bool) -> HTML {
    let record = model.record
    let lawCase: HTML =
      mayOpenCase
      ? "<a href=\"\(link: "/cases/\(record.lawCase)")\">\(record.caseNumber)</a>" : "\(record.caseNumber)"
    return Web.facts(
      [("案件", lawCase), ("案由", "\(record.cause)")] + shared(model) + [
        ("专案组", "\(model.officers)"), ("报给", "\(model.headName)"),
        ("批准时间", record.approvedAt.map { "\($0.chinese(today: model.today))" }),
        (
          "抄送检察院",
          record.copiedOn.map { "\($0.chinese(today: model.today))" } ?? (record.state.isHandedOver ? "还没有登记" : nil)
        ),
      ])
  }

  /// What every side may know.
  static func shared(_ model: TransferDetail) -> [(String, HTML?)] {
    let record = model.record
    return [
      ("当事人", "\(record.party)"), ("涉嫌的罪名", "\(record.crime)"), ("移送到", "\(record.police)"),
      ("移送时间", record.handedAt.map { "\($0.chinese(today: model.today))" }),
      ("犯罪嫌疑人", record.suspects > 0 ? "\(record.suspects) 人" : nil),
      ("判决有罪", record.sentenced > 0 ? "\(record.sentenced) 人" : nil),
    ]
  }

  static func report(_ model: TransferDetail) -> HTML {
    guard let report = model.report else { return .none }
    let verdict = model.check.map { section("移送标准", ThresholdPages.verdict($0)) } ?? .none
    return section(
      "移送报告",
      Web.facts([
        ("核实的情况", paragraphs(report.facts)), ("证据", paragraphs(report.proof)),
        ("涉案物品", report.items.isEmpty ? nil : paragraphs(report.items)),
        ("此前受过的处罚", model.check.flatMap { $0.earlier.isEmpty ? nil : paragraphs($0.earlier) }),
      ])) + verdict
  }

  static func package(_ model: TransferDetail, _ link: Link, list: Bool) -> HTML {
    guard let package = model.package else {
      return section("移送包", "<p class=\"dim\">移送时自动生成：移送书、报告、清单、办案经过和全部材料，带校验值。</p>")
    }
    return section(
      "移送包",
      """
      <p><a href="\(link: link)">\(package.name)</a></p>\
      <p class="why">校验值 SHA-256：<span class="hash">\(package.sha256)</span></p>\
      \(if: list, "<p class=\"row under\">\(button("打印清单", "/transfers/\(model.record.id)/list", plain: true))</p>")
      """)
  }

  private static func papers(_ record: TransferRecord) -> HTML {
    let items = TransferPaper.allCases.filter { $0.isReady(record) }.map { paper -> HTML in
      "<li><a href=\"\(link: "/transfers/\(record.id)/papers/\(paper.rawValue)")\">\(paper.title)</a></li>"
    }
    return section("文书", note: "Word 文件，打印后签名、盖章", "<ul class=\"stack\">\(items)</ul>")
  }

  static func events(_ model: TransferDetail) -> HTML {
    let items = model.events.map { event -> (time: String, words: HTML, note: HTML?) in
      let details = [event.document, event.count.map { "\($0) 人" }].compactMap { $0 }.joined(separator: "，")
      let when = "\(event.on.chinese(today: model.today))\(event.clock.map { " \($0)" } ?? "")"
      return (
        time: when,
        words:
          "\(event.action.title)\(if: !details.isEmpty, "（\(details)）")\(if: !event.words.isEmpty, paragraphs(event.words))",
        note: "\(event.byTitle)登记"
      )
    }
    return section("移送经过", timeline(items))
  }

  private static func files(_ model: TransferDetail) -> HTML {
    let files = model.files.filter { $0.id != model.package?.id }
    return files.isEmpty ? .none : section("文书扫描件", note: "\(files.count) 个", attachmentList(files))
  }
}
