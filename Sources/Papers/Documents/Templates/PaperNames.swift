/// Texts that the rooms supply to papers. A raw value holds the placeholder of the templates (`{case.number}`) and its
/// Chinese name, which a missing value is told by.
package enum PaperText: String, CaseIterable, Sendable {
  case caseNumber = "case.number 案件编号"
  case caseFiled = "case.filed 立案日期"
  case caseCause = "case.cause 案由"
  case caseBasis = "case.basis 违反的条款"
  case casePenaltyBasis = "case.penalty-basis 处罚依据"
  case caseSummary = "case.summary 案情摘要"
  case caseSource = "case.source 案件来源"
  case caseLimit = "case.limit 追责时效届满日"
  case partyName = "party.name 当事人"
  case partyCode = "party.code 当事人证件号码"
  case partyHead = "party.head 法定代表人或者负责人"
  case partyAddress = "party.address 当事人地址"
  case partyPhone = "party.phone 当事人电话"
  case partyGender = "party.gender 当事人性别"
  case partyBirth = "party.birth 当事人出生日期"
  case partyKind = "party.kind 当事人类型"
  case placeName = "place.name 现场名称"
  case placeAddress = "place.address 现场地址"
  case officersNames = "officers.names 办案人员"
  case officersFirst = "officers.first 第一办案人员"
  case officersFirstCertificate = "officers.first-certificate 第一办案人员执法证号"
  case officersSecond = "officers.second 第二办案人员"
  case officersSecondCertificate = "officers.second-certificate 第二办案人员执法证号"
  case agencyName = "agency.name 机关名称"
  case agencyAddress = "agency.address 机关地址"
  case agencyPhone = "agency.phone 机关电话"
  case agencyPolice = "agency.police 公安机关"
  case agencyProcuratorate = "agency.procuratorate 人民检察院"
  case agencySuperior = "agency.superior 上级机关"
  case agencySite = "agency.site 查询网站"
  case headName = "head.name 机关负责人"
  case approvalWords = "approval.words 审批意见"
  case approvalName = "approval.name 审批人"
  case approvalDate = "approval.date 审批日期"
  case aboutTitle = "about.title 所针对文书的名称"
  case aboutNumber = "about.number 所针对文书的文号"
  case aboutDate = "about.date 所针对文书的日期"
  case aboutUntil = "about.until 所针对措施的期限"
  case termDue = "term.due 办案期限届满日"
  case termExtended = "term.extended 延长后的期限届满日"
  case paperTitle = "paper.title 文书名称"
  case paperNumber = "paper.number 文号"
  case paperDate = "paper.date 文书日期"
  case paperAddress = "paper.address 当事人查阅网址"
  case noticeNumber = "notice.number 告知书文号"
  case noticeDate = "notice.date 告知书日期"
  case noticeServed = "notice.served 告知书送达日期"
  case noticePenalties = "notice.penalties 告知的处罚"
  case hearingDate = "hearing.date 听证日期"
  case hearingTime = "hearing.time 听证时间"
  case hearingPlace = "hearing.place 听证地点"
  case hearingPresider = "hearing.presider 听证主持人"
  case hearingClerk = "hearing.clerk 听证记录员"
  case reviewName = "review.name 审核人"
  case reviewQualification = "review.qualification 审核人的法律职业资格"
  case decisionNumber = "decision.number 决定书文号"
  case decisionDate = "decision.date 决定书日期"
  case decisionServed = "decision.served 决定书送达日期"
  case decisionWords = "decision.words 处罚内容"
  case decisionFine = "decision.fine 罚款数额"
  case decisionFineCapital = "decision.fine-capital 罚款大写数额"
  case decisionGains = "decision.gains 违法所得数额"
  case decisionTotal = "decision.total 罚没款合计"
  case decisionTotalCapital = "decision.total-capital 罚没款合计大写"
  case paymentDays = "payment.days 缴款期限天数"
  case paymentBank = "payment.bank 缴款银行"
  case paymentAccount = "payment.account 缴款账号"
  case paymentSurcharge = "payment.surcharge 加处罚款"
  case paymentDue = "payment.due 缴款截止日期"
  case paymentOwed = "payment.owed 未缴数额"
  case paymentPaid = "payment.paid 已缴数额"
  case remedyReconsiderationDays = "remedy.reconsideration-days 行政复议期限天数"
  case remedyReconsiderationBody = "remedy.reconsideration-body 行政复议机关"
  case remedyCourt = "remedy.court 管辖法院"
  case remedyLitigationMonths = "remedy.litigation-months 行政诉讼期限月数"
  case orderNumber = "order.number 责令改正通知书文号"
  case orderDate = "order.date 责令改正通知书日期"
  case orderDeadline = "order.deadline 改正期限"
  case reminderNumber = "reminder.number 催告书文号"
  case reminderDate = "reminder.date 催告书日期"
  case reminderServed = "reminder.served 催告书送达日期"
  case remedyOnline = "remedy.online 网上行政复议渠道"
  case stepUntil = "step.until 本步骤载明的期限"
  case serviceWay = "service.way 送达方式"
  case serviceReceiver = "service.receiver 收件人"
  case serviceDate = "service.date 送达日期"
  case servicePlace = "service.place 送达地点"

  package var name: String { PaperName.first(rawValue) }
  package var title: String { PaperName.rest(rawValue) }

  package static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// What is so or not so; templates ask with `if:` and `unless:`.
package enum PaperFlag: String, CaseIterable, Sendable {
  case partyIsOrganisation = "party.is-organisation"
  case partyDefended = "party.defended"
  case caseBan = "case.ban"
  case caseDiscussed = "case.discussed"
  case caseHasGoods = "case.has-goods"
  case caseReviewed = "case.reviewed"
  case defenceWaived = "defence.waived"
  case hearingTold = "hearing.told"
  case hearingRequested = "hearing.requested"
  case hearingForfeited = "hearing.forfeited"
  case hearingWaived = "hearing.waived"
  case hearingHeld = "hearing.held"
  case decisionHasFine = "decision.has-fine"
  case decisionHasGains = "decision.has-gains"
  case decisionHasGoods = "decision.has-goods"
  case decisionHasMoney = "decision.has-money"
  case decisionOnTheSpot = "decision.on-the-spot"
  case decisionIsPrice = "decision.is-price"
  case remedyReconsiderationFirst = "remedy.reconsideration-first"
}

/// Lists that the rooms supply, and the keys that a row of each may have.
package enum PaperList: String, CaseIterable, Sendable {
  case items, evidence, papers, steps, payments

  package var columns: [String] {
    switch self {
    case .items: ["name", "spec", "maker", "batch", "unit", "count", "place", "note"]
    case .evidence: ["code", "kind", "name", "source", "taken-on", "taken-by", "pages", "note"]
    case .papers: ["title", "number", "date", "pages", "page", "note"]
    case .steps: ["date", "title", "officers", "paper"]
    case .payments: ["date", "kind", "amount", "receipt"]
    }
  }
}

private enum PaperName {
  static func first(_ text: String) -> String { String(text.prefix { $0 != " " }) }
  static func rest(_ text: String) -> String { String(text.drop { $0 != " " }.dropFirst()) }
}
