import Foundation
import Testing

/// The two stores that every store test runs on.
package enum Store: String, Sendable, CaseIterable, CustomTestStringConvertible {
  case sqlite, postgres

  package var testDescription: String { rawValue }

  /// PostgreSQL where `script/test` started a cluster; it also compares how many tests ran on each.
  package static let both: [Store] = address == nil ? [.sqlite] : [.sqlite, .postgres]

  package static let address = ProcessInfo.processInfo.environment["QINGYUAN_TEST_DATABASE"]
}
