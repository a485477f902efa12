import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// Duties in the calendar of a telephone.
@Suite struct CalendarTests {
  @Test(arguments: [
    ("整改；复查", "整改；复查"), ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("一行\r\n二行", "一行\\n二行"),
  ])
  func `signs of the format are escaped`(text: String, expected: String) {
    #expect(ICalendar.escaped(text) == expected)
  }

  /// Joined again they are the line; no piece is longer than the format allows.
  @Test(arguments: [
    "SUMMARY:短", "SUMMARY:" + String(repeating: "督办这件事", count: 30), String(repeating: "x", count: 400),
  ])
  func `long lines are folded between characters`(line: String) {
    let pieces = ICalendar.folded(line).split(separator: "\r\n").map(String.init)
    #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
    #expect((pieces.first ?? "") + pieces.dropFirst().map { $0.dropFirst() }.joined() == line)
  }

  @Test(arguments: Store.both) func `one's own duties, each with its number, and nothing sealed`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-27")
      try await scene.owe(2, by: "qinsa", due: "2026-11-27")
      try await scene.owe(3, due: "2026-11-27", kind: "dereliction.open")
      let id = try await scene.duty(1).id
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get("/today").text.contains("放进手机日历"))
      let text = try await officer.get("/calendar").text
      #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
      #expect(text.contains("UID:duty-\(id)@qingyuan\r\n") && text.contains("SUMMARY:第1件事\r\n"))
      #expect(text.contains("DTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128\r\n"))
      #expect(!text.contains("第2件事") && !text.contains("第3件事"))
    }
  }
}
