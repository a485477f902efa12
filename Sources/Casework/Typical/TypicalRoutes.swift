import Kit
import Offices
import Storage
import Web

struct TypicalRoutes {
  let room: Casework

  var routes: [Route] { looks + acts }

  private var looks: [Route] {
    [
      Route.look("/typical", .everybody(because: "公众看已公布的典型案例")) { call, reader in
        let listing = Listing(call, base: "/typical", sorts: [], descending: true, filters: [])
          .counting(try TypicalStore.publishedCount(reader))
        let found = try TypicalStore.published(offset: listing.offset, limit: Listing.size, reader)
        return .page(TypicalPages.list(found, listing, try names(found, reader)))
      },
      Route.look("/typical/:id", .everybody(because: "公众看已公布的典型案例")) { call, reader in
        guard let found = try TypicalStore.published(try call.id(), reader) else { throw MissingRecord("个典型案例") }
        return .page(TypicalPages.open(found, county: try Offices.countyName(found.county, reader)))
      },
      Route.look("/cases/:id/typical", .may(.caseWork, on: .lawCase)) { .page(try editor($0, $1, nil)) },
      Route.look("/cases/:id/typical/approve", .may(.caseDecide, on: .lawCase)) { .page(try approval($0, $1, .empty)) },
    ]
  }

  private var acts: [Route] {
    [
      Route.act("/cases/:id/typical", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, read) = (try call.id(Case.self), FormReader(form))
          let (title, text) = (read.text("title", "标题", most: 100), read.text("text", "正文", most: 20_000))
          try read.done()
          let keys = call.database.folder.keys
          try await call.change(.writeTypical) { _ = try room.writeTypical(title, text, of: id, keys, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try editor(call, $1, $0)
        }
      },
      Route.act("/cases/:id/typical/approve", .may(.caseDecide, on: .lawCase)) { call in
        try await call.submit { _ in
          let (id, keys) = (try call.id(Case.self), call.database.folder.keys)
          try await call.change(.publishTypical) { try room.publishTypical(of: id, keys, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try approval(call, $1, $0)
        }
      },
      Route.act("/cases/:id/typical/words", .may(.caseDecide, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, read) = (try call.id(Case.self), FormReader(form))
          let word = read.text("word", "不是姓名的词", most: 20)
          try read.done()
          let keys = call.database.folder.keys
          try await call.change(.confirmNoName) { try room.confirmNoName(word, of: id, keys, $0) }
          return .redirect("/cases/\(id)/typical/approve")
        } again: {
          try approval(call, $1, $0)
        }
      },
      Route.act("/cases/:id/typical/withdraw", .may(.caseDecide, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, read) = (try call.id(Case.self), FormReader(form))
          let reason = read.text("reason", "为什么撤下", most: 300)
          try read.done()
          try await call.change(.withdrawTypical, reason: reason) { try room.withdrawTypical(of: id, reason, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try approval(call, $1, $0)
        }
      },
    ]
  }

  private func record(_ call: Call, _ reader: Reader) throws -> CaseRecord {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    return record
  }

  /// A fresh form carries the text that was written, else a proposal without the party.
  private func editor(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try record(call, reader)
    guard record.state == .closed else { return TypicalPages.early(record) }
    let masking = try room.masking(record, call.database.folder.keys, reader)
    let written = try TypicalStore.ofCase(record.id, reader)
    let fresh = FormState.filled([
      ("title", written?.title ?? TypicalText(record).title),
      ("text", written?.text ?? masking.suggestion(TypicalText(record).text)),
    ])
    return TypicalPages.editor(record, written, hidden: masking.found(in: TypicalText(record).text), state ?? fresh)
  }

  private func approval(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let record = try record(call, reader)
    let masking = try room.masking(record, call.database.folder.keys, reader)
    return TypicalPages.approval(
      record, try TypicalStore.ofCase(record.id, reader), masked: masking.found(in: TypicalText(record).text), state)
  }

  private func names(_ found: [TypicalRecord], _ reader: Reader) throws -> [County: String] {
    Dictionary(uniqueKeysWithValues: try Set(found.map(\.county)).map { ($0, try Offices.countyName($0, reader)) })
  }
}

/// What a case says of itself before anything is hidden.
struct TypicalText {
  let record: CaseRecord
  init(_ record: CaseRecord) { self.record = record }

  var title: String { "\(record.violation.name)案" }

  var text: String {
    let decision = record.decision.map { "依据\(record.violation.penalty)，决定：\($0.words)。\n\($0.reasons)" }
    return ["当事人：\(record.party)。", record.summary, "违反\(record.violation.basis)。", decision].compactMap { $0 }.joined(
      separator: "\n")
  }
}
