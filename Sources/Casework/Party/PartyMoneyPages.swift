import Kit
import Law
import Procedure
import Web

/// What the party owes, for its page and for the officers'.
enum PartyMoneyPages {
  static func section(_ view: PartyView) -> HTML {
    guard let money = view.money else { return .none }
    let rule: HTML = money.unpaid > .zero ? "\(surcharge(view))\(view.line(.deferral))" : .none
    return Web.section("要缴的钱", "\(table(money, today: view.today))\(rule)")
  }

  static func table(_ money: PartyMoney, today: CivilDate) -> HTML {
    facts([
      ("应缴", "\(money.owed.text) 元"), ("已缴", "\(money.paid.text) 元"),
      ("还要缴", money.unpaid > .zero ? "<b>\(money.unpaid.text) 元</b>" : "已经缴清"),
      ("缴款期限", money.unpaid > .zero ? due(money, today) : nil),
      (
        "加处罚款",
        money.surcharge.map { "截至今天按规则是 \($0.amount.text) 元\(if: $0.isCapped, "（已到上限）")，\($0.days) 日；是否加收由本机关决定" }
      ),
    ])
  }

  private static func due(_ money: PartyMoney, _ today: CivilDate) -> HTML? {
    money.due.map { due in
      due < today
        ? "<span class=\"clock over\"><b>已经过期</b> <small>\(due.chinese(today: today))止</small></span>"
        : "\(due.chinese(today: today))以前\(if: money.provisional, "（暂定）")"
    }
  }

  /// The numbers of the rule come from the terms, the sentence from the procedure's pack.
  private static func surcharge(_ view: PartyView) -> HTML {
    guard let rule = view.surcharge, let words = view.words.words(.surcharge) else { return .none }
    let text = words.words.replacing("{start}", with: rule.start).replacing("{daily}", with: rule.daily.text)
    let hasParts = view.money.map { $0.paid > .zero && $0.surcharge != nil } ?? false
    return "<p>\(text)</p><p class=\"dim small\">\(words.source)</p>\(if: hasParts, view.line(.instalments))"
  }
}
