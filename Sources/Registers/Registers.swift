import Kit
package import Law
package import Storage
package import Web

/// Registers (底册): the institutions that the health authority licenses, and the sites that work without a licence.
///
/// - `Institution/`: list, record with its versions. `Lookup/`: the same for the public, licensed or not.
/// - `Import/`: a file (`CSVFile`, `WorkbookFile`) is read below its header (`ImportHead`, `ImportSource`), waits where
///   somebody must say what a column is (`ImportWaiting`), is checked cell by cell (`RowCheck`), staged and compared
///   with the register (`ImportStaging`), shown (`ImportPreviewPages`) and applied as a whole (`Registers.apply`).
/// - `Site/`: unlicensed sites (无证点).
/// - `Marks/` 许可变动: what decisions and measures took: licences, subjects, practice.
/// - `Premises/`: the doors for other rooms, which point at either by `Ref`.
package struct Registers: Room {
  package let law: LawContent
  package let columns: ImportColumns

  package init(law: LawContent, columns: ImportColumns) {
    self.law = law
    self.columns = columns
  }

  package var schema: [SchemaChange] {
    InstitutionSchema.changes + ImportSchema.changes + SiteSchema.changes + MarkSchema.changes
  }
  package var checks: [Check] { RegistersChecks.all }
  package var jobs: [Job] { ImportJobs.jobs }

  package var routes: [Route] {
    InstitutionRoutes(registers: self).routes + ImportRoutes(registers: self).routes + SiteRoutes.routes
      + LookupRoutes(types: law.institutionTypes).routes
  }

  package var navigation: [NavigationItem] {
    [NavigationItem(60, sign: "册", title: "底册", link: "/institutions", permission: .institutionSee)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.institution, noun: "家机构", see: .institutionSee, link: { "/institutions/\(ID<Institution>($0))" }) {
        number, reader in
        try Registers.face(Ref(.institution, number), reader)
      },
      RecordKind(.site, noun: "个无证点", see: .siteSee, link: { "/sites/\(ID<UnlicensedSite>($0))" }) { number, reader in
        try Registers.face(Ref(.site, number), reader)
      },
      RecordKind(
        .institutionImport, noun: "次导入", see: .institutionImport,
        link: { "/institutions/import/\(ID<InstitutionImport>($0))" }
      ) {
        number, reader in try Registers.face(of: ID<InstitutionImport>(number), reader)
      },
    ]
  }

  /// Names of the types that a register can hold, for the import page.
  var typeNames: [String] { law.institutionTypes.all.filter { $0.id != Registers.siteType }.map(\.name) }

  private static func face(_ ref: Ref, _ reader: Reader) throws -> RecordFace? {
    try premises(ref, reader).map { RecordFace(title: $0.name, place: Placement(county: $0.county)) }
  }

  private static func face(of id: ID<InstitutionImport>, _ reader: Reader) throws -> RecordFace? {
    if let applied = try ImportStore.applied(id, reader) {
      return RecordFace(title: "导入“\(applied.fileName)”", place: Placement(county: applied.county))
    }
    if let waiting = try LayoutStore.waiting(id, reader) {
      return RecordFace(title: "对列“\(waiting.fileName)”", place: Placement(county: waiting.county))
    }
    return try ImportStore.staged(id, reader).map {
      RecordFace(title: "预览“\($0.fileName)”", place: Placement(county: $0.county))
    }
  }
}
