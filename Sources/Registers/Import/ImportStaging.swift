import Foundation
package import Kit
import Law
import Offices
package import Storage

extension Registers {
  /// Bad cells that are kept of one file: enough to mend it by. All are counted; a wrong file must not fill the disk.
  static let mostFaults = 50_000

  /// Reads a file, checks every cell and compares every record with the register of a county. Nothing of the register
  /// changes; the result is looked at and then applied with `apply`.
  ///
  /// Where the file has columns that neither the packs nor the agency's memory know, it waits until somebody has said
  /// what they are (`settle`). Refuses as a whole what is neither CSV nor xlsx, broken text, broken quotes, damaged or
  /// dangerous workbooks, and a file without header. Single bad cells do not refuse the file: they are kept with row,
  /// column, value and reason, and stand in the way of `apply`.
  package func stage(
    _ file: StagedFile, county: County, agency: Int64 = 0, _ database: Database
  ) async throws -> ID<InstitutionImport> {
    let (book, base) = try await look(county, agency: agency, database)
    var source = try ImportSource(file, book)
    defer { source.close() }
    let (head, choices) = (source.head, source.head.choices)
    let header = head.asks ? nil : try ImportHeader(head, choices, columns)
    let batch = StagedImport(
      id: database.world.newID(), county: county, agency: agency, at: database.world.now(), fileName: file.name,
      sha256: file.sha256, remark: "", revision: base.revision, counts: ImportCounts())
    try await database.scratch { try ImportStore.begin(batch, type: file.type, $0) }
    do {
      if let header {
        try await read(&source, header, choices, base, batch.id, database)
      } else {
        try await Registers.park(file, head, batch, database)
      }
    } catch {
      try? await database.scratch { try ImportStore.forget(batch.id, $0) }
      throw error
    }
    return batch.id
  }

  /// What stands on file, and what the agency calls its columns.
  func look(_ county: County, agency: Int64, _ database: Database) async throws -> (ColumnBook, ImportBase) {
    let (remembered, base) = try await database.read { reader in
      (try LayoutStore.remembered(by: agency, reader), try ImportBase(county, on: database.world.today, reader))
    }
    guard !base.towns.isEmpty else { throw ImportRefusal.noTowns(county: base.countyName) }
    return (ColumnBook(columns: columns, remembered: remembered), base)
  }

  /// Reads the records of a file whose columns are known. Throws without a trace of them.
  func read(
    _ source: inout ImportSource, _ header: ImportHeader, _ choices: [ColumnChoice], _ base: ImportBase,
    _ batch: ID<InstitutionImport>, _ database: Database
  ) async throws {
    let (revision, known) = try await database.read { reader in
      (try ImportStore.revision(of: base.county, reader), try ImportStore.known(in: base.county, reader))
    }
    let check = RowCheck(header, law.institutionTypes, county: base.countyName, towns: base.towns)
    var staging = Staging(check, header, known: consume known, world: database.world)
    do {
      let counts = try await staging.run(&source, batch, database)
      let columns = source.head.columns
      let remark = source.remark(ignoring: choices, merged: staging.merged)
      try await database.scratch { scratch in
        try LayoutStore.put(columns, choices, batch, scratch)
        try ImportStore.finish(batch, counts, revision: revision, remark: remark, scratch)
      }
    } catch {
      try? await database.scratch { try ImportStore.empty(batch, $0) }
      throw error
    }
  }
}

/// What a file is checked against.
struct ImportBase: Sendable {
  let county: County
  let countyName: String
  let towns: [Region]
  let revision: Int64

  init(_ county: County, on date: CivilDate, _ reader: Reader) throws {
    self.county = county
    countyName = try Offices.countyName(county, reader)
    towns = try Offices.towns(of: county, on: date, reader)
    revision = try ImportStore.revision(of: county, reader)
  }
}

/// One file on its way through the checks, piece by piece.
private struct Staging {
  private let check: RowCheck
  private let header: ImportHeader
  private let world: World
  /// Held here alone: a second holder would make a copy of the whole register at the first row.
  private var byLicence: [String: KnownInstitution]
  private let onFile: Int64
  private var counts = ImportCounts()
  /// Cells that repeat the value of another with which they are merged.
  private(set) var merged: Int64 = 0

  init(_ check: RowCheck, _ header: ImportHeader, known: consuming [String: KnownInstitution], world: World) {
    self.check = check
    self.header = header
    self.world = world
    onFile = Int64(known.count)
    byLicence = known
  }

  mutating func run(
    _ file: inout ImportSource, _ batch: ID<InstitutionImport>, _ database: Database
  ) async throws -> ImportCounts {
    while let rows = try file.next() {
      let first = counts.faults
      let (staged, faults) = take(rows)
      if staged.isEmpty, faults.isEmpty { continue }
      let kept = Array(faults.prefix(Int(max(Int64(Registers.mostFaults) - first, 0))))
      try await database.scratch { scratch in
        try ImportStore.insert(staged, batch, scratch)
        try ImportStore.insert(kept, from: first, batch, scratch)
      }
    }
    return try settled()
  }

  /// The counts at the end of the file. Refuses a file without a single record.
  private func settled() throws -> ImportCounts {
    guard counts.lines > 0 else { throw ImportRefusal.noRows }
    var counts = counts
    counts.absent = onFile - counts.changed - counts.same
    return counts
  }

  private mutating func take(_ rows: [FileRow]) -> (rows: [StagedRow], faults: [ImportFault]) {
    var staged: [StagedRow] = []
    var faults: [ImportFault] = []
    for row in rows {
      let before = faults.count
      counts.lines += 1
      merged += Int64(row.merged.count)
      if let values = check.values(row, &faults), let new = compare(row.line, values, &faults) { staged.append(new) }
      if faults.count > before { counts.bad += 1 }
    }
    counts.faults += Int64(faults.count)
    return (staged, faults)
  }

  /// What a good record does; nil where it changes nothing or names a licence for the second time.
  private mutating func compare(
    _ line: Int, _ values: InstitutionValues, _ faults: inout [ImportFault]
  ) -> StagedRow? {
    let known = byLicence[values.licence]
    if let known, known.line > 0 {
      faults.append(
        ImportFault(
          line: line, column: header.title(.licence), shown: values.licence,
          reason: "跟第 \(known.line) 行重复，一个许可证号只能有一行"))
      return nil
    }
    let fingerprint = values.fingerprint
    let id = known?.id ?? world.newID(Institution.self).value
    byLicence[values.licence] = KnownInstitution(id: id, fingerprint: fingerprint, line: line)
    if known?.fingerprint == fingerprint {
      counts.same += 1
      return nil
    }
    if known == nil { counts.added += 1 } else { counts.changed += 1 }
    return StagedRow(
      line: line, kind: known == nil ? .added : .changed, id: id, values: values, fingerprint: fingerprint)
  }
}
