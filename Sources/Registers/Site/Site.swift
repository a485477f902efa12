package import Kit
package import Storage
package import Web

extension Permission {
  package static let siteSee = Permission("site.see")
  package static let siteWork = Permission("site.work")
}

extension Deed {
  package static let addSite = Deed("registers.add-site")
  package static let banSite = Deed("registers.ban-site")
  package static let reopenSite = Deed("registers.reopen-site")
}

/// State of an unlicensed site (无证点状态).
enum SiteState: String, CaseIterable, Sendable {
  case active, banned

  var words: String { self == .active ? "在营业" : "已取缔" }
  var chip: Chip { self == .active ? .warn : .shut }
}

struct SiteRecord: Sendable {
  let id: ID<UnlicensedSite>
  let county: County
  let name: String
  let address: String
  /// Region number of the town, 0 where it is not known.
  let town: Int64
  let note: String
  let state: SiteState
  let since: Instant
}

/// A site that is put on file (登记无证点).
package struct NewSite: Sendable {
  package let name: String
  package let address: String
  package let town: Int64
  package let note: String

  package init(name: String, address: String, town: Int64, note: String) {
    self.name = name
    self.address = address
    self.town = town
    self.note = note
  }
}

/// What the register of sites refuses.
package enum SiteRefusal: Refusal {
  case known(String)
  case incomplete
  case unknownTown
  case already(String)

  package var code: String {
    switch self {
    case .known: "registers.site-known"
    case .incomplete: "registers.site-incomplete"
    case .unknownTown: "registers.site-town"
    case .already: "registers.site-already"
    }
  }

  package var sentence: String {
    switch self {
    case .known(let name): "台账里已经有同名同址的无证点“\(name)”。"
    case .incomplete: "无证点的名称和地址都要写。"
    case .unknownTown: "选的乡镇或街道不在本县名单里。"
    case .already(let state): "这个无证点已经是“\(state)”，可能别人刚刚办过。"
    }
  }

  package var field: String? {
    switch self {
    case .known, .incomplete: "name"
    case .unknownTown: "town"
    case .already: nil
    }
  }

  package var next: String? {
    switch self {
    case .known: "请用台账里的那一个；确实是另一处的，把地址写得更细。"
    case .incomplete, .unknownTown, .already: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .known, .already: .conflict
    case .incomplete, .unknownTown: .invalid
    }
  }
}
