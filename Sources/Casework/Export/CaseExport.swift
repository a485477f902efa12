import Foundation
import Inspection
import Kit
import Offices
import Papers
import Procedure
import Registers
package import Storage
import Web

extension Deed { package static let exportCases = Deed("casework.export") }

/// What is asked to leave: a mapping, a range of days, and what else narrows the list.
struct ExportQuery: Sendable {
  let mapping: ExportMapping
  let from: CivilDate?
  let to: CivilDate?
  let listing: Listing
}

/// A case that lacks what the other system demands.
struct ExportGap: Sendable {
  let record: CaseRecord
  let missing: [String]
}

/// Cases as another system takes them in (No double entry): the same rows for the page that shows what is missing and for
/// the file.
struct CaseExport: Sendable {
  let query: ExportQuery
  let cases: [ExportCase]

  /// More than an officer can check at once; a year of a large county.
  static let most = 20_000

  /// Refuses a range that holds more than `most`.
  init(_ query: ExportQuery, _ scope: Scope, _ procedure: Procedure, _ reader: Reader) throws {
    self.query = query
    let records = try ExportStore.cases(query, scope, limit: CaseExport.most + 1, reader)
    guard records.count <= CaseExport.most else { throw ExportRefusal.tooMany(CaseExport.most) }
    let counties = Dictionary(
      uniqueKeysWithValues: try Set(records.map(\.county)).map { ($0, try Offices.countyName($0, reader)) })
    cases = try records.map { record in
      let premises = try record.premises.flatMap { try Registers.premises($0, reader) }
      return ExportCase(
        record: record, county: counties[record.county] ?? "", address: premises?.address,
        credit: try record.premises.flatMap { try Registers.holder($0, reader)?.credit }.flatMap {
          $0.isEmpty ? nil : $0
        },
        stage: procedure.title(record.stage))
    }
  }

  var gaps: [ExportGap] {
    cases.compactMap { lawCase in
      let missing = query.mapping.columns.filter { $0.isRequired && cell($0, lawCase) == nil }.map(\.title)
      return missing.isEmpty ? nil : ExportGap(record: lawCase.record, missing: missing)
    }
  }

  /// `whole`: with the cases that lack something, their cells empty.
  func rows(whole: Bool) -> [[String]] {
    let left = whole ? [] : Set(gaps.map(\.record.id))
    return cases.filter { !left.contains($0.record.id) }.map { lawCase in
      query.mapping.columns.map { cell($0, lawCase) ?? "" }
    }
  }

  private func cell(_ column: ExportColumn, _ lawCase: ExportCase) -> String? {
    switch column.content {
    case .fixed(let text): text
    case .field(let field, let format): lawCase[field].map(format.text)
    }
  }
}

enum ExportFile: String, CaseIterable, Sendable {
  case xlsx, csv

  var title: String { self == .xlsx ? "Excel 表格（xlsx）" : "CSV（UTF-8，有 BOM）" }

  var type: String {
    self == .xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8"
  }

  /// Headings and cells as texts: the other system reads codes and dates as they are written here.
  func bytes(_ mapping: ExportMapping, _ rows: [[String]], in folder: DataFolder) throws -> [UInt8] {
    let headings = mapping.columns.map(\.title)
    guard self == .xlsx else { return CSVWriting.file([headings] + rows) }
    let url = folder.incoming.appending(path: "export-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let writer = try SheetWriter(
      url, folder: folder.incoming, sheet: "案件", title: "", columns: headings.map { SheetWriter.Column($0, width: 18) })
    for row in rows { try writer.add(row.map { $0.isEmpty ? .empty : .text($0) }) }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }
}

/// A file that was made, with what the ledger tells of it.
struct ExportedFile: Sendable {
  let name: String
  let bytes: [UInt8]
  let type: String
  let count: Int
  let left: Int
  let mapping: ExportMapping

  /// How many cases left, in which order of columns, and the hash of the file. What stands in it, the ledger does not say.
  func tell(_ tx: Transaction) {
    let without = left > 0 ? "，缺必填项没有导出的 \(left) 件" : ""
    tx.tell(
      Ref(.region, tx.county.number), "导出案件 \(count) 件，列序“\(mapping.title)”\(without)",
      [Change("文件校验值", nil, SHA256.hash(bytes).hex)])
  }
}

enum ExportRefusal: Refusal, Equatable {
  case tooMany(Int)
  case noMapping
  case turnedRange
  case nothing

  var code: String {
    switch self {
    case .tooMany: "casework.export-too-many"
    case .noMapping: "casework.export-no-mapping"
    case .turnedRange: "casework.export-turned-range"
    case .nothing: "casework.export-nothing"
    }
  }

  var sentence: String {
    switch self {
    case .tooMany(let most): "选中的案件超过 \(most) 件，一个文件放不下。"
    case .noMapping: "列序还没有选，或者已经没有这一份。"
    case .turnedRange: "立案日期的“从”晚于“到”。"
    case .nothing: "没有可以导出的案件。"
    }
  }

  var field: String? {
    switch self {
    case .noMapping: "mapping"
    case .tooMany, .turnedRange: "from"
    case .nothing: nil
    }
  }

  var next: String? {
    switch self {
    case .tooMany: "把日期缩短，分几次导出。"
    case .nothing: "放宽条件；只缺必填项的，先补齐，或者选“全部导出”。"
    default: nil
    }
  }
}
