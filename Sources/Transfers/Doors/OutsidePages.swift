import Inspection
import Kit
import Web

/// The pages of police and procuratorate: the transfer as it was handed over, and no way into the case.
enum OutsidePages {
  static func police(_ model: TransferDetail) -> Page {
    page(
      model, "移送来的案件", "/received", steps: stepsPanel(TransferSteps.police(model.record)),
      package: "/received/\(model.record.id)/package")
  }

  static func procuratorate(_ model: TransferDetail) -> Page {
    page(model, "立案监督", "/oversight", steps: .none, package: "/oversight/\(model.record.id)/package")
  }

  private static func page(_ model: TransferDetail, _ list: String, _ link: Link, steps: HTML, package: Link) -> Page {
    let record = model.record
    return Page(
      record.letter ?? record.caseNumber, crumbs: [(list, link)],
      """
      \(head("\(record.party)：\(record.crime)", meta: ["\(record.letter ?? record.caseNumber)", TransferChips.state(record.state)]))\
      <div class="two block"><div>\(facts(TransferPages.shared(model)))\(TransferPages.report(model))\
      \(if: record.state.isHandedOver, TransferPages.package(model, package, list: false))\
      \(IncidentPages.section(model.incidents, today: model.today))</div>\
      <div>\(steps)\(TransferPages.events(model))</div></div>
      """)
  }

  static func reached(_ cases: [ReachedCase], today: CivilDate) -> HTML {
    guard !cases.isEmpty else {
      return section("达到移送标准、还没有移送的案件", "<p class=\"dim\">没有。卫生监督机构核对达到标准而没有移送的，会列在这里。</p>")
    }
    let items = cases.map { each -> HTML in
      """
      <li>\(ThresholdPages.verdict(each.check))<p class="why">案件 \(each.caseNumber)，\(each.cause)，\(each.filedOn.chinese(today: today))立案；\
      \(each.state?.title ?? "还没有提出移送")</p></li>
      """
    }
    return section("达到移送标准、还没有移送的案件", note: "\(cases.count) 件", "<ul class=\"steps\">\(items)</ul>")
  }
}
