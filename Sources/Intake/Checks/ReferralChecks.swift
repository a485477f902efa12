import Kit
import Offices
import Storage

/// No clue is lost on its way between bodies.
enum ReferralChecks {
  static let all: [Check] = [
    Check(
      "C105", "转给别的单位的线索没有在岗的责任人", source: "内部规则（一条线索一个责任人）", .grave, on: .referral,
      remedy: "请对方单位换人接手；换不了的撤回或者退回。", ReferralCheckStore.ownerless),
    Check(
      "C106", "线索同时在两个单位手里：转给它的单位自己没有这条线索", source: "内部规则（一条线索一个责任人）", .grave, on: .referral,
      remedy: "核对转办的经过，让后面的单位退回。", ReferralCheckStore.twofold),
    Check(
      "C107", "线索已经办结，转办还没有结束", source: "内部规则（件件有结果）", .grave, on: .referral,
      remedy: "向对方要回结果登记，或者请技术人员按台账改正。", ReferralCheckStore.afterEnd),
    Check(
      "C108", "转办没有结束，却没有人欠下一步，或者待办多于一项", source: "内部规则（件件有人办）", .grave, on: .referral,
      remedy: "打开转办，办理下一步；多余的待办请技术人员结束。", ReferralCheckStore.unowed),
    Check(
      "C109", "转办已经结束，待办还开着", .mend, on: .referral, remedy: "请技术人员结束多余的待办。", ReferralCheckStore.idle),
    Check(
      "C110", "转办文书有缺号：发出的号与登记的转办数不符", source: "内部规则（编号连续，不得抽走）", .grave, on: .region,
      remedy: "在台账里按编号查缺的是哪一件，用备份找回。", ReferralCheckStore.gaps),
    Check(
      "C111", "线索的收支不符：收到的减去办结的，不等于在办的", source: "内部规则（一条线索也不能少）", .grave, on: .region,
      remedy: "在线索收支页逐格打开核对，按台账改正办结时间。", ReferralCheckStore.unbalanced),
    Check(
      "C112", "移出原单位的线索没有办结，却没有人欠答复", source: "内部规则（件件有人办）", .grave, on: .concealed,
      remedy: "由上级或者纪检监察机关打开，指定办理的人。", ReferralCheckStore.concealedUnowed),
    Check(
      "C113", "移出的线索又到了被反映的单位手里", source: "内部规则（被反映的单位不办自己的事）", .grave, on: .concealed,
      remedy: "转给上级或者纪检监察机关。", ReferralCheckStore.withItself),
  ]
}
