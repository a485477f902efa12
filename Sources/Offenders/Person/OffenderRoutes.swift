import Foundation
package import Kit
import Matching
import Offices
package import Storage
import Web

struct OffenderRoutes {
  let room: Offenders

  var routes: [Route] { [list, export, record, openForm, open, judge, merge, split] }

  private var list: Route {
    Route.look("/offenders", .may(.offenderSee)) { call, reader in .page(try listPage(call, reader, .empty)) }
  }

  func listPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (listing, viewer) = (OffenderRoutes.listing(call), try call.person())
    let query = OffenderQuery(listing)
    let waiting = try viewer.scope(.offenderReview).map { scope in
      try MoveStore.countWaiting(scope.filter(county: "county", agency: "0", owner: "proposer"), reader)
    }
    let model = OffenderList(
      persons: try OffenderListStore.page(query, offset: listing.offset, limit: Listing.size, reader),
      listing: listing.counting(try OffenderListStore.count(query, reader)), viewer: viewer, waiting: waiting ?? 0,
      today: call.today)
    return OffenderListPages.page(model, state)
  }

  private static func listing(_ call: Call) -> Listing {
    Listing(
      call, base: "/offenders", sorts: OffenderQuery.sorts, descending: true, filters: OffenderQuery.filters)
  }

  /// What the list shows, as a workbook; numbers masked.
  private var export: Route {
    Route.look("/offenders/export.xlsx", .may(.offenderSee)) { call, reader in
      let listing = OffenderRoutes.listing(call)
      return .file(
        bytes: try OffenderExport.file(OffenderQuery(listing), isFiltered: listing.isFiltered, call, reader),
        name: "违法人员 \(call.today.iso).xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
  }

  private var record: Route {
    Route.look("/offenders/:id", .may(.offenderSee)) { call, reader in .page(try page(call, reader, .empty)) }
  }

  private var openForm: Route {
    Route.look("/offenders/:id/open", .may(.offenderOpen)) { call, reader in
      .page(OffenderPages.openForm(try found(call, reader).person, .empty))
    }
  }

  private var open: Route {
    Route.act("/offenders/:id/open", .may(.offenderOpen).proven) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let reason = read.text("reason", "为什么要看", most: 300)
        try read.done()
        let id = try call.id(Offender.self)
        let file = try await call.change(.openOffender, reason: reason) { try Offenders.open(id, $0) }
        return .page(OffenderPages.opened(file))
      } again: { state, reader in
        OffenderPages.openForm(try found(call, reader).person, state)
      }
    }
  }

  private var judge: Route {
    Route.act("/offenders/:id/judge", .may(.offenderWork)) { call in
      try await call.submit { form in
        let (subject, answer, reason, look) = try JudgeForm.read(form)
        let id = try call.id(Offender.self)
        try await call.change(.judgeOffender) { tx in
          try Offenders.judge(id, subject, answer, because: reason, tx)
          if answer == .same { try room.above.onSame(id, subject, tx) }
        }
        return .redirect(look.map { "/offenders/looks/\($0)" } ?? "/offenders/\(id)")
      } again: { state, reader in
        guard let look = ID<Look>(text: state.value("look")) else {
          return try page(call, reader, state)
        }
        return LookPages.page(try room.model(look, call, reader), state)
      }
    }
  }

  private var merge: Route {
    Route.act("/offenders/:id/merge", .may(.offenderWork)) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let (other, reason) = (read.id("other", "另一个人", Offender.self), read.text("because", "为什么是同一人", most: 300))
        try read.done()
        let id = try call.id(Offender.self)
        _ = try await call.change(.proposeMove) { try Offenders.proposeMerge(of: other, into: id, because: reason, $0) }
        return .redirect("/offenders/\(id)")
      } again: { state, reader in
        try page(call, reader, state)
      }
    }
  }

  private var split: Route {
    Route.act("/offenders/:id/split", .may(.offenderWork)) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let reason = read.text("apart", "为什么不是同一人", most: 300)
        try read.done()
        let (id, records) = (try call.id(Offender.self), form.all("record").compactMap { ID<OffenderRecord>(text: $0) })
        _ = try await call.change(.proposeMove) {
          try Offenders.proposeSplit(of: id, records, because: reason, $0)
        }
        return .redirect("/offenders/\(id)")
      } again: { state, reader in
        try page(call, reader, state)
      }
    }
  }

  private func found(_ call: Call, _ reader: Reader) throws -> OffenderFile {
    guard let file = try Offenders.file(of: try call.id(Offender.self), reader) else { throw MissingRecord("名违法人员") }
    return file
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (file, viewer, records) = (try found(call, reader), try call.person(), call.records)
    let person = file.person
    let judgements = try JudgementStore.judgements(of: person.id, reader)
    let subjects = file.records.compactMap(\.subject) + judgements.map(\.subject)
    let places = Set(file.records.map(\.county))
    let black = try BlackStore.entries(of: person.id, reader)
    let model = OffenderDetail(
      file: file, alike: try room.alike(file, reader), judgements: judgements,
      moves: try MoveStore.moves(of: person.id, reader),
      counties: Dictionary(uniqueKeysWithValues: try places.map { ($0, try Offices.countyName($0, reader)) }),
      links: try records.links(subjects, for: viewer, reader),
      history: historySection(try LedgerReading.history(of: person.ref, reader), today: call.today),
      panels: try records.panels(for: person.ref, viewer: viewer, reader),
      listed: BlackPages.fact(black.filter { $0.holds(on: call.today) }, today: call.today),
      black: BlackPages.panel(
        black, person, mayPropose: viewer.may(.offenderWork) && person.into == nil, today: call.today),
      viewer: viewer, today: call.today)
    return OffenderPages.page(model, state)
  }
}

extension Deed { package static let openOffender = Deed("offenders.open") }

extension Offenders {
  /// The person with numbers in full, for the page of one moment. The reason stands in the ledger.
  package static func open(_ id: ID<Offender>, _ tx: Transaction) throws -> OffenderFile {
    guard let file = try file(of: id, tx) else { throw MissingRecord("名违法人员") }
    tx.tell(file.person.ref, "查看了违法人员的完整证件号码、电话")
    return file
  }

  /// Other persons like this one: asked with each of his newest records, so that another name of his finds too.
  func alike(_ file: OffenderFile, _ reader: Reader) throws -> [LookCandidate] {
    var best: [ID<Offender>: LookCandidate] = [:]
    for record in file.records.suffix(3) {
      let look = try lookUp(record.said, besides: file.person.id, most: 8, reader)
      let persons = try OffenderStore.persons(look.persons.map(\.value), reader)
      let judged = try Offenders.judgements(of: file.person.id, reader)
      let listed = try Offenders.blackFacts(persons.keys.map(\.self), reader)
      for candidate in look.answer.candidates {
        guard let person = Int64(candidate.id).flatMap({ persons[$0] }), try verdict(of: candidate.score) != .none,
          candidate.score > best[person.id]?.score ?? -.infinity
        else { continue }
        best[person.id] = LookCandidate(
          person: person, record: look.record(candidate).masked, verdict: try verdict(of: candidate.score),
          score: candidate.score, explanation: try explain(candidate, in: look), judgement: judged[person.ref],
          listed: listed[person.id.value] ?? .none)
      }
    }
    return best.values.sorted { ($0.score, $1.person.id) > ($1.score, $0.person.id) }
  }

  /// The newest judgement of a person about each subject.
  static func judgements(of person: ID<Offender>, _ reader: Reader) throws -> [Ref: Judgement] {
    Dictionary(try JudgementStore.judgements(of: person, reader).map { ($0.subject, $0) }) { first, _ in first }
  }
}
