/// Plain words for what the ledger names by code. A test compares the deeds with those that the rooms declare.
enum AuditNames {
  static let deeds: [(name: String, words: String)] =
    [
      ("offices.sign-in", "登录"), ("offices.sign-out", "退出登录"), ("offices.add-account", "开通账号"),
      ("offices.withdraw-account", "停用账号"), ("offices.restore-account", "恢复账号"), ("offices.add-agency", "登记单位"),
      ("offices.set-up", "启用系统"), ("offices.change-password", "修改密码"), ("offices.reset-password", "重置密码"),
      ("offices.end-sessions", "结束登录"), ("offices.prove", "确认本人"), ("offices.use-code", "用动态码登录"),
      ("offices.bind-code", "绑定动态码"), ("offices.unbind-code", "解除动态码"), ("offices.certify", "登记执法证"),
      ("offices.qualify", "登记法律职业资格"),
      ("offices.appoint", "任命岗位"), ("offices.dismiss", "免去岗位"), ("offices.hand-over", "交接工作"),
      ("offices.delegate", "委托代理"), ("offices.revoke-delegation", "撤回代理"), ("offices.recuse", "声明回避"),
      ("offices.end-recusal", "撤回回避"), ("offices.add-regions", "登记行政区划"), ("offices.rename-region", "行政区划改名"),
      ("offices.end-region", "撤销行政区划"), ("rulebook.approve", "核准法条"),
      ("rulebook.withdraw", "撤回核准"), ("rulebook.draft", "起草检查表"), ("rulebook.enact", "施行检查表"),
      ("rulebook.drop", "放弃检查表草稿"), ("registers.import", "导入底册"),
      ("registers.remember-columns", "记住底册的列"), ("registers.add-site", "登记无证点"),
      ("registers.ban-site", "取缔无证点"), ("registers.reopen-site", "重新列管无证点"), ("campaign.keep-plan", "录入方案"),
      ("campaign.amend-item", "改正方案条目"), ("campaign.add-item", "补充方案条目"), ("campaign.remove-item", "删去方案条目"),
      ("campaign.restore-item", "恢复方案条目"), ("campaign.settle-finding", "核对疑点"), ("campaign.take-lead", "确认牵头"),
      ("campaign.waive-dates", "确认不设期限"), ("campaign.release-plan", "发布方案"), ("campaign.end-phase", "阶段收尾"),
      ("campaign.end", "结束专项行动"),
      ("campaign.convene-meeting", "召集会议"), ("campaign.write-minutes", "写会议纪要"), ("campaign.resolve-meeting", "会议决议"),
      ("campaign.carry-out-resolution", "办结决议"), ("campaign.meet-deadline", "办结期限"),
      ("campaign.add-member", "登记组成人员"), ("campaign.hand-over-member", "组成人员交接"),
      ("campaign.end-member", "组成人员不再担任"), ("campaign.ask-filing", "要求报送"), ("campaign.file", "报送"),
      ("campaign.return-filing", "退回报送"), ("campaign.plan-supervision", "安排督导检查"),
      ("campaign.record-supervision", "写督导情况"), ("campaign.add-finding", "提出督导问题"),
      ("campaign.answer-finding", "答复督导问题"), ("campaign.accept-finding", "督导问题通过"),
      ("campaign.return-finding", "退回督导答复"),
      ("intake.receive", "登记线索"), ("intake.accept", "受理线索"), ("intake.refuse", "不予受理"), ("intake.assign", "改派线索"),
      ("intake.tie", "线索关联机构"), ("intake.count", "线索计入任务"), ("intake.open-reporter", "开启举报人身份"),
      ("intake.answer", "答复线索"),
      ("inspection.plan", "安排检查"), ("inspection.record", "记录检查"), ("inspection.cancel", "取消检查"),
      ("inspection.recheck", "复查整改"), ("casework.file", "立案"), ("casework.decide", "作出处罚决定"), ("casework.pay", "登记缴款"),
      ("casework.close", "结案"), ("casework.keep-waits", "等人办的事换人"), ("casework.add-evidence", "登记证据"),
      ("casework.attach-evidence", "补充证据附件"),
      ("casework.move-evidence", "移交证据"), ("casework.list-goods", "登记物品清单"), ("casework.dispose-goods", "处理物品"),
      ("casework.redress-goods", "登记返还物品价款或者赔付"),
      ("casework.print-file", "生成案卷 PDF"), ("casework.export", "导出案件"),
      ("casework.register-effect", "把处罚结果记入底册"), ("casework.ask-assistance", "请求协查"),
      ("casework.answer-assistance", "答复协查"), ("casework.escalate-assistance", "报请指定管辖"),
      ("casework.rule-assistance", "指定管辖"), ("casework.write-typical", "拟写典型案例"),
      ("casework.publish-typical", "公布典型案例"), ("casework.withdraw-typical", "撤下典型案例"),
      ("casework.confirm-no-name", "确认不是姓名"), ("casework.list", "挂牌督办"),
      ("casework.report-listed", "报告挂牌案件进展"), ("casework.unlist", "摘牌"), ("casework.log-joint", "登记联合办案"),
      ("casework.note-dereliction", "封存失职线索"), ("casework.open-dereliction", "开启失职线索"),
      ("casework.answer-dereliction", "反馈失职线索"), ("ledger.export", "导出台账"),
      ("duties.sweep", "提醒和督办"), ("duties.recount", "重新计算期限"), ("duties.pass-sealed", "转交封存的待办"),
      ("duties.see-notices", "看过通知"),
      ("duties.demand", "督办"), ("duties.answer-demand", "答复督办"),
    ] + steps + transfers

  /// Steps of a case, as `Deed.caseStep` names them.
  private static let steps: [(name: String, words: String)] = [
    ("casework.on-site", "现场检查"), ("casework.questioning", "询问"), ("casework.other-evidence", "其他取证"),
    ("casework.registration", "先行登记保存"), ("casework.registration-end", "处理登记保存的证据"),
    ("casework.seizure", "查封、扣押"), ("casework.seizure-extension", "延长查封、扣押"),
    ("casework.seizure-end", "处理查封、扣押的物品"), ("casework.order-to-correct", "责令改正"),
    ("casework.reinspection", "复查改正"), ("casework.ban", "取缔"), ("casework.extension", "延长办案期限"),
    ("casework.second-extension", "再次延长办案期限"), ("casework.suspension", "扣除期间"), ("casework.resumption", "恢复计算"),
    ("casework.recusal", "决定回避"), ("casework.investigation-end", "调查终结"), ("casework.panel", "合议"),
    ("casework.prior-notice", "事先告知"), ("casework.waiver", "放弃权利"), ("casework.defence", "陈述申辩"),
    ("casework.defence-review", "复核陈述申辩"), ("casework.hearing-request", "申请听证"),
    ("casework.hearing-notice", "通知听证"), ("casework.hearing", "听证"), ("casework.hearing-forfeit", "终止听证"),
    ("casework.hearing-report", "听证意见"), ("casework.legal-review", "法制审核"), ("casework.discussion", "集体讨论"),
    ("casework.service", "送达"), ("casework.deferral", "延期、分期缴纳"), ("casework.reminder", "催告"),
    ("casework.court-application", "申请强制执行"), ("casework.court-ruling", "法院裁定和执行"),
    ("casework.challenge", "复议、诉讼"), ("casework.challenge-result", "复议、诉讼结果"), ("casework.archive", "归档"),
    ("casework.referral", "移送主管机关"), ("casework.crime-transfer", "移送公安机关"), ("casework.crime-return", "公安机关退回"),
    ("casework.withdrawal", "撤销立案"), ("casework.simple-filing", "当场处罚备案"),
    ("casework.paper-draft", "起草文书"), ("casework.paper-edit", "修改文书草稿"), ("casework.paper-discard", "删除文书草稿"),
    ("casework.paper-issue", "出具文书"), ("casework.paper-hand-out", "打印交当事人"), ("casework.agency-details", "改文书用的单位信息"),
    ("casework.keep-party", "登记当事人情况"), ("casework.party-code", "生成当事人查询码"), ("casework.confirm-address", "确认送达地址"),
  ]

  /// Acts on a transfer, as `Deed.transfer` names them.
  private static let transfers: [(name: String, words: String)] = [
    ("transfers.check", "核对移送标准"), ("transfers.incident", "登记妨碍执法"),
    ("transfers.propose", "提出移送报告"), ("transfers.approve", "批准移送"), ("transfers.refuse", "不批准移送"),
    ("transfers.revoke", "撤回移送的批准"),
    ("transfers.hand-over", "移送公安机关"), ("transfers.copy", "抄送人民检察院"), ("transfers.receive", "公安机关签收回执"),
    ("transfers.forward", "公安机关转送有管辖权的机关"), ("transfers.prolong", "公安机关延长审查时间"), ("transfers.file", "公安机关决定立案"),
    ("transfers.decline", "公安机关不予立案"), ("transfers.review", "提请公安机关复议"), ("transfers.uphold", "复议维持不予立案"),
    ("transfers.supervise", "建议检察机关立案监督"), ("transfers.unsupported", "检察机关没有要求立案"),
    ("transfers.accept", "不再提出异议，继续行政处理"),
    ("transfers.items", "移交涉案物品和材料"), ("transfers.charge", "提起公诉"), ("transfers.dismiss", "公安机关撤销案件"),
    ("transfers.spare", "检察机关不起诉"), ("transfers.sentence", "判决有罪"), ("transfers.exempt", "法院免予刑事处罚"),
    ("transfers.acquit", "法院宣告无罪"),
  ]

  static let kinds: [(name: String, words: String)] = [
    ("clue", "线索"), ("case", "案件"), ("evidence", "证据"), ("visit", "检查"), ("rectification", "整改"), ("institution", "机构"),
    ("site", "无证点"), ("institution-import", "底册导入"), ("plan", "方案"), ("campaign", "专项行动"), ("task", "任务"),
    ("deadline", "期限"), ("duty", "待办"), ("delegation", "代理"), ("account", "账号"), ("agency", "单位"), ("region", "行政区划"),
    ("approval", "核准"), ("edition", "检查表版本"), ("ledger", "台账"), ("assistance", "协查"),
    ("assistance-received", "收到的协查"), ("dereliction", "失职线索"), ("transfer", "移送"),
    ("meeting", "会议"), ("resolution", "决议"), ("member", "组成人员"), ("filing", "报送"), ("supervision", "督导检查"),
    ("finding", "督导问题"),
  ]

  /// The code itself where a room forgot to tell its words.
  static func deed(_ name: String) -> String { deeds.first { $0.name == name }?.words ?? name }
  static func kind(_ name: String) -> String { kinds.first { $0.name == name }?.words ?? name }
}
