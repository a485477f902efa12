internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var itemRoutes: [Route] {
    [
      Route.look("/plans/:id", .may(.planSee, on: .plan)) { call, reader in .page(try readingPage(call, reader, .empty))
      },
      Route.act("/plans/:id/items", .may(.planWork, on: .plan)) { call in
        try await call.submit { form in
          let kind = form.value("kind").flatMap(ItemKind.init) ?? .finding
          guard kind.canBeAdded else { throw CampaignRefusal.itemGone }
          let values = try itemReader(kind, "n-\(kind.rawValue)-").values(form)
          let plan = try call.id(Plan.self)
          let number = try await call.change(.addItem) { try Items.add(kind, to: plan, values, $0) }
          return .redirect(Link("/plans/\(plan)").at("i\(number)"))
        } again: {
          try readingPage(call, $1, $0)
        }
      },
      Route.act("/plans/:id/items/:item", .may(.planWork, on: .plan)) { call in
        try await call.submit { form in
          let item = try await item(call)
          let isShort = form.value("as") == "q\(item.number)-"
          let values = try itemReader(item.kind, "\(isShort ? "q" : "e")\(item.number)-").values(form)
          return try await change(call, .amendItem, back: isShort ? "h-waiting" : nil) {
            try Items.amend($0, of: $1, values, $2)
          }
        } again: {
          try readingPage(call, $1, $0)
        }
      },
      Route.act("/plans/:id/items/:item/remove", .may(.planWork, on: .plan)) { call in
        try await change(call, .removeItem) { try Items.remove($0, of: $1, $2) }
      },
      Route.act("/plans/:id/items/:item/restore", .may(.planWork, on: .plan)) { call in
        try await change(call, .restoreItem) { try Items.restore($0, of: $1, $2) }
      },
      Route.act("/plans/:id/items/:item/settle", .may(.planWork, on: .plan)) { call in
        try await change(call, .settleFinding, back: "h-waiting") { try Items.settle($0, of: $1, $2) }
      },
      Route.act("/plans/:id/leads", .may(.planWork, on: .plan)) { call in
        let plan = try call.id(Plan.self)
        let agency = try await ownAgency(call)
        try await call.change(.takeLead) { try Items.takeLead(of: plan, agency: agency, $0) }
        return .redirect(Link("/plans/\(plan)").at("h-waiting"))
      },
      Route.act("/plans/:id/undated", .may(.planWork, on: .plan)) { call in
        let plan = try call.id(Plan.self)
        try await call.change(.waiveDates) { try Items.waiveDates(of: plan, $0) }
        return .redirect(Link("/plans/\(plan)").at("h-waiting"))
      },
    ]
  }

  private func itemReader(_ kind: ItemKind, _ prefix: String) -> ItemReader {
    ItemReader(kind: kind, prefix: prefix, types: law.institutionTypes)
  }

  private func item(_ call: Call) async throws -> PlanItem {
    let (plan, id) = (try call.id(Plan.self), try call.id(PlanItem.self, "item"))
    guard let item = try await call.read({ try ItemStore.find(id, of: plan, $0) }) else {
      throw CampaignRefusal.itemGone
    }
    return item
  }

  /// Does a deed on the item in the path and goes back to where it stands, or to the next question.
  private func change(
    _ call: Call, _ deed: Deed, back: String? = nil,
    _ body: @escaping @Sendable (ID<PlanItem>, ID<Plan>, Transaction) throws -> Void
  ) async throws -> Reply {
    let plan = try call.id(Plan.self)
    let item = try await item(call)
    try await call.change(deed) { try body(item.id, plan, $0) }
    return .redirect(Link("/plans/\(plan)").at(back ?? "i\(item.number)"))
  }

  private func ownAgency(_ call: Call) async throws -> String {
    let account = ID<Account>(try call.person().account)
    return try await call.read { try Offices.person(account, $0) }?.agencyName ?? "本单位"
  }

  private func readingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer) = (try call.id(Plan.self), try call.person())
    guard let plan = try PlanStore.find(id, reader) else { throw MissingRecord("份方案") }
    let model = ReadingModel(
      plan: plan, text: try PlanStore.text(id, reader), items: try ItemStore.all(of: id, reader),
      history: try LedgerReading.history(of: plan.ref, reader),
      panels: try call.records.panels(for: plan.ref, viewer: viewer, reader))
    return ReadingPages(
      model: model, types: law.institutionTypes, viewer: viewer, today: call.today, state: state
    ).page
  }
}
