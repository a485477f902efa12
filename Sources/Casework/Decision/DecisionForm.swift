import Kit
import Web

enum DecisionForm {
  static func read(_ form: Form) throws -> NewDecision {
    let read = FormReader(form)
    let date = read.date("date", "决定日期")
    let fine = read.money("fine", "罚款金额")
    let gains = read.money("gains", "没收违法所得金额")
    let goods = read.maybeMoney("goods", "货值金额")
    let reasons = read.text("reasons", "理由", most: 5000)
    let mitigation = read.maybeText("basis", "减轻处罚的依据")
    let chosen = Set(form.all("penalties"))
    try read.done()
    return NewDecision(
      date: date, penalties: Penalty.allCases.filter { chosen.contains($0.rawValue) },
      fine: fine, gains: gains, goods: goods, reasons: reasons, mitigation: mitigation)
  }
}
