import Kit
import Offices
import Storage
import Web

struct AlarmRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/posts/alarms", .may(.postSee)) { call, reader in
        let listing = Listing(call, base: "/posts/alarms", sorts: ["at"], descending: true, filters: ["state"])
        let open = ["open": true, "answered": false][listing.filter("state") ?? ""]
        let (total, alarms) = try AlarmStore.list(call.scope(), open: open, offset: listing.offset, reader)
        return .page(AlarmPages.list(listing.counting(total), alarms, today: call.today))
      },
      Route.act("/posts/:id/alarm", .may(.postWork, on: .post)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let found = read.choice("found", "核实结果", AlarmFinding.self) ?? .nothing
          let words = read.text("answer", "看到了什么，怎么办", most: 1000)
          try read.done()
          let id = try call.id(Post.self)
          try await call.change(.answerAlarm) { try Sentinels.answerAlarm(of: id, found, words, $0) }
          return .redirect(Link("/posts/\(id)").at("alarm"))
        } again: { state, reader in
          PostPages.record(try PostModel.read(call, room, reader), state)
        }
      },
    ]
  }
}

extension AlarmView {
  static func all(of post: ID<Post>, _ records: Records, _ viewer: Viewer, _ reader: Reader) throws -> [AlarmView] {
    try AlarmStore.all(of: post, reader).map { alarm in
      let signals = try AlarmStore.signals(of: alarm.id, reader)
      let links = try records.links(signals.map(\.record), for: viewer, reader)
      return AlarmView(
        alarm: alarm, signals: signals.map { ($0, links[$0.record]) },
        answeredBy: try alarm.answeredBy.flatMap { try Offices.person($0, reader)?.name })
    }
  }
}
