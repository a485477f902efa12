import Kit
import Law
import Offices
import Packs
import Testing

@testable import Registers

@Suite struct RowCheckTests {
  @Test func readsAnyOrderOfColumnsAndTheirAliases() throws {
    var faults: [ImportFault] = []
    let header = "登记号,名称,执业地址,机构类别,乡镇,到期日期,负责人"
    let values = try check(header, "qy-1,安和诊所,桥头街 6 号,中医诊所,清沅县柳塘镇,2028.2.29,范景和", &faults)
    #expect(faults == [])
    #expect(values?.licence == "QY-1" && values?.name == "安和诊所" && values?.type == "clinic" && values?.town == 112)
    #expect(values?.validTo?.iso == "2028-02-29" && values?.validFrom == nil && values?.representative == "范景和")
  }

  @Test(arguments: [
    ("安和诊所,,诊所,柳塘镇,桥头街 6 号,,2023-03-01,2028-02-29,内科,范景和", "许可证号", "", "没有填"),
    (",,诊所,柳塘镇,桥头街 6 号,QY-1,,,,", "机构名称", "", "没有填"),
    ("安和诊所,92990001MA0A1B2C36,诊所,柳塘镇,桥头街 6 号,QY-1,,,,", "统一社会信用代码", "92990001MA0A1B2C36", "校验位不对"),
    ("安和诊所,,诊室,柳塘镇,桥头街 6 号,QY-1,,,,", "机构类型", "诊室", "类型表里没有，相近的有"),
    ("安和诊所,,qqq,柳塘镇,桥头街 6 号,QY-1,,,,", "机构类型", "qqq", "请看上传页上的类型"),
    ("安和诊所,,黑诊所,柳塘镇,桥头街 6 号,QY-1,,,,", "机构类型", "黑诊所", "无证点台账"),
    ("安和诊所,,诊所,柳唐镇,桥头街 6 号,QY-1,,,,", "所在乡镇（街道）", "柳唐镇", "清沅县没有这个乡镇或街道，相近的有柳塘镇"),
    ("安和诊所,,诊所,柳塘镇,桥头街 6 号,QY-1,2023-03-01,2026.13.1,,", "有效期止", "2026.13.1", "没有 13 月"),
    ("安和诊所,,诊所,柳塘镇,桥头街 6 号,QY-1,2023-03-01,2022-03-01,,", "有效期止", "2022-03-01", "还早"),
    ("安和诊所,,诊所,柳塘镇,桥头街 6 号,QY-1,长期,,,", "有效期起", "长期", "不是日期"),
    ("安和诊所,,诊所,柳塘镇,桥头街 6 号", "整行", "安和诊所,,诊所,柳塘镇,桥头街 6 号", "有 5 格，表头有 10 列"),
    ("安和诊所,,诊所,柳塘镇,桥头街 6 号,QY-1,,,内科,外科,范景和", "整行", "安和诊所", "有 11 格，表头有 10 列"),
  ])
  func namesTheCell(_ line: String, _ column: String, _ shown: String, _ reason: String) throws {
    var faults: [ImportFault] = []
    #expect(try check(Support.titles, line, &faults) == nil)
    #expect(faults.count == 1)
    let fault = try #require(faults.first)
    #expect(fault.line == 2 && fault.column == column && fault.shown.hasPrefix(shown) && fault.reason.contains(reason))
  }

  @Test func namesEveryCellOfARow() throws {
    var faults: [ImportFault] = []
    _ = try check(Support.titles, ",1,诊室,外镇,,,今天,明天,,", &faults)
    #expect(
      faults.map(\.column) == ["机构名称", "统一社会信用代码", "机构类型", "所在乡镇（街道）", "地址", "许可证号", "有效期起", "有效期止"])
    #expect(faults.last == ImportFault(line: 2, column: "有效期止", shown: "明天", reason: "不是日期，写成 2026-01-31 这样"))
    #expect(faults.first == ImportFault(line: 2, column: "机构名称", shown: "", reason: "没有填"))
  }

  @Test func letsEmptyCellsStandAfterTheLastColumn() throws {
    var faults: [ImportFault] = []
    #expect(try check(Support.titles, Support.row(1) + ",,,", &faults) != nil && faults.isEmpty)
  }

  @Test(arguments: [
    ("机构名称,类型,乡镇,地址,许可证号,床位,电话", "不认识的列：“床位”、“电话”"), ("机构名称,乡镇,地址", "缺少必填的列：机构类型、许可证号"),
    ("名称,机构名称,类型,乡镇,地址,许可证号", "“机构名称”出现了两次"), ("机构名称,,类型,乡镇,地址,许可证号", "表头第 2 列没有列名"),
  ])
  func refusesHeaders(_ header: String, _ words: String) throws {
    let refusals = try #require(throws: Refusals.self) {
      _ = try self.header(header, Support.columns())
    }
    #expect(refusals.sentence.contains(words))
    #expect(refusals.all.allSatisfy { $0.field == "file" })
  }

  @Test func refusesAPackThatLacksAField() {
    let text = """
      institution-columns:
        - {field: name, title: 机构名称, aliases: [名称], hint: 写全称, sample: 甲}
        - {field: type, title: 类型, aliases: [名称], hint: 写全称, sample: 甲}
      """
    let refusals = #expect(throws: Refusals.self) { _ = try ImportColumns.load(OneFile(text: text)) }
    #expect(refusals?.sentence.contains("缺少列 licence") == true)
    #expect(refusals?.sentence.contains("名称") == true)
  }

  /// With one record below, which has something in every column.
  private func header(_ line: String, _ columns: ImportColumns) throws -> ImportHeader {
    let cells = line.components(",")
    let rows = [FileRow(line: 1, cells: cells), FileRow(line: 2, cells: cells.map { _ in "甲" })]
    let head = try ImportHead(rows, merged: [], isSheet: false, ColumnBook(columns: columns, remembered: [:]))
    return try ImportHeader(head, head.choices, columns)
  }

  private func check(_ header: String, _ line: String, _ faults: inout [ImportFault]) throws -> InstitutionValues? {
    let columns = try Support.columns()
    let towns = [(112, "柳塘镇"), (114, "南圩镇")].map { number, name in
      Region(number: number, parent: 110, county: County(110), name: name, level: .town)
    }
    let check = RowCheck(
      try self.header(header, columns), try Support.law().institutionTypes, county: "清沅县", towns: towns)
    return check.values(FileRow(line: 2, cells: line.components(",")), &faults)
  }
}

private struct OneFile: ContentSource {
  let text: String
  func paths() -> [String] { ["phrases/columns.yaml"] }
  func bytes(_ path: String) -> [UInt8]? { Array(text.utf8) }
}

extension String {
  fileprivate func components(_ separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
