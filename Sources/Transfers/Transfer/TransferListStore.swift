import Kit
import Storage
import Web

/// The filters of the list of transfers.
enum TransferListStore {
  static let filters = ["state", "campaign", "count"]

  /// Groups of states that the list and the figures ask for.
  static let groups: [(key: String, title: String, states: [TransferState])] = [
    ("deciding", "等负责人决定或移送", [.proposed, .approved]),
    ("transferred", "移送了的", TransferState.allCases.filter(\.isHandedOver)),
    ("waiting", "等公安机关答复", [.handed, .forwarded, .received, .reviewing]),
    ("declined", "不予立案、有异议的", [.notFiled, .upheld, .supervising, .unsupported]),
    ("filed", "公安机关立案了的", [.filed, .investigating, .charged, .sentenced]),
    ("refused", "没有批准、撤回批准的", denied), ("returned", "退回的", [.returned]), ("sentenced", "已判决的", [.sentenced]),
  ]

  static func filter(_ scope: Scope, _ listing: Listing) -> SQL {
    let inside = scope.filter(county: "transfer.county", agency: "0", owner: "transfer.first_officer")
    return SQL.join([inside] + conditions(listing), " AND ")
  }

  /// What the police may see: what was handed over.
  static func received(_ scope: Scope, _ listing: Listing) -> SQL {
    filter(scope, listing) + " AND " + inStates(handed)
  }

  /// What the procuratorate may see besides: what the head refused or took back.
  static func watched(_ scope: Scope, _ listing: Listing) -> SQL {
    filter(scope, listing) + " AND " + inStates(handed + denied)
  }

  static func inStates(_ states: [TransferState]) -> SQL { "transfer.state IN \(sql: .list(states.map(\.rawValue)))" }

  /// The police filed it, whatever became of it.
  static let everFiled: SQL =
    "EXISTS (SELECT 1 FROM transfer_event e WHERE e.transfer = transfer.id AND e.action IN \(sql: .list([TransferAction.file.rawValue])))"

  private static let denied = TransferState.allCases.filter(\.isDenied)
  private static let handed = TransferState.allCases.filter(\.isHandedOver)

  private static func conditions(_ listing: Listing) -> [SQL] {
    var all: [SQL] = []
    if let key = listing.filter("state") { all.append(inStates(groups.first { $0.key == key }?.states ?? [])) }
    if let text = listing.filter("campaign") {
      all.append("transfer.campaign = \(ID<Transfer>(text: text)?.value ?? 0)")
    }
    switch listing.filter("count") {
    case "suspects": all.append("transfer.suspects > 0")
    case "sentenced": all.append("transfer.sentenced > 0")
    case "filed": all.append(everFiled)
    default: break
    }
    return all
  }
}
