import Foundation
import Kit
import Law
import Offices
import Papers
import Storage
import Web

/// The columns of a list that leaves the house: the agency's own, as it last brought them in, else those of the packs.
struct InstitutionLayout: Sendable {
  let columns: [LayoutColumn]

  init(_ book: ImportColumns, of agency: Int64, _ reader: Reader) throws {
    let own = try LayoutStore.layout(of: agency, reader)
    columns = own.isEmpty ? book.columns.map { LayoutColumn(heading: $0.title, field: $0.field) } : own
  }
}

/// The register as a workbook. What it writes, the import reads again without a change.
struct InstitutionExport {
  private let layout: InstitutionLayout
  private let words: InstitutionWords
  /// Named before the town where a viewer has several.
  private let counties: [County: String]
  private let title: String

  init(
    _ layout: InstitutionLayout, _ types: InstitutionTypes, viewer: Viewer, today: CivilDate, _ reader: Reader
  ) throws {
    self.layout = layout
    words = try InstitutionWords(types, counties: viewer.counties, on: today, reader)
    let several = viewer.counties.count > 1 ? viewer.counties : []
    counties = Dictionary(
      try several.map { ($0, try Offices.countyName($0, reader)) }, uniquingKeysWith: { first, _ in first })
    title = "\(viewer.countyName)机构底册（\(today.iso) 导出）"
  }

  /// Written to the data folder, read and removed: the file is small beside the rows it was made of.
  func file(_ query: InstitutionQuery, _ listing: Listing, in folder: DataFolder, _ reader: Reader) throws -> [UInt8] {
    let url = folder.incoming.appending(path: "export-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let columns = layout.columns.map { SheetWriter.Column($0.heading, width: InstitutionExport.width($0.field)) }
    let writer = try SheetWriter(
      url, folder: folder.incoming, sheet: "机构底册", title: listing.isFiltered ? title + "，按条件筛选" : title,
      columns: columns)
    try InstitutionStore.each(query, sort: listing.sort, descending: listing.descending, reader) { record in
      try writer.add(layout.columns.map { cell($0.field, record) })
    }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }

  private func cell(_ field: ImportField, _ record: InstitutionRecord) -> SheetWriter.Cell {
    let values = record.values
    switch field {
    case .validFrom: return InstitutionExport.day(values.validFrom)
    case .validTo: return InstitutionExport.day(values.validTo)
    case .town: return .text((counties[record.county] ?? "") + words.words(.town, values))
    default: return .text(words.words(field, values))
    }
  }

  private static func day(_ date: CivilDate?) -> SheetWriter.Cell {
    guard let date else { return .empty }
    return date == InstitutionValues.endless ? .text("长期") : .date(date)
  }

  private static func width(_ field: ImportField) -> Double {
    switch field {
    case .name, .address, .subjects: 32
    case .credit, .licence: 22
    default: 14
    }
  }
}
