internal import Kit
internal import Law
internal import Storage
internal import Web

struct StatuteRoutes {
  let rulebook: Rulebook

  var routes: [Route] {
    [
      Route.look("/law/statutes", .may(.lawSee)) { call, _ in
        .page(StatutePages.list(rulebook.law.statutes.all, today: call.today))
      },
      Route.look("/law/statutes/:statute", .may(.lawSee)) { call, reader in .page(try detail(call, reader)) },
    ]
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    guard let statute = rulebook.law.statutes[try call.word("statute")] else { throw MissingRecord("部法律法规") }
    var form = Form()
    form.add("on", call.asked("on") ?? call.today.iso)
    let read = FormReader(form)
    let day = read.date("on", "哪一天")
    do { try read.done() } catch let refusal as any Refusal {
      return StatutePages.page(nil, statute, FormState(form, refusal), today: call.today)
    }
    return StatutePages.page(
      StatuteShelf(statute, on: day, rulebook.law), statute, FormState(form, problems: []), today: call.today)
  }
}
