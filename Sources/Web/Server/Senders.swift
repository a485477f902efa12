import Kit
import Storage
import Synchronization

/// Tells senders apart within an hour without knowing them: marks of network addresses under a key that is drawn anew
/// every hour and stands in memory only.
///
/// Neither an address nor a mark is ever stored or logged; with the key gone, a mark means nothing. The address is what the
/// proxy in front added last to `X-Forwarded-For`; without a proxy there is none, and no mark.
final class Senders: Sendable {
  private struct Hour {
    let number: Int64
    let key: [UInt8]
  }

  private let hour = Mutex<Hour?>(nil)

  /// Nil where the proxy told no address.
  func mark(_ forwarded: String?, _ world: World) -> String? {
    guard let address = forwarded?.split(separator: ",").last?.trimmed, !address.isEmpty else { return nil }
    return keyedHash("sender:\(address)", key: key(world))
  }

  private func key(_ world: World) -> [UInt8] {
    let now = world.now().milliseconds / 3_600_000
    return hour.withLock { hour in
      if let hour, hour.number == now { return hour.key }
      let fresh = Hour(number: now, key: world.randomBytes(32))
      hour = fresh
      return fresh.key
    }
  }
}
