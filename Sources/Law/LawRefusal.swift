package import Kit

/// What the law room cannot answer.
package enum LawRefusal: Refusal, Hashable {
  case unknownTerm(String)
  case notInForce(title: String, on: CivilDate)
  case countedInHours(title: String)

  package var code: String {
    switch self {
    case .unknownTerm: "law.unknown-term"
    case .notInForce: "law.not-in-force"
    case .countedInHours: "law.counted-in-hours"
    }
  }

  package var sentence: String {
    switch self {
    case .unknownTerm(let key): "内容包里没有期限“\(key)”。"
    case .notInForce(let title, let date): "期限“\(title)”在 \(date.iso) 还没有施行的规定，内容包里也没有更早的版本。"
    case .countedInHours(let title): "期限“\(title)”按小时计算，需要起算的时刻，只有日期不够。"
    }
  }

  package var next: String? {
    switch self {
    case .unknownTerm: "用 qingyuan content check 查看内容包。"
    case .notInForce: "核对起算日期；确需更早的版本时，请法制机构补充内容包。"
    case .countedInHours: "补上起算的时刻。"
    }
  }
}
