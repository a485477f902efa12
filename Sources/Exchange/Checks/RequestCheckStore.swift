import Duties
import Storage

/// The questions of `ExchangeChecks`.
enum RequestCheckStore {
  private static func requests(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT r.id, r.number FROM exchange_request r WHERE r.other = \(ground.county) AND (\(sql: broken))"
  }

  private static let owed = OwedCheckStore.open(Exchange.answerDuty, on: .personRequestReceived, "r.id")

  static func idle(_ ground: CheckGround) -> SQL {
    requests(ground, "r.state = \(RequestState.sent.rawValue) AND \(sql: owed) <> 1")
  }

  static func stray(_ ground: CheckGround) -> SQL {
    requests(ground, "r.state <> \(RequestState.sent.rawValue) AND \(sql: owed) > 0")
  }
}
