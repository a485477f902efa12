package import Kit

/// What the rulebook refuses.
package enum RulebookRefusal: Refusal, Hashable {
  case unknownValue
  case alreadyFirm(String)
  case alreadyApproved(String, by: String)
  case changedMeanwhile(String)
  case dayInFuture(today: CivilDate)
  case alreadyWithdrawn(String)
  case unknownChecklist
  case nothingChanged
  case nothingLeft
  case unknownViolation(String)
  case beginsInPast(today: CivilDate)
  case notADraft(String)
  case alreadyPack(String)

  package var code: String {
    switch self {
    case .unknownValue: "rulebook.unknown-value"
    case .alreadyFirm: "rulebook.already-firm"
    case .alreadyApproved: "rulebook.already-approved"
    case .changedMeanwhile: "rulebook.changed-meanwhile"
    case .dayInFuture: "rulebook.day-in-future"
    case .alreadyWithdrawn: "rulebook.already-withdrawn"
    case .unknownChecklist: "rulebook.unknown-checklist"
    case .nothingChanged: "rulebook.nothing-changed"
    case .nothingLeft: "rulebook.nothing-left"
    case .unknownViolation: "rulebook.unknown-violation"
    case .beginsInPast: "rulebook.begins-in-past"
    case .notADraft: "rulebook.not-a-draft"
    case .alreadyPack: "rulebook.already-pack"
    }
  }

  package var sentence: String {
    switch self {
    case .unknownValue: "内容包里没有这一条。"
    case .alreadyFirm(let title): "“\(title)”的依据已核对原文，不用核准。"
    case .alreadyApproved(let title, let who): "“\(title)”已经由\(who)核准，还有效。"
    case .changedMeanwhile(let title): "打开页面以后，内容包里“\(title)”的内容改过了。"
    case .dayInFuture(let today): "核准日期不能晚于今天（\(today.chinese())）。"
    case .alreadyWithdrawn(let title): "“\(title)”的这次核准已经撤回，可能别人刚刚办过。"
    case .unknownChecklist: "内容包里没有这份检查表。"
    case .nothingChanged: "和现在的内容一样，没有改动。"
    case .nothingLeft: "检查表至少要留一项。"
    case .unknownViolation(let typed): "违法行为目录里没有“\(typed.clipped(to: 40))”。"
    case .beginsInPast(let today): "施行日期不能早于今天（\(today.chinese())）：已经做过的检查用的是当时的检查表。"
    case .notADraft(let state): "这个版本现在是“\(state)”，不能再办这一步，可能别人刚刚办过。"
    case .alreadyPack(let title): "“\(title)”现在用的就是内容包的版本。"
    }
  }

  package var field: String? {
    switch self {
    case .dayInFuture: "day"
    case .beginsInPast: "from"
    case .unknownViolation: "violations"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .changedMeanwhile: "请重新看一遍下面的内容，再核准。"
    case .unknownViolation: "从提示里选一个，或者留空。"
    case .alreadyWithdrawn, .notADraft: "刷新页面看最新情况。"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .unknownValue, .unknownChecklist: .missing
    case .alreadyApproved, .changedMeanwhile, .alreadyWithdrawn, .notADraft, .alreadyPack: .conflict
    default: .invalid
    }
  }
}
