import App
import Foundation
import Kit
import Papers
import Storage
import TestKit
import Testing
import Web

@testable import Registers

@Suite struct ExportTests {
  @Test(arguments: Store.both)
  func exportsWhatTheListShows(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported(
        [
          Support.row(1, name: "=1+1诊所"), Support.row(2, to: "长期"), Support.row(3, to: "2024-01-01"),
          Support.row(4, to: ""),
        ], test)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let rows = try await exported("/institutions/export.xlsx", officer)
      #expect(rows.first?.cells.first?.value == .text("清沅县机构底册（2026-11-20 导出）"))
      #expect(words(rows, 1) == Support.titles.split(separator: ",").map(String.init))
      #expect(
        words(rows, 2) == ["=1+1诊所", "", "诊所", "柳塘镇", "桥头街 6 号", "QY-1", "2023-03-01", "2028-02-29", "内科", "范景和"])
      #expect(rows.count == 6 && words(rows, 3)[7] == "长期" && words(rows, 5)[7] == "")
      let end = try #require(CivilDate(2028, 2, 29))
      #expect(rows[2].cells.contains { $0.value == .date(end) })
      let expired = try await exported("/institutions/export.xlsx?licence=expired", officer)
      #expect(expired.count == 3 && words(expired, 2)[5] == "QY-3")
      #expect(expired.first?.cells.first?.value.words.hasSuffix("，按条件筛选") == true)
      let page = try await officer.get("/institutions?licence=expired").text
      #expect(page.contains("/institutions/export.xlsx?licence=expired&amp;sort=added"))
    }
  }

  @Test(arguments: Store.both)
  func keepsToTheScope(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported([Support.row(1)], test)
      let neighbour = try await Visitor.signedIn(test, "dongl")
      #expect(try await exported("/institutions/export.xlsx", neighbour).count == 2)
      #expect(try await Visitor(test).get("/institutions/export.xlsx").status == 303)
    }
  }

  /// The office's own order and headings come back, and what was exported changes nothing when it is brought in again.
  @Test(arguments: Store.both)
  func looksLikeTheOfficesOwnForm(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let first = try await upload(WorkbookImportTests.officeBook().bytes(), head)
      #expect(try await head.post("\(first.location)/apply").status == 303)
      let answer = try await head.get("/institutions/export.xlsx")
      let rows = try read(answer.bytes)
      #expect(words(rows, 1) == ["登记号", "单位名称", "类别", "镇街", "执业地址", "有效期起", "有效期止"])
      #expect(words(rows, 2) == ["QY-1", "安和诊所", "诊所", "柳塘镇", "桥头街 6 号", "2026-01-01", "长期"])
      let again = try await upload(answer.bytes, head)
      #expect(try await head.get(again.location).text.contains("完全一样"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: test.dataFolder.appending(path: "incoming").path).isEmpty)
    }
  }

  private func exported(_ path: String, _ visitor: Visitor) async throws -> [SheetRow] {
    let answer = try await visitor.get(path)
    #expect(answer.status == 200 && answer.header("Content-Type")?.contains("spreadsheetml") == true)
    return try read(answer.bytes)
  }

  private func read(_ bytes: [UInt8]) throws -> [SheetRow] {
    let file = try Support.staged(bytes)
    defer { file.remove() }
    let reader = try SheetReader(file.url)
    var rows: [SheetRow] = []
    while let piece = try reader.next() { rows += piece }
    return rows
  }

  /// The row as it looks, with empty places.
  private func words(_ rows: [SheetRow], _ place: Int) -> [String] {
    guard rows.indices.contains(place) else { return [] }
    let width = rows[1].cells.last?.column ?? 0
    return (1...max(width, 1)).map { column in rows[place].cells.first { $0.column == column }?.value.words ?? "" }
  }

  private func upload(_ bytes: [UInt8], _ client: Visitor) async throws -> Answer {
    try await client.post("/institutions/import", [], files: [Visitor.File("file", "底册.xlsx", bytes)])
  }
}
