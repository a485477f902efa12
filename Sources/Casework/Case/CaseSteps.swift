import Inspection
import Kit
import Rulebook
import Web

/// The next lawful step of a case, and why the others are closed.
enum CaseSteps {
  static func steps(_ model: CaseDetail) -> [Step] {
    switch model.record.state {
    case .investigating:
      [
        decide(model), Step("登记缴款", "还没有作出决定。"),
        Step("结案", "决定作出并履行后才能结案（卫生健康行政处罚程序规定第六十八条）。"),
      ]
    case .decided: decided(model)
    case .closed: []
    }
  }

  static func note(_ model: CaseDetail) -> HTML {
    switch model.record.state {
    case .investigating: "本版不记录告知、陈述申辩、听证、法制审核和集体讨论，请先在线下办完。"
    case .decided: .none
    case .closed: "已结案，案卷不再改动。"
    }
  }

  private static func decide(_ model: CaseDetail) -> Step {
    let title = "作出决定"
    if model.record.team.has(model.viewer.account) {
      return Step(title, "你是办案人员，由没有承办本案的行政机关负责人审查后决定（行政处罚法第五十七条）。")
    }
    guard model.may(.caseDecide) else { return Step(title, "由行政机关负责人审查调查结果后决定（行政处罚法第五十七条）。") }
    if let obstacle = model.obstacle { return Step(title, obstacle.sentence + obstacle.next) }
    return Step(title, "审查调查结果，决定处罚或不处罚。", "/cases/\(model.record.id)/decide")
  }

  private static func decided(_ model: CaseDetail) -> [Step] {
    let (id, unpaid) = (model.record.id, model.record.unpaid)
    guard unpaid > .zero else {
      let reason = model.record.owed > .zero ? "罚没款已缴清。" : "没有要缴的款。"
      return [model.may(.caseWork) ? Step("结案", reason, "/cases/\(id)/close") : Step("结案", "由有办案权限的执法人员办。")]
    }
    let pay = model.may(.caseWork)
      ? Step("登记缴款", "还欠 \(unpaid.text) 元，可以分次登记。", "/cases/\(id)/pay") : Step("登记缴款", "由有办案权限的执法人员办。")
    return [pay, Step("结案", "还有 \(unpaid.text) 元没有缴清（卫生健康行政处罚程序规定第六十八条）。")]
  }
}
