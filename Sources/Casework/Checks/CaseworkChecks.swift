internal import Inspection
internal import Kit
internal import Offices
internal import Storage

enum CaseworkChecks {
  static let all = people + money + steps + books

  private static let people: [Check] = [
    Check(
      "C35", "案件的办案人员少于两人", source: "《行政处罚法》第四十二条；《卫生健康行政处罚程序规定》第三十二条", .grave, on: .lawCase,
      remedy: "核对立案报告上的承办人；确实只有一人的，请法制机构研究补正。", CaseworkCheckStore.alone),
    Check(
      "C36", "案件的办案人员没有登记执法证", source: "《行政处罚法》第四十二条、第五十五条", .grave, on: .lawCase,
      remedy: "核对执法证，请安全管理员补登；没有证的，请法制机构研究补正。", CaseworkCheckStore.uncertified),
    Check(
      "C37", "决定人就是本案的办案人员", source: "内部规则（查处分离）", .grave, on: .lawCase,
      remedy: "请法制机构研究，由没有参与办案的负责人重新决定。", CaseworkCheckStore.decidedByOfficer),
  ]

  private static let money: [Check] = [
    Check(
      "C38", "一案两数不一致：已缴的罚没款大于决定的罚没款", source: "内部规则（收缴不得超过决定）", .grave, on: .lawCase,
      remedy: "核对缴款票据；多收的依法退还。", CaseworkCheckStore.overpaid),
    Check(
      "C39", "缴款明细的合计与案件的已缴数不符", .grave, on: .lawCase, remedy: "核对缴款票据，以票据为准，用备份改正。",
      CaseworkCheckStore.unevenPayments),
    Check(
      "C40", "案件已经结案，罚没款还没有缴清", source: "《卫生健康行政处罚程序规定》第六十八条", .grave, on: .lawCase,
      remedy: "核对票据；没有缴清的，请法制机构研究恢复执行。", CaseworkCheckStore.closedUnpaid),
    Check(
      "C41", "处罚种类与金额不符：有罚款没有金额、有金额没有罚款，或不予处罚却有金额", .grave, on: .lawCase,
      remedy: "核对决定书，用备份改正。", CaseworkCheckStore.unevenPenalty),
  ]

  private static let steps: [Check] = [
    Check(
      "C42", "案件已决定或已结案，却没有完整的决定：结论、文号、日期、决定人", source: "《卫生健康行政处罚程序规定》第三十九条、第六十八条",
      .grave, on: .lawCase, remedy: "核对决定书，用备份补回。", CaseworkCheckStore.undecided),
    Check(
      "C43", "决定早于立案、结案早于决定，或缴款早于决定", .grave, on: .lawCase, remedy: "核对文书和票据上的日期，用备份改正。",
      CaseworkCheckStore.outOfOrder),
    Check(
      "C44", "案件的待办与状态对不上：没决定的没有决定期限，没缴清的没有收缴待办，或办完的还挂着待办",
      source: "《行政处罚法》第六十条、第六十七条", .grave, on: .lawCase, remedy: "打开案件，办理下一步；多余的待办请技术人员结束。",
      CaseworkCheckStore.unevenDuties),
    Check(
      "C45", "检查结论是移交立案，既没有立案，也没有立案待办", source: "《卫生健康行政处罚程序规定》第三十二条", .grave, on: .visit,
      remedy: "打开检查，办理立案。", CaseworkCheckStore.unfiled),
  ]

  private static let books: [Check] = [
    Check(
      "C46", "案件在台账里，却搜不到", .mend, on: .lawCase, remedy: "从案件列表里仍能打开；下一次决定或结案会重新编入搜索。",
      CaseworkCheckStore.unfound),
    Check(
      "C47", "案件的合计数与实际件数、金额不符", source: "内部规则（数字可逐条打开）", .mend, on: .region,
      remedy: "以逐条核对的数为准，请技术人员重算合计数。", CaseworkCheckStore.unevenTally),
    Check(
      "C48", "立案号有缺号：发出的号与在册的案件数不符", source: "内部规则（编号连续，不得抽走）", .grave, on: .region,
      remedy: "在台账里按编号查缺的是哪一件，用备份找回。", CaseworkCheckStore.gaps),
    Check(
      "C131", "违法人员库里的处罚与案件的决定不符", source: "内部规则（数字可逐条打开）", .grave, on: .lawCase,
      remedy: "以案件为准；案件下一步办理时记录会跟着改，仍然不符的请技术人员改正。", CaseworkCheckStore.registeredOtherwise),
  ]
}
