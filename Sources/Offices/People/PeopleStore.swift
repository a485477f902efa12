import Kit
import Storage

enum PeopleStore {
  /// Roles and certificate as they hold on the reader's day.
  private static func columns(_ reader: Reader) -> SQL {
    let today = reader.today
    return """
      account.id, account.county, account.login, account.name, account.post, account.agency, agency.name,
      account.region, CASE WHEN COALESCE(account.certificate_from, '0000') <= \(today)
        AND COALESCE(account.certificate_to, '9999') >= \(today) THEN account.certificate END,
      COALESCE((SELECT \(sql: reader.dialect.joined)(appointment.role, ',') FROM appointment
        WHERE appointment.account = account.id AND appointment.begins <= \(today)
          AND COALESCE(appointment.ends, '9999') >= \(today)), ''),
      account.active, COALESCE((SELECT region.name FROM region WHERE region.number = account.region
        ORDER BY CASE WHEN region.valid_from <= \(today) THEN 0 ELSE 1 END, region.valid_from DESC LIMIT 1), ''), account.qualification, account.qualified_on
      """
  }
  private static let tables: SQL = "account JOIN agency ON agency.id = account.agency"

  static func insertAgency(_ id: ID<Agency>, _ name: String, _ tx: Transaction) throws {
    try tx.execute("INSERT INTO agency (id, county, name) VALUES (\(id), \(tx.county), \(name))")
  }

  /// The column `roles` is of version 0.1 and stays empty; `appointment` holds them.
  static func insert(_ new: NewAccount, _ id: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO account (id, county, agency, region, login, name, post, roles, certificate, certificate_from,
        certificate_to, qualification, qualified_on, password, must_change, active, made)
      VALUES (\(id), \(tx.county), \(new.agency), \(new.region), \(new.login), \(new.name), \(new.post), '',
        \(new.certificate?.number), \(new.certificate?.from), \(new.certificate?.to),
        \(new.qualification?.number), \(new.qualification?.on), \(new.password), \(new.mustChange), 1, \(tx.now))
      """)
  }

  static func setActive(_ id: ID<Account>, _ active: Bool, _ tx: Transaction) throws {
    try tx.execute("UPDATE account SET active = \(active) WHERE id = \(id)")
  }

  static func setCertificate(_ id: ID<Account>, _ certificate: Certificate?, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE account SET certificate = \(certificate?.number), certificate_from = \(certificate?.from),
        certificate_to = \(certificate?.to) WHERE id = \(id)
      """)
  }

  static func setQualification(_ id: ID<Account>, _ qualification: Qualification?, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE account SET qualification = \(qualification?.number), qualified_on = \(qualification?.on) WHERE id = \(id)
      """)
  }

  static func person(_ id: ID<Account>, _ reader: Reader) throws -> Person? {
    try reader.first("SELECT \(sql: columns(reader)) FROM \(sql: tables) WHERE account.id = \(id)", person)
  }

  static func person(login: String, _ reader: Reader) throws -> Person? {
    try reader.first("SELECT \(sql: columns(reader)) FROM \(sql: tables) WHERE account.login = \(login)", person)
  }

  static func people(in counties: [County], _ reader: Reader) throws -> [Person] {
    try reader.query(
      """
      SELECT \(sql: columns(reader)) FROM \(sql: tables) WHERE account.county IN \(sql: .list(counties))
      ORDER BY account.id
      """, person)
  }

  /// Who may work, and of these where roles are asked for only who holds one of them on the reader's day.
  static func active(in county: County, roles: [String]?, _ reader: Reader) throws -> [Person] {
    let today = reader.today
    let held: SQL =
      roles.map {
        """
         AND EXISTS (SELECT 1 FROM appointment WHERE appointment.account = account.id
          AND appointment.role IN \(sql: .list($0)) AND appointment.begins <= \(today)
          AND COALESCE(appointment.ends, '9999') >= \(today))
        """
      } ?? ""
    return try reader.query(
      """
      SELECT \(sql: columns(reader)) FROM \(sql: tables)
      WHERE account.county = \(county) AND account.active = 1\(sql: held) ORDER BY account.id
      """, person)
  }

  /// Whose jurisdiction is one of these regions.
  static func people(of regions: [Int64], _ reader: Reader) throws -> [Person] {
    try reader.query(
      """
      SELECT \(sql: columns(reader)) FROM \(sql: tables) WHERE account.region IN \(sql: .list(regions))
      ORDER BY account.id
      """, person)
  }

  static func names(_ ids: [Int64], _ reader: Reader) throws -> [(Int64, String)] {
    try reader.query("SELECT id, name FROM account WHERE id IN \(sql: .list(ids))") { (try $0.int(0), try $0.text(1)) }
  }

  static func isEmpty(_ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM (SELECT 1 FROM account LIMIT 1) AS anybody") == 0
  }

  static func agencies(in county: County, _ reader: Reader) throws -> [(id: ID<Agency>, name: String)] {
    try reader.query("SELECT id, name FROM agency WHERE county = \(county) ORDER BY id") {
      (try $0.id(0), try $0.text(1))
    }
  }

  static func person(_ row: Row) throws -> Person {
    Person(
      id: try row.id(0), county: try row.county(1), login: try row.text(2), name: try row.text(3),
      post: try row.text(4), agency: try row.id(5), agencyName: try row.text(6), region: try row.int(7),
      certificate: try row.maybeText(8), qualification: try qualification(row),
      roles: try row.text(9).commaParts.sorted(),
      isActive: try row.bool(10), regionName: try row.text(11))
  }

  private static func qualification(_ row: Row) throws -> Qualification? {
    guard let number = try row.maybeText(12), let on = try row.maybeDate(13) else { return nil }
    return Qualification(number, on: on)
  }
}
