internal import Kit

/// What this room does not do, and why.
enum CampaignRefusal: Refusal, Hashable {
  // Taking a plan in.
  case nothingGiven
  case bothGiven
  case notPlainText(file: String, kind: String)
  case unreadable(file: String)
  case noPlan
  case draftGone
  case alreadyKept(title: String)
  case noSuchChoice
  // Working on the reading.
  case locked
  case itemGone
  // Releasing.
  case titleMissing
  case taskMissing
  case phaseUndated(number: Int64, name: String)
  case phaseBackwards(number: Int64, name: String)
  case leadMissing(numbers: [Int64])
  case deadlineUndated(number: Int64, what: String)
  case ownerMissing(field: String, what: String)
  // Running.
  case notYourDeadline
  case deadlineMet
}

extension CampaignRefusal {
  var code: String {
    switch self {
    case .nothingGiven: "campaign.nothing-given"
    case .bothGiven: "campaign.both-given"
    case .notPlainText: "campaign.not-plain-text"
    case .unreadable: "campaign.unreadable"
    case .noPlan: "campaign.no-plan"
    case .draftGone: "campaign.draft-gone"
    case .alreadyKept: "campaign.already-kept"
    case .noSuchChoice: "campaign.no-such-choice"
    case .locked: "campaign.locked"
    case .itemGone: "campaign.item-gone"
    case .titleMissing: "campaign.title-missing"
    case .taskMissing: "campaign.task-missing"
    case .phaseUndated: "campaign.phase-undated"
    case .phaseBackwards: "campaign.phase-backwards"
    case .leadMissing: "campaign.lead-missing"
    case .deadlineUndated: "campaign.deadline-undated"
    case .ownerMissing: "campaign.owner-missing"
    case .notYourDeadline: "campaign.not-your-deadline"
    case .deadlineMet: "campaign.deadline-met"
    }
  }

  var sentence: String {
    switch self {
    case .nothingGiven: "还没有方案正文：没有选文件，也没有粘贴文字。"
    case .bothGiven: "既选了文件又粘贴了正文，不知道以哪一个为准。"
    case .notPlainText(let file, let kind): "“\(file)”是\(kind)。方案只能从 Word 文档（.docx）、PDF 或者纯文本里读。"
    case .unreadable(let file): "“\(file)”不是 UTF-8 或 GBK 编码的文本，读不出文字。"
    case .noPlan: "没有读到工作方案：这段文字里没有任务、阶段、要求这类方案的内容，没有收进来。"
    case .draftGone: "这份文件已经不在了：选择方案要在上传后一天内由上传的人完成。"
    case .alreadyKept(let title): "同样的方案《\(title)》已经收进来了，还在解读。"
    case .noSuchChoice: "还没有选哪一份方案。"
    case .locked: "方案已经发布，读出的内容不能再改。"
    case .itemGone: "这一项刚被别人删去或改动，没有保存。"
    case .titleMissing: "方案没有标题。"
    case .taskMissing: "方案一项任务也没有。"
    case .phaseUndated(let number, let name): "第 \(number) 项“\(name)”没有写全开始和结束的日期。"
    case .phaseBackwards(let number, let name): "第 \(number) 项“\(name)”的结束日期早于开始日期。"
    case .leadMissing(let numbers): "有 \(numbers.count) 项任务没有牵头单位：第 \(Self.listed(numbers)) 项。"
    case .deadlineUndated(let number, let what): "第 \(number) 项“\(what.clipped(to: 30))”没有日期，也没有注明不定期。"
    case .ownerMissing(_, let what): "“\(what.clipped(to: 30))”还没有选责任人。"
    case .notYourDeadline: "这项期限由别人负责，你不能替他办结。"
    case .deadlineMet: "这项期限已经办结。"
    }
  }

  var next: String? {
    switch self {
    case .nothingGiven: "选一个 Word、PDF 或文本文件，或把正文粘贴进来。"
    case .bothGiven: "留下其中一样再提交。"
    case .notPlainText: "在 Word 里另存为纯文本，或把正文复制粘贴进来。"
    case .unreadable: "用记事本另存为 UTF-8 编码的文本，或把正文复制粘贴进来。"
    case .noPlan: "核对是不是选错了文件。方案的片段也可以，但至少要有几句部署的话。"
    case .draftGone: "请重新上传。"
    case .alreadyKept: "到方案列表里打开它继续解读。"
    case .noSuchChoice: "选一份再继续。"
    case .locked: "需要变动时，另收一份新方案。"
    case .itemGone: "刷新页面看最新内容，再决定是否要改。"
    case .titleMissing: "在“标题与年度”里补上。"
    case .taskMissing: "在“任务”里补一项。"
    case .phaseUndated: "向起草人问明后填入，系统不推算。"
    case .phaseBackwards: "改正日期。"
    case .leadMissing: "逐项补上，或一次全部定为本单位牵头。"
    case .deadlineUndated: "填入日期，或注明不定期。"
    case .ownerMissing: "从名单里选一个人。"
    case .notYourDeadline: "请责任人本人办结，或由专项办代办。"
    case .deadlineMet: "刷新页面看经过。"
    }
  }

  var field: String? {
    switch self {
    case .nothingGiven, .noPlan: "text"
    case .bothGiven, .notPlainText, .unreadable: "file"
    case .noSuchChoice: "plan"
    case .ownerMissing(let field, _): field
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notPlainText, .unreadable: .unsupported
    case .alreadyKept, .locked, .itemGone, .deadlineMet: .conflict
    case .draftGone: .missing
    case .notYourDeadline: .forbidden
    default: .invalid
    }
  }

  private static func listed(_ numbers: [Int64]) -> String {
    let shown = numbers.prefix(8).map { "\($0)" }.joined(separator: "、")
    return numbers.count > 8 ? shown + " 等" : shown
  }
}
