import Kit
import Offices
import Procedure
import Web

/// Reads the form of any step; which fields it has follows from what the step asks.
struct StepForm {
  let step: StepDefinition
  private let asks: Set<StepAsk>

  init(_ step: StepDefinition) {
    self.step = step
    asks = StepAsk.of(step)
  }

  func read(_ form: Form) throws -> NewStep {
    let read = FormReader(form)
    let on = read.date("on", "日期")
    let about = asks.contains(.about) ? Int64(read.text("about", "对应的步骤", most: 20)) : nil
    let facts = facts(read, form)
    let note = read.maybeText("note", "说明", most: 20_000) ?? ""
    try read.done()
    return NewStep(step.kind, on: on, about: about, facts: facts, note: note)
  }

  private func facts(_ read: FormReader, _ form: Form) -> StepFacts {
    var facts = StepFacts()
    if asks.contains(.outcome) { facts.outcome = read.text("outcome", "结果", most: 40) }
    if asks.contains(.way) { facts.way = read.text("way", "方式", most: 40) }
    if asks.contains(.until) { facts.until = read.maybeDate("until", "到哪一日") }
    if asks.contains(.penalties), step.kind != .challengeResult || facts.outcome == "changed" {
      penalties(&facts, read, form)
    }
    if asks.contains(.amount) { facts.amount = read.money("amount", "金额") }
    if asks.contains(.told) { facts.told = read.checked("told") }
    if asks.contains(.confirmed) { facts.confirmed = read.checked("confirmed") }
    if asks.contains(.basis) { facts.basis = read.text("basis", "依据") }
    if asks.contains(.change) { change(&facts, read) }
    if asks.contains(.session) {
      facts.time = EvidenceForm.clock("time", "听证时间", read, form)
      if form.value("time") == nil { read.refuse("time", "“听证时间”还没有填。") }
      facts.place = read.text("place", "听证地点", most: 100)
    }
    if asks.contains(.staff) { facts.staff = form.all("staff").compactMap { ID<Account>(text: $0)?.value } }
    return facts
  }

  private func penalties(_ facts: inout StepFacts, _ read: FormReader, _ form: Form) {
    let chosen = Set(form.all("penalties"))
    facts.penalties = Penalty.allCases.map(\.rawValue).filter(chosen.contains)
    func amount(_ name: String, _ label: String) -> Money? {
      let money = read.money(name, label)
      return money > .zero ? money : nil
    }
    facts.fine = amount("fine", "罚款金额")
    facts.gains = amount("gains", "没收违法所得金额")
    facts.goods = read.maybeMoney("goods", "货值金额（没收物品的价值）")
    facts.basis = read.maybeText("basis", "减轻处罚的依据")
  }

  private func change(_ facts: inout StepFacts, _ read: FormReader) {
    facts.replaced = read.maybeID("replaced", Account.self)?.value
    facts.successor = read.maybeID("successor", Account.self)?.value
  }
}
