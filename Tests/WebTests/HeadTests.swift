import Foundation
import HTTPTypes
import TestKit
import Testing
import Web

@Suite struct HeadTests {
  /// What follows the head would be read as the answer to the next request on the same line.
  @Test(arguments: Store.both, ["/", "/lookup", "/no/such/page"]) func `HEAD is answered without a body`(
    store: Store, path: String
  ) async throws {
    try await TestHouse.with(store) { test in
      let (head, page) = (try await Visitor(test).send(.head, path, nil, Data()), try await Visitor(test).get(path))
      #expect(head.bytes.isEmpty)
      #expect(head.status == page.status)
    }
  }
}
