import Kit
import Law
import Offices
import Storage

/// Turns values of the register into words: types and towns are kept as ids and numbers.
struct InstitutionWords: Sendable {
  let types: InstitutionTypes
  let towns: [Int64: String]

  init(_ types: InstitutionTypes, counties: [County], on date: CivilDate, _ reader: Reader) throws {
    self.types = types
    var towns: [Int64: String] = [:]
    for county in counties {
      for town in try Offices.towns(of: county, on: date, reader) { towns[town.number] = town.name }
    }
    self.towns = towns
  }

  func type(_ id: String) -> String { types[id]?.name ?? id }
  func town(_ number: Int64) -> String { towns[number] ?? "—" }

  func date(_ date: CivilDate?) -> String {
    switch date {
    case nil: "没有登记"
    case InstitutionValues.endless?: "长期"
    case let date?: date.iso
    }
  }

  /// Fields that differ, with the words of both sides, in the order of the register's columns.
  func differences(_ old: InstitutionValues, _ new: InstitutionValues) -> [(
    field: ImportField, before: String, after: String
  )] {
    ImportField.allCases.compactMap { field in
      let (before, after) = (words(field, old), words(field, new))
      return before == after ? nil : (field, before, after)
    }
  }

  func words(_ field: ImportField, _ values: InstitutionValues) -> String {
    switch field {
    case .name: values.name
    case .credit: values.credit
    case .type: type(values.type)
    case .town: town(values.town)
    case .address: values.address
    case .licence: values.licence
    case .validFrom: date(values.validFrom)
    case .validTo: date(values.validTo)
    case .subjects: values.subjects
    case .representative: values.representative
    }
  }
}
