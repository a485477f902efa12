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
  /// Refuses as a whole what is not CSV, broken text, broken quotes and columns that it does not know. Single bad cells
  /// do not refuse the file: they are kept with row, column, value and reason, and stand in the way of `apply`.
  package func stage(
    _ file: StagedFile, county: County, _ database: Database
  ) async throws -> ID<InstitutionImport> {
    let source = try ImportFile(file)
    defer { source.close() }
    let (base, known) = try await database.read { reader in
      (try ImportBase(county, on: database.world.today, reader), try ImportStore.known(in: county, reader))
    }
    guard !base.towns.isEmpty else { throw ImportRefusal.noTowns(county: base.countyName) }
    let staged = StagedImport(
      id: database.world.newID(), county: county, at: database.world.now(), fileName: file.name, sha256: file.sha256,
      revision: base.revision, counts: ImportCounts())
    try await database.scratch { try ImportStore.begin(staged, $0) }
    do {
      var staging = Staging(
        base: base, known: consume known, columns: columns, types: law.institutionTypes, world: database.world)
      let counts = try await staging.run(source, staged.id, database)
      try await database.scratch { try ImportStore.finish(staged.id, counts, $0) }
    } catch {
      try? await database.scratch { try ImportStore.forget(staged.id, $0) }
      throw error
    }
    return staged.id
  }
}

/// What a file is checked against. `revision` is of the same look at the store as the known institutions.
struct ImportBase: Sendable {
  let countyName: String
  let towns: [Region]
  let revision: Int64

  init(_ county: County, on date: CivilDate, _ reader: Reader) throws {
    countyName = try Offices.countyName(county, reader)
    towns = try Offices.towns(of: county, on: date, reader)
    revision = try ImportStore.revision(of: county, reader)
  }
}

/// One file on its way through the checks, piece by piece.
private struct Staging {
  private let base: ImportBase
  private let columns: ImportColumns
  private let types: InstitutionTypes
  private let world: World
  private var check: RowCheck?
  /// Held here alone: a second holder would make a copy of the whole register at the first row.
  private var byLicence: [String: KnownInstitution]
  private let onFile: Int64
  private var counts = ImportCounts()

  init(
    base: ImportBase, known: consuming [String: KnownInstitution], columns: ImportColumns, types: InstitutionTypes,
    world: World
  ) {
    self.base = base
    self.columns = columns
    self.types = types
    self.world = world
    onFile = Int64(known.count)
    byLicence = known
  }

  mutating func run(
    _ file: ImportFile, _ batch: ID<InstitutionImport>, _ database: Database
  ) async throws -> ImportCounts {
    var file = file
    while let rows = try file.next() {
      let first = counts.faults
      let (staged, faults) = try take(rows)
      if staged.isEmpty, faults.isEmpty { continue }
      let kept = Array(faults.prefix(Int(max(Int64(Registers.mostFaults) - first, 0))))
      try await database.scratch { scratch in
        try ImportStore.insert(staged, batch, scratch)
        try ImportStore.insert(kept, from: first, batch, scratch)
      }
    }
    return try settled()
  }

  /// The counts at the end of the file. Refuses a file without header or without a single record.
  private func settled() throws -> ImportCounts {
    guard check != nil else { throw ImportRefusal.emptyFile }
    guard counts.lines > 0 else { throw ImportRefusal.noRows }
    var counts = counts
    counts.absent = onFile - counts.changed - counts.same
    return counts
  }

  private mutating func take(_ rows: [CSVRow]) throws -> (rows: [StagedRow], faults: [ImportFault]) {
    var staged: [StagedRow] = []
    var faults: [ImportFault] = []
    for row in rows where !row.isEmpty {
      guard let check else {
        check = RowCheck(
          try ImportHeader(row, columns), columns, types, county: base.countyName, towns: base.towns)
        continue
      }
      let before = faults.count
      counts.lines += 1
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
          line: line, column: columns.title(.licence), shown: values.licence,
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
