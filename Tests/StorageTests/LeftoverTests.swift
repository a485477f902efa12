import Foundation
import TestKit
import Testing

@testable import Storage

/// Files of requests that were cut short.
@Suite struct LeftoverTests {
  @Test func goAfterADay() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "leftovers-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let folder = try DataFolder(place)
    for (name, hours) in [("old", -25.0), ("new", -23)] {
      let file = folder.incoming.appending(path: name)
      try Data("x".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: hours * 3600)], ofItemAtPath: file.path)
    }
    folder.clearIncoming(before: Date(timeIntervalSinceNow: -86_400))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.incoming.path) == ["new"])
  }
}
