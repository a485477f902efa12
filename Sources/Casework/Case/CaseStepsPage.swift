import Kit
import Procedure
import Web

/// Every step of the procedure for the person who looks: what he may do now, and why he may not do the rest.
enum CaseStepsPage {
  static func page(_ steps: CaseSteps, isAway: Bool) -> Page {
    let record = steps.record
    return Page(
      "各个步骤", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("各个步骤", meta: ["\(record.number)", CaseChips.state(record)]))\
      \(steps.doors.isEmpty ? nothing(record, isAway: isAway) : "\(open(steps))\(closed(steps))")
      """)
  }

  private static func nothing(_ record: CaseRecord, isAway: Bool) -> HTML {
    empty(
      isAway ? "你已回避，只能看本案，不能办" : "这起案件的步骤不由你办", "<p>办到哪一步，在案件页的办案经过里。</p>" + button("看案件", "/cases/\(record.id)"))
  }

  private static func open(_ steps: CaseSteps) -> HTML {
    let all = steps.open
    guard !all.isEmpty else { return section("现在可以办的", note: "0 步", "<p class=\"dim\">现在没有由你办的步骤。</p>") }
    return section("现在可以办的", note: "\(all.count) 步", CaseSteps.list(all))
  }

  private static func closed(_ steps: CaseSteps) -> HTML {
    let closed = steps.offers.filter { !$0.isOpen }
    let items = closed.map { offer -> HTML in
      let reasons = offer.reasons.map { "<p class=\"why\">\($0.reason)（\($0.source)）</p>" as HTML }
      return "<li><b>\(offer.step.title)</b>\(reasons)</li>"
    }
    return section("现在不能办的，和为什么", note: "\(closed.count) 步", "<ul class=\"steps\">\(items)</ul>")
  }
}
