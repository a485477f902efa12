import Kit

/// What the server or the line said, with its SQLSTATE where there is one.
struct PostgresError: Error {
  let state: String
  let message: String

  var refusal: any Error {
    switch state {
    case "23505": StoreRefusal.duplicate(message)
    case "53100": StoreRefusal.diskFull(detail: message)
    // 08 connection, 25006 read-only, 53 resources, 57P shutdown, 58 system, 40 a lost race: nothing was stored.
    case "", "25006": StoreRefusal.unavailable(detail: "\(state) \(message)")
    case _ where ["08", "53", "57", "58", "40"].contains(state.prefix(2)):
      StoreRefusal.unavailable(detail: "\(state) \(message)")
    default: self
    }
  }

  /// The line is gone, or leads to a server that cannot write: the connection must not be used again.
  var isBroken: Bool { state.isEmpty || state == "25006" || ["08", "57"].contains(state.prefix(2)) }
}
