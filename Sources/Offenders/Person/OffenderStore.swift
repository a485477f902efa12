import Kit
import Storage
import Web

/// All SQL of persons.
enum OffenderStore {
  static let columns: SQL = """
    offender.id, offender.county, offender.name, offender.other_names, offender.sex, offender.birth_year,
    offender.home_place, offender.records, offender.penalties, offender.counties, offender.first_on, offender.last_on,
    offender.evidence_at, offender.into_person
    """

  static func person(_ id: ID<Offender>, _ reader: Reader) throws -> OffenderPerson? {
    try reader.first("SELECT \(sql: columns) FROM offender WHERE id = \(id)", person)
  }

  static func persons(_ ids: [Int64], _ reader: Reader) throws -> [Int64: OffenderPerson] {
    let found = try reader.query("SELECT \(sql: columns) FROM offender WHERE id IN \(sql: .list(ids))", person)
    return Dictionary(found.map { ($0.id.value, $0) }) { first, _ in first }
  }

  /// Which of these the register has.
  static func known(_ ids: [Int64], _ reader: Reader) throws -> Set<Int64> {
    Set(try reader.query("SELECT id FROM offender WHERE id IN " + KeyStore.among(ids, reader)) { try $0.int(0) })
  }

  /// Inserts, or replaces what is drawn from the records.
  static func put(_ person: OffenderPerson, _ tx: Transaction) throws {
    try insert(
      [person], tx,
      conflict: """
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, other_names = excluded.other_names, sex = excluded.sex,
        birth_year = excluded.birth_year, home_place = excluded.home_place, records = excluded.records,
        penalties = excluded.penalties, counties = excluded.counties, first_on = excluded.first_on,
        last_on = excluded.last_on, evidence_at = excluded.evidence_at, into_person = excluded.into_person,
        folded = excluded.folded
        """)
  }

  /// Persons who are not there yet, unless `conflict` says what to do with those who are.
  static func insert(_ persons: [OffenderPerson], _ tx: Transaction, conflict: SQL = "") throws {
    let columns: SQL = """
      offender (id, county, name, other_names, sex, birth_year, home_place, records, penalties, counties, first_on,
      last_on, evidence_at, into_person, folded)
      """
    try tx.insert(into: columns, rows: persons.map(values), conflict: conflict)
  }

  private static func values(of person: OffenderPerson) -> [SQLValue] {
    let values: [any SQLBindable] = [
      person.id, person.county, person.name, person.otherNames.joined(separator: ";"), person.sex, person.birthYear,
      person.homePlace, person.records, person.penalties, person.counties, person.firstOn, person.lastOn,
      person.evidenceAt, person.into, foldedWords([person.name] + person.otherNames),
    ]
    return values.map(\.sqlValue)
  }

  /// The search of the house finds a person by his names; never by number or telephone, which lie sealed.
  static func index(_ persons: [OffenderPerson], _ tx: Transaction) throws {
    let (standing, gone) = (persons.filter { $0.into == nil }, persons.filter { $0.into != nil })
    try SearchIndex.put(
      standing.map { person in
        SearchItem(
          person.ref, county: person.county, permission: Permission.offenderSee.name,
          title: ([person.name] + person.otherNames).joined(separator: "、").clipped(to: 120),
          detail: "违法人员，\(PersonWords.basics(person))，\(person.penalties) 次有效处罚")
      }, tx)
    try SearchIndex.remove(gone.map(\.ref), tx)
  }

  static func person(_ row: Row) throws -> OffenderPerson {
    OffenderPerson(
      id: try row.id(0), county: try row.county(1), name: try row.text(2),
      otherNames: try row.text(3).split(separator: ";").map(String.init), sex: try row.text(4),
      birthYear: try row.text(5), homePlace: try row.text(6), records: try row.int(7), penalties: try row.int(8),
      counties: try row.int(9), firstOn: try row.maybeDate(10), lastOn: try row.maybeDate(11),
      evidenceAt: try row.instant(12), into: try row.maybeID(13))
  }
}
