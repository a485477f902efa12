import Kit
import Storage

enum PeopleStore {
  private static let columns: SQL = """
    account.id, account.county, account.login, account.name, account.post, account.agency, agency.name, account.region,
    account.certificate, account.roles, account.active
    """
  private static let tables: SQL = "account JOIN agency ON agency.id = account.agency"

  static func insertAgency(_ id: ID<Agency>, _ name: String, _ tx: Transaction) throws {
    try tx.execute("INSERT INTO agency (id, county, name) VALUES (\(id), \(tx.county), \(name))")
  }

  static func insert(_ new: NewAccount, _ id: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO account (id, county, agency, region, login, name, post, roles, certificate, password, active, made)
      VALUES (\(id), \(tx.county), \(new.agency), \(new.region), \(new.login), \(new.name), \(new.post),
        \(new.roles.joined(separator: ",")), \(new.certificate), \(new.password), 1, \(tx.now))
      """)
  }

  static func setActive(_ id: ID<Account>, _ active: Bool, _ tx: Transaction) throws {
    try tx.execute("UPDATE account SET active = \(active) WHERE id = \(id)")
  }

  static func person(_ id: ID<Account>, _ reader: Reader) throws -> Person? {
    try reader.first("SELECT \(sql: columns) FROM \(sql: tables) WHERE account.id = \(id)", person)
  }

  static func person(login: String, _ reader: Reader) throws -> Person? {
    try reader.first("SELECT \(sql: columns) FROM \(sql: tables) WHERE account.login = \(login)", person)
  }

  static func people(in counties: [County], _ reader: Reader) throws -> [Person] {
    try reader.query(
      "SELECT \(sql: columns) FROM \(sql: tables) WHERE account.county IN \(sql: .list(counties)) ORDER BY account.id",
      person)
  }

  static func password(of id: ID<Account>, _ reader: Reader) throws -> String? {
    try reader.first("SELECT password FROM account WHERE id = \(id)") { try $0.text(0) }
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
      certificate: try row.maybeText(8), roles: try row.text(9).split(separator: ",").map(String.init),
      isActive: try row.bool(10))
  }
}
