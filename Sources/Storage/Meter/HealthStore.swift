import Kit

enum HealthStore {
  static func shape(_ reader: Reader) throws -> [String] {
    try reader.query("SELECT name FROM schema_change") { try $0.text(0) }
  }

  /// Of PostgreSQL; SQLite is a file.
  static func size(_ reader: Reader) throws -> Int64 {
    try reader.number("SELECT pg_database_size(current_database())")
  }

  /// What a commit waits for besides PostgreSQL's own disk.
  static func standbys(_ reader: Reader) throws -> String {
    try reader.first("SHOW synchronous_standby_names") { try $0.text(0) } ?? ""
  }

  /// The clock of PostgreSQL, in milliseconds.
  static func clock(_ reader: Reader) throws -> Int64 {
    try reader.number("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")
  }
}
