import Casework
import Duties
import Inspection
import Kit
import Law
import Offices
import Storage
import Web

/// Our own agency: list, record, report, decision, hand-over, package.
struct TransferRoutes {
  let room: Transfers

  var routes: [Route] { looks + proposing + deciding + revoking + handingOver }

  private var looks: [Route] {
    [
      Route.look("/transfers", .may(.transferSee)) { .page(try list($0, $1)) },
      Route.look("/transfers/:id", .may(.transferSee, on: .transfer)) { .page(try detail($0, $1)) },
      Route.look("/transfers/:id/package", .may(.transferSee, on: .transfer)) { try PackageReply.file($0, $1) },
      Route.look("/transfers/:id/papers/:document", .may(.transferSee, on: .transfer)) { call, reader in
        guard let paper = TransferPaper(rawValue: try call.word("document")) else { throw MissingRecord("份文书") }
        return try room.paper(paper, of: try found(call, reader), call.database.attachments, reader)
      },
      Route.look("/transfers/:id/list", .may(.transferSee, on: .transfer)) { call, reader in
        let model = try room.packageList(try found(call, reader), call.database.attachments, reader)
        return .page(PackageListPages.page(model))
      },
    ]
  }

  private var proposing: [Route] {
    [
      Route.look("/cases/:id/transfer", .may(.caseWork, on: .lawCase)) { .page(try propose($0, $1, nil)) },
      Route.act("/cases/:id/transfer", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let new = try TransferForm.propose(form)
          let transfer = try await call.change(.transfer(.propose)) { try room.propose(id, new, $0) }
          return .redirect("/transfers/\(transfer)")
        } again: {
          try propose(call, $1, $0)
        }
      },
    ]
  }

  private var deciding: [Route] {
    [
      Route.look("/transfers/:id/decide", .may(.caseDecide, on: .transfer)) { call, reader in
        .page(try decide(call, reader, .empty))
      },
      Route.act("/transfers/:id/decide", .may(.caseDecide, on: .transfer)) { call in
        try await call.submit { form in
          let id = try call.id(Transfer.self)
          let (approves, words) = try TransferForm.decide(form)
          try await call.change(.transfer(approves ? .approve : .refuse)) { tx in
            if approves { try room.approve(id, words: words, tx) } else { try room.refuse(id, words: words, tx) }
          }
          return .redirect("/transfers/\(id)")
        } again: {
          try decide(call, $1, $0)
        }
      },
    ]
  }

  private var revoking: [Route] {
    [
      Route.look("/transfers/:id/revoke", .may(.caseDecide, on: .transfer)) { call, reader in
        .page(try ofHead(call, reader) { TransferFormPages.revoke($0, .empty) })
      },
      Route.act("/transfers/:id/revoke", .may(.caseDecide, on: .transfer)) { call in
        try await call.submit { form in
          let id = try call.id(Transfer.self)
          let words = try TransferForm.revoke(form)
          try await call.change(.transfer(.revoke)) { try room.revoke(id, words: words, $0) }
          return .redirect("/transfers/\(id)")
        } again: { state, reader in
          try ofHead(call, reader) { TransferFormPages.revoke($0, state) }
        }
      },
    ]
  }

  private var handingOver: [Route] {
    [
      Route.look("/transfers/:id/hand-over", .may(.caseWork, on: .transfer)) { call, reader in
        .page(TransferFormPages.handOver(try found(call, reader), .empty))
      },
      Route.act("/transfers/:id/hand-over", .may(.caseWork, on: .transfer)) { call in
        try await call.submit { _ in
          let id = try call.id(Transfer.self)
          let package = try await room.prepare(id, call.database)
          defer { package.file.remove() }
          let attachments = call.database.attachments
          try await call.change(.transfer(.handOver)) { try room.handOver(id, package, attachments, $0) }
          return .redirect("/transfers/\(id)")
        } again: { state, reader in
          TransferFormPages.handOver(try found(call, reader), state)
        }
      },
    ]
  }

  private func decide(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    try ofHead(call, reader) { record in
      TransferFormPages.decide(record, try room.obstacles(to: record, reader), state)
    }
  }

  /// Whoever is not the head of the report reads who is.
  private func ofHead(_ call: Call, _ reader: Reader, _ form: (TransferRecord) throws -> Page) throws -> Page {
    let record = try found(call, reader)
    guard try call.person().account != record.head.value else { return try form(record) }
    let name = try Offices.person(record.head, reader)?.name ?? "已停用的账号"
    return TransferFormPages.notTheHead(record, TransferRefusal.notTheHead(name))
  }

  private func found(_ call: Call, _ reader: Reader) throws -> TransferRecord {
    guard let record = try TransferStore.find(try call.id(Transfer.self), reader) else { throw MissingRecord("件移送") }
    return record
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(
      call, base: "/transfers", sorts: ["proposed"], descending: true, filters: TransferListStore.filters)
    let filter = TransferListStore.filter(try call.scope(), listing)
    let tally = try TransferStore.tally(filter, reader)
    return TransferListPages.list(
      TransferList(
        title: "移送", base: "/transfers", open: { "/transfers/\($0)" },
        transfers: try TransferStore.list(
          filter, limit: Listing.size, offset: listing.offset, newestFirst: listing.descending, reader),
        listing: listing.counting(tally.count), suspects: tally.suspects, sentenced: tally.sentenced, today: call.today)
    )
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    let (record, viewer) = (try found(call, reader), try call.person())
    let works = viewer.scope(.caseWork)?.allows(record.place) == true
    let decides = viewer.scope(.caseDecide)?.allows(record.place) == true && viewer.account == record.head.value
    let model = try room.detail(record, call, reader)
    return TransferPages.page(
      model, steps: TransferSteps.office(record, model.obstacles, works: works, decides: decides),
      mayOpenCase: viewer.may(.caseSee))
  }

  /// `state` nil for a fresh form.
  private func propose(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let id = try call.id(Case.self)
    guard let record = try Casework.lawCase(id, reader) else { throw MissingRecord("起案件") }
    let heads = try Offices.people(in: record.county, holding: .caseDecide, roles: room.roles, reader)
      .filter { !record.team.has($0.id.value) }
    let checks = try Transfers.checks(of: id, reader).filter { $0.verdict.outcome != .notReached }
    let agency = try Casework.agency(of: record.county, reader)
    let fresh = FormState.filled([
      ("facts", Self.facts(record, checks.first)), ("check", checks.first?.id.text), ("police", agency[.police]),
      ("procuratorate", agency[.procuratorate]),
    ])
    let obstacles = try room.obstacles(to: id, reader)
    return TransferFormPages.propose(record, heads, checks, obstacles, state ?? fresh)
  }
}

extension TransferRoutes {
  /// The case with the earlier penalties of the check, for whoever writes the report.
  private static func facts(_ record: CaseRecord, _ check: CheckRecord?) -> String {
    guard let earlier = check?.earlier, !earlier.isEmpty else { return record.summary }
    return "\(record.summary)\n此前受过的行政处罚：\n\(earlier)"
  }
}

/// The package is one file for whoever may see the transfer.
enum PackageReply {
  static func file(_ call: Call, _ reader: Reader) throws -> Reply {
    let attachments = call.database.attachments
    guard let record = try TransferStore.find(try call.id(Transfer.self), reader),
      let package = try Transfers.package(of: record, attachments, reader)
    else { throw MissingRecord("个移送包") }
    return .file(bytes: try attachments.bytes(of: package, reader), name: package.name, type: package.type)
  }
}
