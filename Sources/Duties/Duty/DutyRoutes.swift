import Kit
import Law
import Offices
import Storage
import Web

struct DutyRoutes {
  let room: Duties
  var law: LawContent { room.law }
  var calendar: WorkCalendar { law.calendar }

  var routes: [Route] {
    [
      Route.look("/today", .may(.todaySee)) { call, reader in
        let viewer = try call.person()
        let mine = try room.mine(viewer, reader)
        let digest = try room.digest(viewer, reader)
        let written = DigestPages.section(
          try DigestStore.find(viewer.account, on: call.today, reader), today: call.today)
        let titles = try titles(mine, digest, call, reader)
        let menu = call.chrome.navigation.filter { viewer.may($0.permission) && $0.link.text != "/today" }
        return .page(DutyPages.today(mine, digest, written, viewer, titles, menu, today: call.today, calendar))
      },
      // What is sealed does not leave for a telephone.
      Route.look("/calendar", .may(.todaySee)) { call, reader in
        let mine = try room.mine(try call.person(), reader).filter { !room.ladders.ladder(for: $0.kind).isSealed }
        let text = ICalendar(duties: mine, now: reader.now).text
        return .file(bytes: Array(text.utf8), name: "待办.ics", type: "text/calendar; charset=utf-8")
      },
      Route.look("/duties", .may(.dutySee)) { call, reader in
        let (list, scope) = (
          Listing(call, base: "/duties", sorts: ["due"], descending: false, filters: ["late"]), try call.scope()
        )
        let condition =
          scope.filter(county: "duty.county", agency: "duty.agency", owner: "duty.owner")
          + DutyStore.visible(to: scope.viewer, room.ladders.sealed)
          + (list.filter("late") == nil ? SQL("") : SQL(" AND duty.due < \(call.today) AND duty.suspended IS NULL"))
        let duties = try DutyStore.open(condition, limit: Listing.size, offset: list.offset, reader)
        let counted = list.counting(try DutyStore.count(condition, reader))
        let digest = try room.digest(scope.viewer, reader)
        let titles = try titles(duties, digest, call, reader)
        return .page(DutyPages.list(duties, digest, counted, scope, titles, today: call.today, calendar))
      },
      Route.look("/duties/:id", .may(.dutySee, on: .duty)) { call, reader in
        .page(try duty(call, reader, .empty))
      },
      Route.act("/duties/seen", .may(.todaySee)) { call in
        let (viewer, form) = (try call.person(), try await call.form())
        let asked = form.all("notice").compactMap { ID<Notice>(text: $0) }
        let unread = try await call.read { try NoticeStore.unread(by: viewer, room.ladders.sealed, $0) }
        for county in Set(unread.map(\.duty.county)).sorted() {
          try await call.database.change(county, by: viewer.actor, deed: .seeNotices) { tx in
            try room.markSeen(asked, for: viewer, tx)
          }
        }
        return .redirect("/today")
      },
    ]
  }

  private func titles(_ duties: [OpenDuty], _ digest: Digest, _ call: Call, _ reader: Reader) throws -> DutyTitles {
    let subjects = duties.map(\.subject) + digest.lines.map(\.duty.subject)
    return try DutyTitles(subjects, for: try call.person(), call.records, reader)
  }

  /// For whoever presses: the last demand in words for a group chat.
  private func chat(_ duty: OpenDuty, _ last: Demand?, _ reader: Reader) throws -> HTML {
    guard let last else { return .none }
    let unit = try Offices.person(duty.owner, reader)?.agencyName ?? "责任单位"
    return copyBox(DemandChat.words(duty, unit: unit, last, today: reader.today, calendar))
  }

  /// The page of one duty, with what its viewer may do.
  func duty(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    let model = try OneDuty.find(try call.id(), reader)
    guard room.mayKnow(model.duty, viewer) else { throw MissingRecord("项待办") }
    let term = try? model.duty.term.map { try law.terms.term($0.key, on: $0.began) }
    let isQuiet = model.duty.suspended != nil || room.ladders.ladder(for: model.duty.kind).isSealed
    let mayPress = !isQuiet && viewer.scope(.dutyDemand)?.allows(model.duty.place) == true
    let demands = try DemandStore.all(of: model.duty.id, reader)
    let chat = mayPress && model.ended == nil ? try chat(model.duty, demands.last, reader) : .none
    let titles = try DutyTitles([model.duty.subject], for: viewer, call.records, reader)
    return OneDutyPages.page(
      model, titles.html(model.duty), term: term, today: call.today, calendar,
      more:
        "\(state.summary)\(DemandPages.forms(model, demands, viewer, mayPress: mayPress, today: call.today, state))\(DemandPages.history(demands, call.today))\(chat)"
    )
  }
}
