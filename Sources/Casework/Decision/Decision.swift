package import Kit
package import Offices

/// How a case was decided.
package enum CaseOutcome: String, CaseIterable, Sendable {
  case penalty, none
  /// A reconsideration or a court took it away (撤销): nothing stands of it.
  case revoked

  package var title: String {
    switch self {
    case .penalty: "给予行政处罚"
    case .none: "不予行政处罚"
    case .revoked: "决定已被撤销"
    }
  }
}

/// Kinds of administrative penalty (行政处罚的种类) that a health authority decides. Source: 《行政处罚法》第九条.
///
/// 取缔 and 责令改正 are measures, not penalties, and stand elsewhere.
package enum Penalty: String, CaseIterable, Sendable, Hashable {
  case warning, criticism, fine, gains, goods, suspend, stop, revoke

  package var title: String {
    switch self {
    case .warning: "警告"
    case .criticism: "通报批评"
    case .fine: "罚款"
    case .gains: "没收违法所得"
    case .goods: "没收药品、医疗器械等非法财物"
    case .suspend: "责令暂停执业活动"
    case .stop: "责令停止执业活动"
    case .revoke: "吊销许可证件"
    }
  }

  static func stored(_ penalties: [Penalty]) -> String { penalties.map(\.rawValue).joined(separator: ",") }
  static func read(_ text: String) -> [Penalty] { text.commaParts.compactMap { Penalty(rawValue: $0) } }
}

package struct CaseDecision: Sendable, Hashable {
  package let outcome: CaseOutcome
  /// `清卫医罚〔2026〕1号`; of a decision not to punish `清卫医不罚〔2026〕1号`.
  package let number: String
  package let date: CivilDate
  package let decider: ID<Account>
  /// As it was on the day: `高敏（县卫生监督所）`.
  package let deciderTitle: String
  package let penalties: [Penalty]
  package let fine: Money
  package let gains: Money
  package let reasons: String

  /// Fine and confiscated gains (罚没款).
  package var owed: Money { fine + gains }

  /// `警告；罚款 50,000 元`.
  package var words: String {
    guard outcome == .penalty else { return outcome.title }
    return penalties.map { penalty in
      switch penalty {
      case .fine: "\(penalty.title) \(fine.text) 元"
      case .gains: "\(penalty.title) \(gains.text) 元"
      default: penalty.title
      }
    }.joined(separator: "；")
  }
}

/// The penalty that the decider chose; see `FineRange` for what the law lets be fined.
package struct NewDecision: Sendable {
  package let date: CivilDate
  package let penalties: [Penalty]
  package let fine: Money
  package let gains: Money
  /// The value of the goods (货值金额) from which the law counts the fine; nil: not known.
  package let goods: Money?
  package let reasons: String
  /// The provision by which a fine below the least of the law is mitigated (减轻处罚); nil: it is not.
  package let mitigation: String?

  package init(
    date: CivilDate, penalties: [Penalty] = [], fine: Money = .zero, gains: Money = .zero,
    goods: Money? = nil, reasons: String, mitigation: String? = nil
  ) {
    self.date = date
    self.mitigation = mitigation
    self.penalties = penalties
    self.fine = fine
    self.gains = gains
    self.goods = goods
    self.reasons = reasons
  }
}
