package import Kit

/// What intake refuses.
package enum IntakeRefusal: Refusal, Hashable {
  /// Nobody in the county could own the clue, and a clue without an owner is not taken in.
  case countyClosed
  case wrongCode
  case tooManyWrongCodes
  case alreadyHandled(number: String, state: String)
  case notAccepted(number: String)
  case notAnOfficer
  case taskNotRunning
  case premisesMissing
  case dueBeforeToday
  case anonymous
  case sealBroken(number: String)
  case orderKnown(order: String, number: String)
  case unknownMatter
  case daysOutside(Int)
  case noTermSet
  case cameLater
  case noSuchLead
  case sameClue
  case leadMerged(number: String)
  case noFile
  case noHeader
  case columnsMissing([String])
  case columnTwice(String)
  case columnsUnsettled
  case rowsBad(Int)
  case nothingNew
  case importGone
  case noneHeld
  case noAddress
  /// A draft arrived a second time with other words.
  case draftSpent

  package var code: String {
    switch self {
    case .countyClosed: "intake.county-closed"
    case .wrongCode: "intake.wrong-code"
    case .tooManyWrongCodes: "intake.too-many-wrong-codes"
    case .alreadyHandled: "intake.already-handled"
    case .notAccepted: "intake.not-accepted"
    case .notAnOfficer: "intake.not-an-officer"
    case .taskNotRunning: "intake.task-not-running"
    case .premisesMissing: "intake.premises-missing"
    case .dueBeforeToday: "intake.due-before-today"
    case .anonymous: "intake.anonymous"
    case .sealBroken: "intake.seal-broken"
    case .orderKnown: "intake.order-known"
    case .unknownMatter: "intake.unknown-matter"
    case .daysOutside: "intake.days-outside"
    case .noTermSet: "intake.no-term-set"
    case .cameLater: "intake.came-later"
    case .noSuchLead: "intake.no-such-lead"
    case .sameClue: "intake.same-clue"
    case .leadMerged: "intake.lead-merged"
    case .noFile: "intake.no-file"
    case .noHeader: "intake.no-header"
    case .columnsMissing: "intake.columns-missing"
    case .columnTwice: "intake.column-twice"
    case .columnsUnsettled: "intake.columns-unsettled"
    case .rowsBad: "intake.rows-bad"
    case .nothingNew: "intake.nothing-new"
    case .importGone: "intake.import-gone"
    case .noneHeld: "intake.none-held"
    case .noAddress: "intake.no-address"
    case .draftSpent: "intake.draft-spent"
    }
  }

  package var sentence: String {
    switch self {
    case .countyClosed: "这个县还没有开通网上举报，这次没有保存任何内容。"
    case .wrongCode: "没有这个查询码。"
    case .tooManyWrongCodes: "这一分钟里输错的查询码太多，查询暂停片刻。"
    case .alreadyHandled(let number, let state): "线索\(number)现在是“\(state)”，可能别人刚刚办过，这一步没有保存。"
    case .notAccepted(let number): "线索\(number)还没有受理，不能答复。"
    case .notAnOfficer: "选的人不在本县办理线索的人员名单里。"
    case .taskNotRunning: "选的任务不在正在开展的专项行动里。"
    case .premisesMissing: "没有找到选的机构或无证点，或者它不在本县。"
    case .dueBeforeToday: "答复期限不能早于今天。"
    case .anonymous: "这条线索是匿名举报，没有身份可以开启。"
    case .sealBroken(let number): "线索\(number)的举报人身份打不开：封存它的密钥和现在用的不是同一把。"
    case .orderKnown(let order, let number): "工单 \(order) 已经登记为线索\(number)，没有再登记一条。"
    case .unknownMatter: "选的事项不在列表里。"
    case .daysOutside(let most): "时限要在 1 到 \(most) 个工作日之间。"
    case .noTermSet: "这一条本来就没有设定，没有变化。"
    case .cameLater: "收到的日期不能晚于今天。"
    case .noSuchLead: "本县没有这个编号的线索，或者它已经办结。"
    case .sameClue: "一条线索不能并入它自己。"
    case .leadMerged(let number): "线索\(number)已经并入别的线索，不能再并入它。"
    case .noFile: "还没有选文件。"
    case .noHeader: "前 10 行里没有找到表头：没有一行写着工单编号、反映内容这样的列名。"
    case .columnsMissing(let titles): "还缺必填的列：\(titles.joined(separator: "、"))。"
    case .columnTwice(let title): "“\(title)”选了两次，一样东西只能有一列。"
    case .columnsUnsettled: "还有列没有说是什么，先对好列。"
    case .rowsBad(let count): "这份文件有 \(count) 行要改，没有登记任何线索。"
    case .nothingNew: "这份文件里没有新的工单，没有登记任何线索。"
    case .importGone: "这份文件已经导入过，或者预览已经过期，没有登记任何线索。"
    case .noneHeld: "勾选的举报已经核对过，没有变化。"
    case .noAddress: "还没有填公众访问本站的网址，二维码印不出来。"
    case .draftSpent: "这份草稿已经提交成功过，那一次的内容和现在的不一样，这次没有保存。"
    }
  }

  package var field: String? {
    switch self {
    case .wrongCode: "code"
    case .notAnOfficer: "owner"
    case .taskNotRunning: "task"
    case .premisesMissing: "premises"
    case .dueBeforeToday: "due"
    case .orderKnown: "order"
    case .unknownMatter: "matter"
    case .daysOutside, .noTermSet: "days"
    case .cameLater: "came"
    case .noSuchLead, .sameClue, .leadMerged: "lead"
    case .noFile, .noHeader: "file"
    case .noneHeld: "group"
    case .noAddress: "site"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .countyClosed: "请打当地卫生健康部门的举报电话，或打 12320。"
    case .wrongCode: "查询码有 12 位，没有数字 0、1 和字母 I、L、O，请对照收到举报时给的码再输一次。"
    case .tooManyWrongCodes: "请一分钟后再试。"
    case .alreadyHandled: "打开线索看最新情况，再决定怎么办。"
    case .notAccepted: "先受理；不归本机关管的，用“不予受理”写明理由。"
    case .notAnOfficer: "从名单里重新选一位。"
    case .taskNotRunning: "重新选一项任务，或不选。"
    case .premisesMissing: "重新搜索；都没有，可以登记为无证点。"
    case .dueBeforeToday: "改成今天或以后的日期。"
    case .anonymous: nil
    case .sealBroken: "请系统管理员核对数据目录里的密钥；备份恢复后要用原来的密钥。"
    case .orderKnown: "打开那条线索办理；工单补充了新情况的，把编号后面加上“补”再登记。"
    case .unknownMatter: "重新选一次。"
    case .daysOutside: "改成范围内的天数。"
    case .noTermSet: nil
    case .cameLater: "改成今天或以前的日期。"
    case .noSuchLead: "核对编号，例如清举〔2026〕0001；办结的线索不再接受合并。"
    case .sameClue: "写另一条线索的编号。"
    case .leadMerged: "并入它所并入的那一条。"
    case .noFile: "选一个 Excel（xlsx）或 CSV 文件再上传。"
    case .noHeader: "对照下面的列名改好表头再上传。"
    case .columnsMissing, .columnTwice, .columnsUnsettled: "在下面逐列选好，再保存。"
    case .rowsBad: "改好文件再上传一次，或者勾选“只登记没有问题的行”。"
    case .nothingNew: nil
    case .importGone: "需要的话再上传一次；登记过的工单不会重复登记。"
    case .noneHeld: "看现在还在等候核对的。"
    case .noAddress: "填手机在外网能打开的网址，以 https:// 开头。"
    case .draftSpent: "要补充上次的，凭查询码在“查进度”里补充；是另一件事，再点一次提交，会作为新的举报登记。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .countyClosed: .unavailable
    case .tooManyWrongCodes: .tooMany
    case .alreadyHandled, .importGone, .draftSpent: .conflict
    case .anonymous: .missing
    default: .invalid
    }
  }
}
