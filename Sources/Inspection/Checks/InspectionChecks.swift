internal import Kit
internal import Offices
internal import Storage

enum InspectionChecks {
  static let all = visits + orders + books

  private static let visits: [Check] = [
    Check(
      "C25", "检查的执法人员少于两人", source: "《行政处罚法》第四十二条；《卫生健康行政处罚程序规定》第十七条", .grave, on: .visit,
      remedy: "核对现场笔录上的签名；确实只有一人的，检查不能作为证据，重新检查。", InspectionCheckStore.alone),
    Check(
      "C26", "检查的执法人员没有登记执法证", source: "《行政处罚法》第四十二条、第五十五条", .grave, on: .visit,
      remedy: "核对执法证，请安全管理员补登；没有证的，重新检查。", InspectionCheckStore.uncertified),
    Check(
      "C27", "检查标为已检查，检查记录却不完整：缺地点、情况、结论，或有项目没有答", .grave, on: .visit,
      remedy: "核对纸质笔录，用备份补回检查记录。", InspectionCheckStore.unrecorded),
    Check(
      "C28", "已检查的日期在今天之后", .mend, on: .visit, remedy: "核对现场笔录上的日期，用备份改正。",
      InspectionCheckStore.ahead),
    Check(
      "C29", "检查的待办与状态对不上：待检查的没有待办，或已检查、已取消的还挂着待办", .mend, on: .visit,
      remedy: "待检查的，改为重新安排一次检查；多余的待办请技术人员结束。", InspectionCheckStore.unevenDuties),
  ]

  private static let orders: [Check] = [
    Check(
      "C30", "责令改正的期限早于检查日期", .grave, on: .rectification, remedy: "核对责令改正文书上的期限，用备份改正。",
      InspectionCheckStore.dueBeforeOrder),
    Check(
      "C31", "检查结论是责令改正，却没有整改记录", .grave, on: .visit, remedy: "在台账里查这次检查，用备份找回责令改正的内容。",
      InspectionCheckStore.orderless),
    Check(
      "C32", "整改已复查，却没有两名持证人员和复查日期", source: "《行政处罚法》第四十二条；《卫生健康行政处罚程序规定》第十七条", .grave,
      on: .rectification, remedy: "核对复查记录上的签名和日期；不足两人的，重新复查。", InspectionCheckStore.recheckAlone),
    Check(
      "C33", "整改的待办与状态对不上：待复查的没有待办，或已复查的还挂着待办", .mend, on: .rectification,
      remedy: "打开整改，登记复查；多余的待办请技术人员结束。", InspectionCheckStore.unevenRechecks),
  ]

  private static let books: [Check] = [
    Check(
      "C34", "检查编号有缺号：发出的号与在册的检查数不符", source: "内部规则（编号连续，不得抽走）", .grave, on: .region,
      remedy: "在台账里按编号查缺的是哪一次，用备份找回。", InspectionCheckStore.gaps)
  ]
}
