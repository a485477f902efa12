internal import Kit
internal import PlanReading
internal import Storage
internal import Web

extension Campaign {
  var compareRoutes: [Route] {
    [
      Route.look("/plans/:id/compare", .may(.planSee, on: .plan)) { call, reader in
        let own = try call.id(Plan.self)
        let others = try PlanStore.others(than: own, try call.scope(), reader)
        guard let plan = try PlanStore.find(own, reader) else { throw MissingRecord("份方案") }
        let chosen = try Comparing.chosen(call.asked("with"), of: others)
        let found = try chosen.map { try Comparing.compare($0.id, own, reader) } ?? nil
        return .page(
          ComparePages(
            plan: plan, others: others, chosen: chosen, comparison: found, mayBring: try call.person().may(.planWork)
          ).page)
      }
    ]
  }
}

/// Lays two kept plans side by side, as their texts read today.
enum Comparing {
  /// Only a plan that the viewer may see is compared.
  static func chosen(_ word: String?, of others: [PlanRecord]) throws -> PlanRecord? {
    guard let word, !word.isEmpty else { return nil }
    guard let plan = others.first(where: { "\($0.id)" == word }) else { throw MissingRecord("份方案") }
    return plan
  }

  /// nil where nothing plan-like can be read out of one of the texts any more.
  static func compare(_ model: ID<Plan>, _ own: ID<Plan>, _ reader: Reader) throws -> PlanComparison? {
    guard let first = try read(model, reader), let second = try read(own, reader) else { return nil }
    return PlanComparison(first, second)
  }

  private static func read(_ id: ID<Plan>, _ reader: Reader) throws -> ComparedPlan? {
    let text = try PlanStore.text(id, reader)
    return PlanReading.read(text).plans.first.map { ComparedPlan(text: text, plan: $0) }
  }
}
