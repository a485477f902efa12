import Kit
import Offices
import Storage

enum IntakeChecks {
  static let all = people + steps + books + gathered

  private static let people: [Check] = [
    Check(
      "C14", "没有办结的线索没有在岗的责任人", source: "内部规则（一条线索一个责任人）", .grave, on: .clue,
      remedy: "打开线索，改派给在岗的监督员。", IntakeCheckStore.ownerless)
  ]

  private static let steps: [Check] = [
    Check(
      "C15", "线索已经办结，却没有答复或不予受理的理由", source: "内部规则（件件有答复）", .grave, on: .clue,
      remedy: "在台账里找到办结时的记录，用备份补回答复。", IntakeCheckStore.unanswered),
    Check(
      "C16", "没有办结的线索没有办理期限", source: "内部规则（受理、答复都有期限）", .grave, on: .clue,
      remedy: "待受理的，现在受理；办理中的，用备份找回答复期限。", IntakeCheckStore.undated),
    Check(
      "C17", "没有办结的线索没有待办，或待办多于一项", source: "内部规则（件件有人办）", .grave, on: .clue,
      remedy: "打开线索，办理下一步；多余的待办请技术人员结束。", IntakeCheckStore.unowed),
    Check(
      "C18", "线索的收到、受理、办结时间次序颠倒或缺少", .mend, on: .clue, remedy: "按台账里的时间核对，用备份改正。",
      IntakeCheckStore.outOfOrder),
    Check(
      "C19", "线索计入的任务不属于它计入的专项行动", .mend, on: .clue, remedy: "打开线索，重新选择计入的任务。",
      IntakeCheckStore.foreignTask),
    Check(
      "C20", "线索涉及的机构或无证点不在底册里", .grave, on: .clue, remedy: "打开线索，重新认定是哪一家。",
      IntakeCheckStore.lostPremises),
    Check(
      "C21", "线索已经办结，待办还开着", .mend, on: .clue, remedy: "请技术人员结束多余的待办。", IntakeCheckStore.idleDuties),
  ]

  private static let gathered: [Check] = [
    Check(
      "C95", "超过限量的举报收下七天还没有核对", source: "内部规则（件件有人看）", .grave, on: .floodReport,
      remedy: "打开“超量举报核对”，转为线索，或者写明理由不作为举报。", IntakeCheckStore.heldTooLong),
    Check(
      "C96", "线索已合并，却没有并入的线索，或者并入的线索也找不到", source: "内部规则（件件有答复）", .grave, on: .clue,
      remedy: "打开线索，撤销合并；打不开的用备份改正。", IntakeCheckStore.leadless),
  ]

  private static let books: [Check] = [
    Check(
      "C22", "线索在台账里，却搜不到", .mend, on: .clue, remedy: "从线索列表里仍能打开；重新认定涉及的机构，会重新编入搜索。",
      IntakeCheckStore.unfound),
    Check(
      "C23", "线索的合计数与实际条数不符", source: "内部规则（数字可逐条打开）", .mend, on: .region,
      remedy: "以逐条核对的数为准，请技术人员重算合计数。", IntakeCheckStore.unevenTally),
    Check(
      "C24", "线索编号有缺号：发出的号与在册的线索数不符", source: "内部规则（编号连续，不得抽走）", .grave, on: .region,
      remedy: "在台账里按编号查缺的是哪一条，用备份找回。", IntakeCheckStore.gaps),
  ]
}
