package import Kit

/// What the law room cannot answer.
package enum LawRefusal: Refusal, Hashable {
  case unknownTerm(String)
  case notInForce(title: String, on: CivilDate)
  case countedInHours(title: String)
  case notCounted(title: String)
  case noExclusion(title: String)
  case unknownStatute(String)
  case statuteNotInForce(title: String, on: CivilDate, from: CivilDate)
  case statuteEnded(title: String, on: CivilDate, end: CivilDate)
  case unknownViolation(String)
  /// What is missing, from the pack.
  case amountUnknown(name: String, gap: String)
  case penaltyNotInForce(name: String, on: CivilDate, from: CivilDate)
  case noProvision(name: String, subject: String)
  case missingBase(FineBase)
  case amountTooLarge
  case surchargeBackwards(from: CivilDate, until: CivilDate)

  package var code: String {
    switch self {
    case .unknownTerm: "law.unknown-term"
    case .notInForce, .penaltyNotInForce, .statuteNotInForce, .statuteEnded: "law.not-in-force"
    case .countedInHours: "law.counted-in-hours"
    case .notCounted: "law.not-counted"
    case .noExclusion: "law.no-exclusion"
    case .unknownStatute: "law.unknown-statute"
    case .unknownViolation: "law.unknown-violation"
    case .amountUnknown: "law.gap"
    case .noProvision: "law.no-provision"
    case .missingBase: "law.missing-input"
    case .amountTooLarge: "law.too-large"
    case .surchargeBackwards: "law.surcharge-backwards"
    }
  }

  package var sentence: String {
    switch self {
    case .unknownTerm(let key): "内容包里没有期限“\(key)”。"
    case .notInForce(let title, let date): "期限“\(title)”在 \(date.iso) 还没有施行的规定，内容包里也没有更早的版本。"
    case .countedInHours(let title): "期限“\(title)”按小时计算，需要起算的时刻，只有日期不够。"
    case .notCounted(let title): "“\(title)”不是期限，是按日计算的金额。"
    case .noExclusion(let title): "期限“\(title)”是从将来的日期往回算的，不能扣除期间。"
    case .unknownStatute(let key): "内容包里没有法律“\(key)”。"
    case .statuteNotInForce(let title, let date, let from):
      "\(title)在内容包里的第一个版本自 \(from.iso) 起施行，\(date.iso) 还没有。"
    case .statuteEnded(let title, let date, let end): "\(title)已于 \(end.iso) 失效，\(date.iso) 不再适用。"
    case .unknownViolation(let id): "违法行为目录里没有“\(id.clipped(to: 40))”。"
    case .amountUnknown(let name, let gap): "“\(name)”的罚款还算不出来：\(gap.hasSuffix("。") ? gap : gap + "。")"
    case .penaltyNotInForce(let name, let date, let from):
      "“\(name)”的罚则在 \(date.iso) 没有施行（内容包里最早的自 \(from.iso) 起），不能用后来的规定处罚以前的行为。"
    case .noProvision(let name, let subject): "“\(name)”没有适用于\(subject)的罚则。"
    case .missingBase(let base): "计算罚款要知道\(base.title)，请用 \(base.option) 给出金额（元）。"
    case .amountTooLarge: "金额太大，算不出来。"
    case .surchargeBackwards(let from, let until): "计算到的日期 \(until.iso) 早于缴款期限届满日 \(from.iso)。"
    }
  }

  package var next: String? {
    switch self {
    case .unknownTerm, .unknownStatute, .unknownViolation: "用 qingyuan content check 查看内容包。"
    case .notInForce, .penaltyNotInForce, .statuteNotInForce, .statuteEnded:
      "核对日期；确需更早的版本时，请法制机构补充内容包。"
    case .countedInHours: "补上起算的时刻。"
    case .notCounted: "给出罚款数额和计算到的日期。"
    case .noExclusion: "改用新的起算日期。"
    case .amountUnknown: "请法制机构查到条文和金额以后补充内容包。"
    case .noProvision: "换一个违法主体，或者不限定主体。"
    case .missingBase, .amountTooLarge, .surchargeBackwards: "核对输入的金额和日期。"
    }
  }
}
