import App
import Foundation
import Kit
import Papers
import Storage
import TestKit
import Testing
import Web

@testable import Registers

@Suite struct WorkbookImportTests {
  /// A title, merged heads, columns in the office's own order, real days, a town merged over two rows.
  static func officeBook(_ extra: String = "") -> TinyBook {
    var book = TinyBook(
      """
      <sheetData><row r="1">\(text("A1", "清沅县医疗机构一览表"))</row>
      <row r="3">\(text("A3", "登记号"))\(text("B3", "单位名称"))\(text("C3", "类别"))\(text("D3", "镇街"))\(text("E3", "执业地址"))\(text("F3", "有效期"))</row>
      <row r="4">\(text("F4", "起"))\(text("G4", "止"))</row>
      <row r="5">\(text("A5", "QY-1"))\(text("B5", "安和诊所"))\(text("C5", "诊所"))\(text("D5", "柳塘镇"))\(text("E5", "桥头街 6 号"))<c r="F5" s="1"><v>46023</v></c>\(text("G5", "长期"))</row>
      <row r="6"><c r="A6"><v>20260002</v></c>\(text("B6", "康民诊所"))\(text("C6", "诊所"))\(text("E6", "桥头街 8 号"))<c r="F6" s="1"><v>46054</v></c><c r="G6" s="1"><v>46753</v></c></row>
      \(extra)</sheetData><mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/>
      <mergeCell ref="C3:C4"/><mergeCell ref="D3:D4"/><mergeCell ref="E3:E4"/><mergeCell ref="F3:G3"/>
      <mergeCell ref="D5:D6"/></mergeCells>
      """)
    book.formats = ["yyyy\"年\"m\"月\"d\"日\""]
    book.sheets.append(("旧", "hidden", "<sheetData><row><c><v>1</v></c></row></sheetData>"))
    return book
  }

  static func text(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test(arguments: Store.both)
  func importsTheOfficesOwnForm(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let answer = try await upload(Self.officeBook().bytes(), head)
      let preview = try await head.get(answer.location).text
      #expect(preview.contains("确认导入：新增 2 户") && preview.contains("没有读隐藏的工作表“旧”"))
      #expect(preview.contains("表头在第 4 行") && preview.contains("1 格是合并单元格"))
      #expect(try await head.post("\(answer.location)/apply").status == 303)
      let values = try await test.database.read { reader in
        try reader.query("SELECT \(sql: InstitutionStore.valueColumns) FROM institution ORDER BY licence DESC") {
          try InstitutionStore.values($0, from: 0)
        }
      }
      #expect(values.map(\.licence) == ["QY-1", "20260002"] && values.map(\.town) == [112, 112])
      #expect(values.map { $0.validFrom?.iso } == ["2026-01-01", "2026-02-01"])
      #expect(values.map { $0.validTo?.iso } == ["9999-12-31", "2028-01-01"])
    }
  }

  /// A column that is only as wide as two, in the header and in every record, is one column.
  @Test(arguments: Store.both)
  func readsAWidenedColumnOnce(_ store: Store) async throws {
    let rows = [
      ["名称", "类型", "乡镇", "地址", "", "许可证号"], ["甲", "诊所", "柳塘镇", "一号", "", "QY-1"],
      ["乙", "诊所", "柳塘镇", "二号", "", "QY-2"],
    ]
    let bytes = TinyBook(rows: rows, merged: ["D1:E1", "D2:E2", "D3:E3"]).bytes()
    try await TestHouse.with(store) { test in
      let batch = try await stage(bytes, test)
      #expect(try await counts(batch, test) == ImportCounts(lines: 2, added: 2))
    }
  }

  @Test(arguments: Store.both)
  func namesEveryBadCellWithItsLetters(_ store: Store) async throws {
    let bad = """
      <row r="8"><c r="A8"><v>430102199001011234</v></c>\(Self.text("B8", "甲"))\(Self.text("C8", "诊所"))\(Self.text("D8", "柳塘镇"))\
      <c r="E8"><f>E7</f></c><c r="F8" t="e"><v>#REF!</v></c><c r="G8"><v>46753</v></c></row>
      <row r="9">\(Self.text("A9", "QY-9"))\(Self.text("B9", "乙"))\(Self.text("C9", "诊所"))\(Self.text("D9", "柳塘镇"))\(Self.text("E9", "一号"))\(Self.text("J9", "备注"))</row>
      """
    try await TestHouse.with(store) { test in
      let batch = try await stage(Self.officeBook(bad).bytes(), test)
      let faults = try await test.database.read { try ImportStore.faults(of: batch, limit: 10, $0) }
      #expect(
        faults.map { "\($0.line) \($0.column)" }
          == ["8 地址（E 列）", "8 许可证号（A 列）", "8 有效期起（F 列）", "8 有效期止（G 列）", "9 整行"])
      let reasons = faults.map(\.reason).joined()
      for words in ["科学计数", "公式还没有算出值", "错误值 #REF!", "日期序号", "在表头右边还有内容"] {
        #expect(reasons.contains(words), "\(words)")
      }
      await #expect(throws: ImportRefusal.hasFaults(2)) { try await apply(batch, test) }
    }
  }

  @Test(arguments: Store.both)
  func asksOnceWhatAColumnIs(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let bytes = TinyBook(rows: [
        ["字号", "单位名称", "类别", "镇街", "执业地址", "床位"], ["QY-1", "安和诊所", "诊所", "柳塘镇", "桥头街 6 号", "20"],
      ]).bytes()
      let waiting = try await upload(bytes, head).location
      let page = try await head.get(waiting).text
      #expect(page.contains("A 列“字号”") && page.contains("例如：QY-1") && page.contains("有 2 列不认识"))
      let known = [("column-1", "name"), ("column-2", "type"), ("column-3", "town"), ("column-4", "address")]
      let half = try await head.post("\(waiting)/columns", known + [("column-0", ""), ("column-5", "-")])
      #expect(half.status == 422 && half.text.contains("A 列“字号”还没有选"))
      let twice = try await head.post("\(waiting)/columns", known + [("column-0", "address"), ("column-5", "-")])
      #expect(twice.status == 422 && twice.text.contains("“地址”选了两次"))
      let none = try await head.post("\(waiting)/columns", known + [("column-0", "-"), ("column-5", "-")])
      #expect(none.status == 422 && none.text.contains("缺少必填的列：许可证号"))
      let all = known + [("column-0", "licence"), ("column-5", "-")]
      #expect(try await head.post("\(waiting)/columns", all).status == 303)
      let preview = try await head.get(waiting).text
      #expect(preview.contains("确认导入：新增 1 户") && preview.contains("没有用“床位”这 1 列"))
      #expect(try await head.post("\(waiting)/columns", all).status == 409)
      let again = try await upload(bytes, head)
      #expect(try await head.get(again.location).text.contains("确认导入：新增 1 户"))
      let told = try await test.database.read {
        try $0.query("SELECT sentence FROM ledger WHERE county = \(Cast.county)") { try $0.text(0) }
      }
      #expect(told.filter { $0.contains("“字号”是许可证号，“床位”不用") }.count == 1)
      #expect(try await pieces(test) == 0)
      #expect(try kept(test).isEmpty)
    }
  }

  @Test(arguments: Store.both)
  func remembersForOneAgencyOnly(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.database.change(Cast.county, by: .system, deed: .rememberColumns) { tx in
        try LayoutStore.remember(foldedWords(["床位"]), .ignored, by: 7, tx)
        tx.tell(Ref(.institutionImport, 7), "记住列名")
      }
      let remembered = try await test.database.read { reader in
        try [7, 8].map { try LayoutStore.remembered(by: $0, reader) }
      }
      #expect(remembered == [[foldedWords(["床位"]): .ignored], [:]])
    }
  }

  @Test(arguments: Store.both)
  func forgetsAFileThatNobodyExplains(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let batch = try await stage(
        TinyBook(rows: [ImportHeadTests.plain + ["床位"], ImportHeadTests.record + ["3"]]).bytes(), test)
      #expect(try await pieces(test) == 1)
      #expect(try await counts(batch, test) == nil)
      await #expect(throws: MissingRecord.self) { try await apply(batch, test) }
      test.clock.advance(days: 4)
      for job in ImportJobs.jobs { try await job.run(test.database) }
      #expect(try await pieces(test) == 0)
      let left = try await test.database.read { try $0.number("SELECT COUNT(*) FROM scratch_import_column") }
      #expect(left == 0)
    }
  }

  @Test(arguments: Store.both)
  func leavesNothingOfADamagedWorkbook(_ store: Store) async throws {
    let rows = [ImportHeadTests.plain] + (1...40).map { ["诊所\($0)", "诊所", "柳塘镇", "一号", "QY-\($0)"] }
    var bytes = TinyBook(rows: rows).bytes()
    let place = try #require(Data(bytes).range(of: Data("QY-40".utf8))?.lowerBound)
    bytes[place] ^= 1
    try await TestHouse.with(store) { [bytes] test in
      await #expect(throws: ImportRefusal.sheet(.damaged(part: "xl/worksheets/sheet1.xml"))) {
        _ = try await stage(bytes, test)
      }
      let left = try await test.database.read { try $0.number("SELECT COUNT(*) FROM scratch_import") }
      #expect(left == 0)
    }
  }

  private func stage(_ bytes: [UInt8], _ test: TestHouse) async throws -> ID<InstitutionImport> {
    let file = try Support.staged(bytes, name: "底册.xlsx", type: "application/zip")
    defer { file.remove() }
    return try await Support.registers().stage(file, county: Cast.county, agency: 7, test.database)
  }

  private func pieces(_ test: TestHouse) async throws -> Int64 {
    try await test.database.read { try $0.number("SELECT COUNT(*) FROM scratch_import_file") }
  }

  private func kept(_ test: TestHouse) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: test.dataFolder.appending(path: "incoming").path)
  }

  private func upload(_ bytes: [UInt8], _ client: Visitor) async throws -> Answer {
    try await client.post("/institutions/import", [], files: [Visitor.File("file", "底册.xlsx", bytes)])
  }
}
