import App
import Foundation
import Intake
import Kit
import Offices
import Papers
import Storage
import TestKit
import Testing
import Web

/// The list narrowed by where a clue is, and the same rows as a workbook.
@Suite struct LedgerSheetTests {
  @Test(arguments: Store.both) func `the workbook holds the rows of the filtered list and no other`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      _ = try await test.accepted(once: "00112233445566778899aabbccddee01")
      let (away, _) = try await test.accepted(once: "00112233445566778899aabbccddee02")
      let referral = try await test.refer(away, to: "gujm")
      let head = try await Visitor.signedIn(test, "heyuan")
      let asked = try await head.get("/clues?place=asked").text
      #expect(asked.contains("清举〔2026〕0002") && asked.contains("县市场监管局（等接收）"))
      #expect(!asked.contains("清举〔2026〕0001"))
      let market = try await Visitor.signedIn(test, "gujm")
      #expect(try await market.post("/referrals/received/\(referral)/accept").status == 303)
      #expect(try await !head.get("/clues?place=asked").text.contains("清举〔2026〕0002"))
      #expect(try await rows(of: "/clues/ledger.xlsx?place=away", head, test).map { $0[0] } == ["清举〔2026〕0002"])
      let all = try await rows(of: "/clues/ledger.xlsx?sort=received", head, test)
      #expect(all.map { $0[0] } == ["清举〔2026〕0001", "清举〔2026〕0002"])
      #expect(all.map { $0[8] } == ["本单位", "县市场监管局"])
      #expect(try await rows(of: "/clues/ledger.xlsx?channel=phone", head, test) == [])
    }
  }

  /// By column, empty ones too.
  private func words(_ row: SheetRow) -> [String] {
    var all = Array(repeating: "", count: 13)
    for cell in row.cells where all.indices.contains(cell.column - 1) { all[cell.column - 1] = cell.value.words }
    return all
  }

  /// Below title and headings.
  private func rows(of path: String, _ visitor: Visitor, _ test: TestHouse) async throws -> [[String]] {
    let answer = try await visitor.get(path)
    #expect(answer.status == 200)
    let url = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString).xlsx")
    try Data(answer.bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let sheet = try SheetReader(url)
    var rows: [[String]] = []
    while let piece = try sheet.next() { rows += piece.map { row in words(row) } }
    return Array(rows.drop { $0.first != "编号" }.dropFirst())
  }
}
