internal import Duties
internal import Kit
internal import Storage

enum CampaignChecks {
  static let all: [Check] = [
    Check(
      "C11", "方案已发布，却没有对应的专项行动", .grave, on: .plan, remedy: "在台账里查发布这份方案的记录，用备份找回专项行动。",
      CampaignCheckStore.releasedIntoNothing),
    Check(
      "C12", "专项行动的阶段结束早于开始", .mend, on: .campaign, remedy: "对照方案原文核对阶段日期，用备份改正。",
      CampaignCheckStore.backwardsPhases),
    Check(
      "C13", "报送期限与待办对不上：没办结的没有待办，或办结的还挂着待办", source: "内部规则（期限必有责任人）", .mend, on: .deadline,
      remedy: "打开这项期限，办结它；已办结的请技术人员结束多余的待办。", CampaignCheckStore.unevenDeadlines),
    Check(
      "C88", "报送与待办对不上：没报的没有待办，或已报的还挂着待办", source: "内部规则（报送必有责任人）", .mend, on: .filing,
      remedy: "打开这项报送，由责任人报送；已报的请技术人员结束多余的待办。", CampaignCheckStore.unevenFilings),
    Check(
      "C89", "督导问题与待办对不上：没答复的没有待办，或已答复的还挂着待办", source: "内部规则（督导问题必有人答复）", .mend, on: .finding,
      remedy: "打开这个问题，由责任人答复；已答复的请技术人员结束多余的待办。", CampaignCheckStore.unevenFindings),
    Check(
      "C160", "分发的文书与待办对不上：没签收的没有待办，或已签收的还挂着待办", source: "内部规则（签收必有责任人）", .mend, on: .sentCopy,
      remedy: "打开这份文书，由收件人签收，不在岗的改派；已签收的请技术人员结束多余的待办。", CampaignCheckStore.unevenCopies),
    Check(
      "C170", "长效机制与待办对不上：还在起草的没有待办，或已有结果的还挂着待办，或已施行的没有文号", source: "内部规则（长效机制必有责任人）", .mend,
      on: .mechanism, remedy: "打开这一项，登记施行或者改派；已有结果的请技术人员结束多余的待办。", CampaignCheckStore.unevenMechanisms),
    Check(
      "C161", "抽调与待办对不上：没归队的没有人负责到期，或已归队的还挂着待办", source: "内部规则（抽调到期必有人办理）", .mend, on: .secondment,
      remedy: "打开这位抽调人员，登记归队或者延期；已归队的请技术人员结束多余的待办。", CampaignCheckStore.unevenSecondments),
    Check(
      "C171", "挂牌事项与待办对不上：等着报告的没有待办，或已报告、已摘牌的还挂着待办", source: "内部规则（挂牌事项必有责任人）", .mend,
      on: .placard, remedy: "打开这件挂牌事项，由责任人报告或者改派；已摘牌的请技术人员结束多余的待办。", CampaignCheckStore.unevenPlacards),
    Check(
      "C180", "已印发的考核结果和印发时不一样", source: "内部规则（印发的数字不再变动）", .grave,
      remedy: "对照台账里印发时的校验值，用备份找回这份结果的数字。", find: { try CampaignCheckStore.changedResults($0, $1) }),
    Check(
      "C181", "抽查案卷与待办对不上：等评查、等答复、等复核的没有待办，或办过的还挂着待办", source: "内部规则（抽查案卷必有责任人）", .mend,
      on: .fileReading, remedy: "打开这份抽查案卷，由责任人办理或者交接；办过的请技术人员结束多余的待办。", CampaignCheckStore.unevenReadings),
    Check(
      "C182", "考核指标的送审与待办对不上：等着审定却没有待办，或已有答复还挂着待办", source: "内部规则（审定必有责任人）", .mend,
      on: .assessment, remedy: "打开考核指标，改送别人审定；已有答复的请技术人员结束多余的待办。", CampaignCheckStore.unevenAssessments),
    Check(
      "C183", "考核结果的送审与待办对不上：等着审定却没有待办，或已有答复还挂着待办", source: "内部规则（审定必有责任人）", .mend,
      on: .assessmentResult, remedy: "打开这份考核结果，改送别人审定；已有答复的请技术人员结束多余的待办。", CampaignCheckStore.unevenResults),
    Check(
      "C91", "方案的送审与待办对不上：等着审定却没有待办，或已有答复还挂着待办", source: "内部规则（审定必有责任人）", .mend, on: .plan,
      remedy: "打开这份方案的审定页，改送别人审定；已有答复的请技术人员结束多余的待办。", CampaignCheckStore.unevenPlanApprovals),
    Check(
      "C92", "整治办文书的送审与待办对不上：等着审定却没有待办，或已有答复还挂着待办", source: "内部规则（审定必有责任人）", .mend, on: .briefing,
      remedy: "打开这份文书，改送别人审定；已有答复的请技术人员结束多余的待办。", CampaignCheckStore.unevenBriefingApprovals),
  ]

  /// `signs` are those of the templates of the office's papers.
  static func numbers(_ signs: Set<String>) -> Check {
    Check(
      "C90", "整治办文书的编号有缺号：发出的号与在册的文书数不符", source: "内部规则（编号连续，作废保留编号）", .grave,
      remedy: "在台账里按编号查缺的是哪一份，用备份找回。", find: { try CampaignCheckStore.briefingGaps(signs, $0, $1) })
  }
}
