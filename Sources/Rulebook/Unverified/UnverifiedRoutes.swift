internal import Kit
internal import Law
internal import Packs
internal import Storage
internal import Web

struct UnverifiedRoutes {
  let rulebook: Rulebook

  var routes: [Route] {
    [
      Route.look("/law/unverified", .may(.lawSee)) { call, reader in .page(try list(call, reader)) }
    ]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let viewer = try call.person()
    let approvals = try ApprovalStore.newest(in: viewer.county, reader)
    let values = rulebook.law.values.filter { !$0.isFirm }
    let lines = values.map { UnverifiedLine(value: $0, standing: ApprovalStanding(of: $0, newest: approvals[$0.name])) }
    let listing = Listing(
      call, base: "/law/unverified", sorts: ["catalogue"], descending: false, filters: ["kind", "confidence", "state"])
    let found = lines.filter { $0.fits(listing) }
    return UnverifiedPages.list(
      UnverifiedList(
        listing: listing.counting(Int64(found.count)),
        lines: Array(found.dropFirst(listing.offset).prefix(Listing.size)),
        counts: UnverifiedCount.all(lines), mayApprove: viewer.may(.ruleApprove)))
  }
}

struct UnverifiedLine {
  let value: LawValue
  let standing: ApprovalStanding

  fileprivate func fits(_ listing: Listing) -> Bool {
    if let kind = listing.filter("kind"), value.kind.rawValue != kind { return false }
    if let mark = listing.filter("confidence"), value.mark != mark { return false }
    switch listing.filter("state") {
    case "open": return !standing.holds
    case "approved": return standing.holds
    default: return true
    }
  }
}

extension LawValue {
  /// Its confidence, or that its amounts are missing although what is there was read.
  var mark: String { confidence.isFirm ? "gap" : confidence.rawValue }
}

/// How many values of a section wait, by confidence.
struct UnverifiedCount {
  let kind: LawValue.Kind
  let byMark: [String: Int]
  let approved: Int
  let total: Int

  static func all(_ lines: [UnverifiedLine]) -> [UnverifiedCount] {
    LawValue.Kind.allCases.compactMap { kind in
      let own = lines.filter { $0.value.kind == kind }
      guard !own.isEmpty else { return nil }
      return UnverifiedCount(
        kind: kind, byMark: Dictionary(own.map { ($0.value.mark, 1) }, uniquingKeysWith: +),
        approved: own.count { $0.standing.holds }, total: own.count)
    }
  }
}

/// What the page shows.
struct UnverifiedList {
  let listing: Listing
  let lines: [UnverifiedLine]
  let counts: [UnverifiedCount]
  let mayApprove: Bool
}
