import Foundation
import Kit
import Offenders
import Storage
import Web

/// The county's side under `/exchange/deliveries`, the receiver's under `/exchange/intakes`; both by file or by token.
struct DeliveryRoutes {
  let room: Exchange

  var routes: [Route] {
    [list, page, make, file, receipt, mend, intakes, intake, takeIn, writtenReceipt, fetchByToken, receiptByToken]
  }

  private static let upload = BodyLimit(megabytes: 9, eachFile: 8, files: 1)

  private var list: Route {
    Route.look("/exchange/deliveries", .may(.exchangeSee)) { .page(try listPage($0, $1, .empty)) }
  }

  private func listPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let listing = Listing(call, base: "/exchange/deliveries", sorts: ["at"], descending: true, filters: [])
    let filter = try call.scope().filter(county: "county", agency: "0", owner: "0")
    let (total, deliveries) = try DeliveryStore.list(filter, offset: listing.offset, limit: Listing.size, reader)
    let viewer = try call.person()
    return DeliveryPages.list(
      deliveries, listing.counting(total), waiting: try room.undelivered(in: viewer.county, reader).count,
      mayDeliver: viewer.may(.exchangeDeliver), today: call.today, state)
  }

  private var make: Route {
    Route.act("/exchange/deliveries", .may(.exchangeDeliver)) { call in
      try await call.submit { _ in
        let delivery = try await call.change(.makeDelivery) { try room.makeDelivery($0) }
        return .redirect("/exchange/deliveries/\(delivery.id)")
      } again: {
        try listPage(call, $1, $0)
      }
    }
  }

  private var page: Route {
    Route.look("/exchange/deliveries/:id", .may(.exchangeSee, on: .delivery)) { .page(try onePage($0, $1, .empty)) }
  }

  private func onePage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let delivery = try Self.found(try call.id(), reader)
    let viewer = try call.person()
    let lines = try DeliveryStore.mended(of: delivery.id, reader)
    let records = Dictionary(try Offenders.records(lines.map(\.record), reader).map { ($0.id, $0) }) { first, _ in first
    }
    return DeliveryPages.page(
      delivery, lines, records,
      mayDeliver: viewer.scope(.exchangeDeliver)?.allows(Placement(county: delivery.county)) == true,
      try LedgerReading.history(of: delivery.ref, reader), today: call.today, state)
  }

  private static func found(_ id: ID<Delivery>, _ reader: Reader) throws -> DeliveryRecord {
    guard let delivery = try DeliveryStore.delivery(id, reader) else { throw MissingRecord("批上报") }
    return delivery
  }

  /// A deed and no look, because it holds numbers in full: the ledger tells who took it.
  private var file: Route {
    Route.act("/exchange/deliveries/:id/file", .may(.exchangeDeliver, on: .delivery).proven) { call in
      try await call.submit { _ in
        let id = try call.id(Delivery.self)
        let (bytes, number) = try await call.change(.fetchDelivery) { tx in
          let delivery = try Self.found(id, tx)
          return (try room.fetch(delivery, tx), delivery.number)
        }
        return .file(bytes: bytes, name: "违法人员上报 第\(number)批.jsonl", type: "application/jsonl; charset=utf-8")
      } again: {
        try onePage(call, $1, $0)
      }
    }
  }

  private var receipt: Route {
    Route.act("/exchange/deliveries/:id/receipt", .may(.exchangeDeliver, on: .delivery), body: Self.upload) { call in
      try await call.submit { form in
        let receipt = try DeliveryReceipt.read(try Self.bytes(of: form))
        let id = try call.id(Delivery.self)
        try await call.change(.enterReceipt) { try room.enter(receipt, for: try Self.found(id, $0), $0) }
        return .redirect("/exchange/deliveries/\(id)")
      } again: {
        try onePage(call, $1, $0)
      }
    }
  }

  static func bytes(of form: Form) throws -> [UInt8] {
    guard let file = FormReader(form).files("file").first else { throw DeliveryRefusal.broken("还没有选文件") }
    return [UInt8](try Data(contentsOf: file.url))
  }

  private enum Mending: String { case again, left }

  private var mend: Route {
    Route.act("/exchange/deliveries/:id/mend", .may(.exchangeDeliver, on: .delivery)) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let words = read.text("words", "怎么处理的", most: 300)
        let line = Int64(read.text("line", "第几行", most: 9)) ?? 0
        let choice = read.choice("choice", "还报不报", Mending.self)
        try read.done()
        let id = try call.id(Delivery.self)
        try await call.change(.mendDelivered) {
          try room.mend(line, of: try Self.found(id, $0), again: choice == .again, because: words, $0)
        }
        return .redirect("/exchange/deliveries/\(id)")
      } again: {
        try onePage(call, $1, $0)
      }
    }
  }

  // MARK: Whoever receives

  private var intakes: Route {
    Route.look("/exchange/intakes", .may(.exchangeSee)) { .page(try intakeList($0, $1, .empty)) }
  }

  private func intakeList(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let listing = Listing(call, base: "/exchange/intakes", sorts: ["at"], descending: true, filters: [])
    let filter = try call.scope().filter(county: "county", agency: "0", owner: "0")
    let (total, intakes) = try IntakeStore.list(filter, offset: listing.offset, limit: Listing.size, reader)
    return IntakePages.list(
      intakes, listing.counting(total), mayTake: try call.person().may(.exchangeDeliver), today: call.today, state)
  }

  private var takeIn: Route {
    Route.act("/exchange/intakes", .may(.exchangeDeliver), body: Self.upload) { call in
      try await call.submit { form in
        let file = try DeliveryFile(try Self.bytes(of: form))
        let intake = try await call.change(.takeDelivery) { try room.takeIn(file, $0) }
        return .redirect("/exchange/intakes/\(intake.id)")
      } again: {
        try intakeList(call, $1, $0)
      }
    }
  }

  private var intake: Route {
    Route.look("/exchange/intakes/:id", .may(.exchangeSee, on: .intake)) { call, reader in
      let intake = try Self.intake(call, reader)
      return .page(
        IntakePages.page(intake, try LedgerReading.history(of: intake.ref, reader), today: call.today))
    }
  }

  private static func intake(_ call: Call, _ reader: Reader) throws -> DeliveryIntake {
    guard let intake = try IntakeStore.intake(try call.id(), reader) else { throw MissingRecord("批收到的上报") }
    return intake
  }

  /// Holds line numbers and reasons, no person.
  private var writtenReceipt: Route {
    Route.look("/exchange/intakes/:id/receipt.json", .may(.exchangeSee, on: .intake)) { call, reader in
      let intake = try Self.intake(call, reader)
      return .file(
        bytes: try JSONCall.write(intake.receipt), name: "回执 \(intake.title).json", type: "application/json")
    }
  }

  // MARK: By token

  /// What waits for a receipt, else the next batch: asked twice, the same bytes.
  private var fetchByToken: Route {
    Route.call("/api/offenders/deliveries", .deliver, body: .form) { call in
      let asked: PurposeCall = try JSONCall.read(try await call.body())
      guard let purpose = asked.purpose?.trimmed, !purpose.isEmpty else { throw CallFormRefusal.noPurpose }
      let answer = try await call.change(.fetchDelivery, reason: purpose) { tx in
        let last = try DeliveryStore.last(in: tx.county, tx)
        let delivery = try last.flatMap { $0.answered == nil ? $0 : nil } ?? room.makeDelivery(tx)
        let bytes = try room.fetch(delivery, tx)
        try room.note(.deliver, call.holder, "取走\(delivery.title)", taken: Int(delivery.lines), tx)
        return DeliveryAnswer(
          batch: delivery.number, sha256: delivery.sha256, file: String(decoding: bytes, as: UTF8.self))
      }
      return .json(try JSONCall.write(answer))
    }
  }

  private var receiptByToken: Route {
    Route.call("/api/offenders/receipts", .deliver, body: .form) { call in
      let receipt: DeliveryReceipt = try JSONCall.read(try await call.body())
      try await call.change(.enterReceipt, reason: "第 \(receipt.batch) 批的回执") { tx in
        guard let delivery = try DeliveryStore.delivery(number: receipt.batch, in: tx.county, tx) else {
          throw DeliveryRefusal.otherFile
        }
        try room.enter(receipt, for: delivery, tx)
        try room.note(
          .deliver, call.holder, "送来\(delivery.title)的回执", refused: receipt.refused.count, tx)
      }
      return .json(try JSONCall.write(["batch": receipt.batch]))
    }
  }
}

private struct DeliveryAnswer: Encodable, Sendable {
  let batch: Int64
  let sha256: String
  let file: String
}
