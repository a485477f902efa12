import CPostgres
import Kit

/// One libpq conversation. Statements are prepared at first use and kept; values travel as text, blobs as bytes.
final class PostgresConnection: Connection {
  private let link: OpaquePointer
  private var prepared: [String: String] = [:]
  var dialect: Dialect { .postgres }

  /// Long-lived connections must not collect statements without bound.
  private static let mostPrepared = 400

  init(_ address: String, durable: Bool) throws {
    guard let link = PQconnectdb(address) else { throw PostgresError(state: "", message: "no memory") }
    self.link = link
    guard PQstatus(link) == CONNECTION_OK else {
      let message = String(cString: PQerrorMessage(link))
      PQfinish(link)
      throw PostgresError(state: "", message: message)
    }
    PQsetNoticeProcessor(link, { _, _ in }, nil)
    do {
      try run("SET synchronous_commit = \(durable ? "on" : "off")")
      try run("SET client_encoding = 'UTF8'")
      try run("SET statement_timeout = '60s'")
      try run("SET lock_timeout = '20s'")
    } catch {
      PQfinish(link)
      throw error
    }
  }

  func close() { PQfinish(link) }

  /// Statements without values: BEGIN, COMMIT, settings, schema.
  func run(_ text: String) throws {
    let result = PQexec(link, text)
    defer { PQclear(result) }
    try check(result)
  }

  func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] {
    let result = try send(sql)
    defer { PQclear(result) }
    let kinds = (0..<PQnfields(result)).map { PQftype(result, $0) }
    return try (0..<PQntuples(result)).map { line in try row(decode(result, line, kinds)) }
  }

  @discardableResult func execute(_ sql: SQL) throws -> Int {
    let result = try send(sql)
    defer { PQclear(result) }
    return Int(String(cString: PQcmdTuples(result))) ?? 0
  }

  private func send(_ sql: SQL) throws -> OpaquePointer? {
    let name = try prepare(sql.text)
    let values = sql.values.map(PostgresValue.init)
    let result = values.withPointers { pointers, lengths, formats in
      PQexecPrepared(link, name, Int32(values.count), pointers, lengths, formats, 0)
    }
    do {
      try check(result)
    } catch {
      PQclear(result)
      throw error
    }
    return result
  }

  private func prepare(_ text: String) throws -> String {
    if let name = prepared[text] { return name }
    if prepared.count >= PostgresConnection.mostPrepared {
      try run("DEALLOCATE ALL")
      prepared.removeAll()
    }
    let name = "s\(prepared.count)"
    let result = PQprepare(link, name, numberingHoles(in: text), 0, nil)
    defer { PQclear(result) }
    try check(result)
    prepared[text] = name
    return name
  }

  private func check(_ result: OpaquePointer?) throws {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
    default:
      let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
      throw PostgresError(state: state, message: String(cString: PQerrorMessage(link)))
    }
  }

  private func decode(_ result: OpaquePointer?, _ line: Int32, _ kinds: [Oid]) -> Row {
    Row(
      values: kinds.enumerated().map { column, kind in
        let column = Int32(column)
        guard PQgetisnull(result, line, column) == 0, let bytes = PQgetvalue(result, line, column) else { return .null }
        return PostgresValue.decode(bytes, count: Int(PQgetlength(result, line, column)), kind: kind)
      })
  }
}

/// `?` outside quotes becomes `$1`, `$2` …
func numberingHoles(in text: String) -> String {
  var result: [UInt8] = []
  var quoted = false
  var count = 0
  for byte in text.utf8 {
    if byte == UInt8(ascii: "'") { quoted.toggle() }
    if byte == UInt8(ascii: "?"), !quoted {
      count += 1
      result += Array("$\(count)".utf8)
    } else {
      result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}
