internal import Foundation

extension Instant {
  package static var system: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
