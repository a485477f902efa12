import Inspection
import Kit
import Procedure
import Storage
import Web

struct GoodsRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/goods/:number", .may(.caseSee, on: .lawCase)) { .page(try page($0, $1, nil)) },
      Route.act("/cases/:id/goods/:number", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, step) = (try call.id(Case.self), try call.number("number"))
          let (new, carried) = try GoodsForm.read(form)
          try await call.change(.listGoods) { try room.list(new, carried: carried, on: step, of: id, $0) }
          return .redirect("/cases/\(id)/goods/\(step)")
        } again: {
          try page(call, $1, $0)
        }
      },
      Route.act("/cases/:id/goods/:number/dispose", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, step) = (try call.id(Case.self), try call.number("number"))
          let (items, disposal) = try GoodsForm.disposal(form)
          try await call.change(.disposeGoods) { try room.dispose(items, disposal, on: step, of: id, $0) }
          return .redirect("/cases/\(id)/goods/\(step)")
        } again: {
          try page(call, $1, $0)
        }
      },
      Route.act("/cases/:id/goods/:number/redress", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, step) = (try call.id(Case.self), try call.number("number"))
          let (item, redress) = try GoodsForm.redress(form)
          try await call.change(.redressGoods) { try room.redress(item, redress, on: step, of: id, $0) }
          return .redirect("/cases/\(id)/goods/\(step)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    let (lists, step) = (try room.goods(of: record.id, record.county, reader), try call.number("number"))
    guard let list = lists.first(where: { $0.begun.id == step }) else { throw MissingRecord("份物品清单") }
    let isTeam = EvidencePanel.isTeam(record, try call.person())
    let isOurs = isTeam && record.stage != .archived
    let onward = Casework.onward(to: list, among: lists)
    let model = GoodsPage(
      record: record, list: list, onward: onward,
      mayList: isOurs && (list.takesNew || list.confiscation != nil && !onward.isEmpty),
      mayDispose: isOurs && !list.left.isEmpty, mayRedress: isTeam && !list.owed.isEmpty,
      titles: Dictionary(room.evidence.lists.map { ($0.step, $0.title) }) { first, _ in first },
      end: list.kind.end.flatMap { list.isOver ? nil : $0 }.map {
        (room.procedure.title($0), StepDoor.link($0, of: record, by: .steps))
      },
      today: call.today)
    return GoodsPages.page(model, state ?? .filled([("on", call.today.iso), ("paid-on", call.today.iso)]))
  }
}
