import Intake
import Kit
import Storage
import Web

/// What a telephone of a post opens: its own post, and nothing else.
struct ReportRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/post", .device(because: "哨点的手机看自己的哨点")) { call, reader in
        .page(ReportPages.home(try ReportHome.read(room, try call.device(), reader)))
      },
      Route.look("/post/report", .device(because: "哨点的手机填报告")) { call, reader in
        let post = try Sentinels.standing(ID(try call.device().record.number), reader)
        let place = try Sentinels.placeName(of: post, reader) + post.address
        let start = [("once", draw(call)), ("topic", call.asked("topic")), ("place", place)] as [(String, String?)]
        return .page(ReportPages.form(room.book.topics, .filled(start)))
      },
      Route.act("/post/report", .device(because: "哨点的手机报告"), body: Self.limit) { call in
        try await call.submit { form in
          try await report(form, call)
        } again: { state, _ in
          ReportPages.form(room.book.topics, state)
        }
      },
      Route.act("/post/zero", .device(because: "哨点的手机零报告")) { call in
        let (device, tie) = (try call.device(), try await tie(call))
        _ = try await call.database.change(device.county, by: device.actor, deed: .zeroReport) {
          try room.zeroReport(by: tie, $0)
        }
        return .redirect("/post")
      },
      Route.look("/post/reports/:id", .device(because: "哨点的手机看自己报告的结果")) { call, reader in
        let id = try call.id(ReportRecord.self)
        guard let report = try ReportStore.find(id, reader), report.post.value == (try call.device()).record.number,
          report.clue != nil
        else { throw MissingRecord("份报告") }
        return .page(ReportPages.record(try ReportView(report, room, reader), today: call.today))
      },
      Route.act("/post/leave", .device(because: "哨点的手机自己断开")) { call in
        let device = try call.device()
        try await call.database.change(device.county, by: device.actor, deed: .cutDevice) {
          try Sentinels.cut(ID(device.tie), of: ID(device.record.number), $0)
        }
        return .redirect("/sign-in/post", cookie: .deviceEnded)
      },
    ]
  }

  private func report(_ form: Form, _ call: Call) async throws -> Reply {
    let read = FormReader(form)
    let topic = room.book.topic(read.text("topic", "是什么", most: 60))
    if topic == nil, form.value("topic") != nil { read.refuse("topic", SentinelRefusal.unknownTopic.sentence) }
    let place = read.text("place", "在哪里", most: 200)
    let text = read.maybeText("text", "看到什么", most: 2000) ?? ""
    let evidence = Evidence(read, call.database.attachments)
    try read.done()
    guard let topic else { throw SentinelRefusal.unknownTopic }
    let (device, tie) = (try call.device(), try await tie(call))
    let slip = Slip(
      form, words: ["\(device.record)", topic.key, place, text], others: read.files("files").map(\.sha256),
      call.database)
    let receipt = try await call.database.change(device.county, by: device.actor, deed: .reportPost) {
      try room.report(NewReport(topic: topic, place: place, text: text), by: tie, slip, evidence, $0)
    }
    let report = try await call.read { try ReportStore.of(receipt.id, $0)?.id }
    return .page(ReportPages.received(receipt, report: report), status: receipt.isRepeat ? 200 : 201)
  }

  private func tie(_ call: Call) async throws -> TieRecord {
    let number = try call.device().tie
    guard let tie = try await call.read({ try PassStore.tie(number, $0) }) else { throw AccessRefusal.deviceFirst }
    return tie
  }

  private func draw(_ call: Call) -> String { call.database.world.randomBytes(16).hex }
  private static let limit = BodyLimit(megabytes: 105, eachFile: 20, files: 5)
}
