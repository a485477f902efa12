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
    Check(
      "C134", "评分表的下一步没有人负责，或者办过了待办还开着", source: "内部规则（件件有人办）", .mend, on: .score,
      remedy: "打开评分表，办下一步；多余的待办请技术人员结束。", ScoreCheckStore.unowed),
    Check(
      "C135", "评分由填自评的人自己核验，合计不对，或者改了分没有理由", source: "内部规则（另一个人现场核验）", .grave, on: .score,
      remedy: "打开评分表，对照台账里的自评、核验，另派人重新核验。", ScoreCheckStore.unfair),
    Check(
      "C136", "新联系人没有培训却没有人负责，或者培训过了待办还开着", source: "内部规则（联系人要培训）", .mend, on: .post,
      remedy: "登记培训，写明谁来了；多余的待办请技术人员结束。", ScoreCheckStore.untrained),
    Check(
      "C137", "示范哨点由提名的人自己决定，没有理由，或者有一票否决的情形", source: "内部规则（提名和决定分开）", .grave, on: .score,
      remedy: "打开评分表，写明原因撤销示范哨点，再由另一个人决定。", ScoreCheckStore.unfairModels),
    Check(
      "C139", "由乡镇填的评分没有人负责，办过了待办还开着，或者由填的人自己核验", source: "内部规则（另一个人现场核验）", .mend, on: .score,
      remedy: "打开评分表，对照台账；多余的待办请技术人员结束，自己核验的另派人重新核验。", TownCheckStore.unowed),
    Check(
      "C140", "哨点奖励没有数额依据，由提出的人自己审批、审批的人自己发放，或者下一步没有人负责", source: "内部规则（提出、审批、发放分开）", .grave,
      on: .postReward, remedy: "打开奖励，对照台账；发错的按本单位的财务规定处理，多余的待办请技术人员结束。", PostRewardCheckStore.unsound),
  ]
}
