import Storage

enum PostChecks {
  static let all: [Check] = [
    Check(
      "C120", "在用的监测哨点没有在岗的监督联系人", source: "内部规则（哨点有人联系）", .grave, on: .post,
      remedy: "打开哨点，修改登记，换一位在岗的监督联系人。", PostCheckStore.unsupervised),
    Check(
      "C121", "哨点停用了，或者联系人换了，手机还连着", source: "内部规则（换人、停用随即断开）", .grave, on: .post,
      remedy: "打开哨点，停用全部手机，再给现在的联系人新的登录码。", PostCheckStore.loose),
    Check(
      "C122", "哨点报告的线索不在线索台账里", source: "内部规则（件件有人办）", .grave, on: .post,
      remedy: "在台账里按时间找到这次报告，用备份找回线索。", PostCheckStore.lostClues),
    Check(
      "C123", "哨点的沉默提醒没有人核实，或者答复了待办还开着", source: "内部规则（件件有人办）", .mend, on: .post,
      remedy: "打开哨点，答复提醒；多余的待办请技术人员结束。", PostCheckStore.unowedAlarms),
    Check(
      "C124", "进行中的排摸没有人收，或者结束了待办还开着", source: "内部规则（件件有人办）", .mend, on: .survey,
      remedy: "打开排摸，写明原因结束；多余的待办请技术人员结束。", PostCheckStore.unowedSurveys),
    Check(
      "C132", "布置的巡查没有人负责，或者看过了待办还开着", source: "内部规则（件件有人办）", .mend, on: .patrol,
      remedy: "打开巡查，登记结果或者撤回；多余的待办请技术人员结束。", PostCheckStore.unowedPatrols),
    Check(
      "C133", "巡查发现了情况，线索却不在线索台账里", source: "内部规则（件件有人办）", .grave, on: .patrol,
      remedy: "在台账里按时间找到这次巡查，用备份找回线索。", PostCheckStore.lostFindings),
  ]
}
