import App
import Foundation
import Kit
import Law
import Packs
import Storage
import TestKit

@testable import Registers

/// What the tests of this room share: the packs of the work tree, files, rows.
enum Support {
  static func columns() throws -> ImportColumns { try ImportColumns.load(FolderContent(TestHouse.contentFolder)) }
  static func law() throws -> LawContent { try LawContent.load(FolderContent(TestHouse.contentFolder)) }
  static func registers() throws -> Registers { Registers(law: try law(), columns: try columns()) }

  static let titles = "机构名称,统一社会信用代码,机构类型,所在乡镇（街道）,地址,许可证号,有效期起,有效期止,诊疗科目,法定代表人"

  /// A file as the upload leaves it. The caller removes it.
  static func staged(_ bytes: [UInt8], name: String = "机构底册.csv", type: String = "application/octet-stream") throws
    -> StagedFile
  {
    let url = FileManager.default.temporaryDirectory.appending(path: "qingyuan-csv-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    return StagedFile(url: url, name: name, type: type, size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex)
  }

  static func staged(_ text: String) throws -> StagedFile { try staged(Array(text.utf8)) }

  static func csv(_ rows: [String]) -> String { ([titles] + rows).joined(separator: "\r\n") + "\r\n" }

  /// `柳塘镇安和诊所` and its like: a good row of town 柳塘镇.
  static func row(_ number: Int, name: String? = nil, address: String = "桥头街 6 号", to: String = "2028-02-29") -> String
  {
    "\(name ?? "安和诊所\(number)"),,诊所,柳塘镇,\(address),QY-\(number),2023-03-01,\(to),内科,范景和"
  }
}

/// Stages a text for 清沅县 and gives the import's id.
func stage(_ text: String, _ test: TestHouse) async throws -> ID<InstitutionImport> {
  let file = try Support.staged(text)
  defer { file.remove() }
  return try await Support.registers().stage(file, county: Cast.county, test.database)
}

func apply(_ batch: ID<InstitutionImport>, _ test: TestHouse) async throws {
  try await test.database.change(Cast.county, by: .system, deed: .importInstitutions) { try Registers.apply(batch, $0) }
}

@discardableResult func imported(_ rows: [String], _ test: TestHouse) async throws -> ID<InstitutionImport> {
  let batch = try await stage(Support.csv(rows), test)
  try await apply(batch, test)
  return batch
}

func counts(_ batch: ID<InstitutionImport>, _ test: TestHouse) async throws -> ImportCounts? {
  try await test.database.read { try ImportStore.staged(batch, $0)?.counts }
}
