import CPostgres
import Glibc
import Kit

/// One libpq conversation. Statements are prepared at first use and kept; values travel as text, blobs as bytes.
final class PostgresConnection: Connection {
  private let link: OpaquePointer
  private var prepared: [String: String] = [:]
  /// What the transaction begins with, until something is asked in it.
  private var beginning: String?
  private let warnings = Warnings()
  var dialect: Dialect { .postgres }

  /// Long-lived connections must not collect statements without bound.
  private static let mostPrepared = 400

  /// `commit` is PostgreSQL's `synchronous_commit`: `on` waits for the disk here and, where one is named, of the standby.
  init(_ address: String, commit: String) throws {
    guard let link = PostgresConnection.connect(address) else { throw PostgresError(state: "", message: "no memory") }
    self.link = link
    guard PQstatus(link) == CONNECTION_OK else {
      let message = String(cString: PQerrorMessage(link))
      PQfinish(link)
      throw PostgresError(state: "", message: message)
    }
    warnings.listen(to: link)
    do {
      try run("SET synchronous_commit = \(commit)")
      try run("SET client_encoding = 'UTF8'")
      try run("SET statement_timeout = '60s'")
      try run("SET lock_timeout = '20s'")
    } catch {
      PQfinish(link)
      throw error
    }
  }

  func close() { PQfinish(link) }

  /// Begins a transaction with its first statement: the two go out together, since each way there and back costs.
  func begin(_ text: String) { beginning = text }

  /// Undoes the transaction; of one in which nothing was asked there is nothing to undo.
  func rollback() throws {
    if isUnasked() { return }
    try run("ROLLBACK")
  }

  /// Whether nothing was asked since `begin`; then the transaction is over.
  private func isUnasked() -> Bool {
    defer { beginning = nil }
    return beginning != nil
  }

  /// Settings, and what ends a transaction.
  private func run(_ text: String) throws {
    let result = PQexec(link, text)
    defer { PQclear(result) }
    try check(result)
  }

  /// Ends the transaction. Throws where it was rolled back instead, and where PostgreSQL warns: an administrator who
  /// cancels the wait for the standby makes it answer "committed" for what the standby may not have.
  func commit() throws {
    if isUnasked() { return }
    warnings.forget()
    let result = PQexec(link, "COMMIT")
    defer { PQclear(result) }
    try check(result)
    if let warning = warnings.last { throw PostgresError(state: "58000", message: warning) }
    guard let tag = PQcmdStatus(result), String(cString: tag) == "COMMIT" else {
      throw PostgresError(state: "40000", message: "rolled back at its end")
    }
  }

  func each(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    let result = try send(sql)
    let lines = PostgresLines(result)
    defer {
      lines.close()
      PQclear(result)
    }
    while lines.next() { try row(Row(source: lines)) }
  }

  @discardableResult func execute(_ sql: SQL) throws -> Int {
    let result = try send(sql)
    defer { PQclear(result) }
    return Int(String(cString: PQcmdTuples(result))) ?? 0
  }

  private func send(_ sql: SQL) throws -> OpaquePointer? {
    try makeRoom()
    let begin = try beginning.map(prepare)
    let name = try prepare(sql.text)
    let values = sql.values.map(PostgresValue.init)
    beginning = nil
    let result = values.withPointers { pointers, lengths, formats in
      guard let begin else { return PQexecPrepared(link, name, Int32(values.count), pointers, lengths, formats, 0) }
      return behind(begin) { PQsendQueryPrepared(link, name, Int32(values.count), pointers, lengths, formats, 0) }
    }
    do {
      try check(result)
    } catch {
      PQclear(result)
      throw error
    }
    return result
  }

  /// The answer to a statement that goes out right behind a BEGIN; where that was refused, its refusal. In libpq's pipeline each of
  /// the two is answered, a nothing follows, and a last mark; on a line that broke all of them come at once.
  private func behind(_ begin: String, _ statement: () -> Int32) -> OpaquePointer? {
    PQenterPipelineMode(link)
    defer { PQexitPipelineMode(link) }
    guard PQsendQueryPrepared(link, begin, 0, nil, nil, nil, 0) == 1, statement() == 1, PQpipelineSync(link) == 1 else {
      return nil
    }
    let begun = answered()
    let result = answered()
    PQclear(PQgetResult(link))
    let isBegun = PQresultStatus(begun) == PGRES_COMMAND_OK
    PQclear(isBegun ? begun : result)
    return isBegun ? result : begun
  }

  private func answered() -> OpaquePointer? {
    defer { PQclear(PQgetResult(link)) }
    return PQgetResult(link)
  }

  /// For a statement and a BEGIN before it.
  private func makeRoom() throws {
    guard prepared.count + 2 > PostgresConnection.mostPrepared else { return }
    let result = PQexec(link, "DEALLOCATE ALL")
    defer { PQclear(result) }
    try check(result)
    prepared.removeAll()
  }

  private func prepare(_ text: String) throws -> String {
    if let name = prepared[text] { return name }
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
      throw PostgresError(
        state: PostgresConnection.field("C", of: result), message: String(cString: PQerrorMessage(link)))
    }
  }

  /// Of an error or notice; empty where it says nothing.
  fileprivate static func field(_ name: Unicode.Scalar, of result: OpaquePointer?) -> String {
    PQresultErrorField(result, Int32(name.value)).map { String(cString: $0) } ?? ""
  }
}

/// An answer that is read line by line.
private final class PostgresLines: RowSource {
  private let result: OpaquePointer?
  private let count: Int32
  private let kinds: [Oid]
  private var line: Int32 = -1
  private(set) var width: Int

  init(_ result: OpaquePointer?) {
    self.result = result
    count = PQntuples(result)
    kinds = (0..<PQnfields(result)).map { PQftype(result, $0) }
    width = kinds.count
  }

  func next() -> Bool {
    line += 1
    return line < count
  }

  /// The answer goes; a row that somebody kept has no columns any more.
  func close() { width = 0 }

  func value(_ column: Int) -> SQLValue {
    guard !isNull(column), let bytes = PQgetvalue(result, line, Int32(column)) else { return .null }
    return PostgresValue.decode(bytes, count: Int(PQgetlength(result, line, Int32(column))), kind: kinds[column])
  }

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, line, Int32(column)) != 0 }
}

extension PostgresConnection {
  /// What an address does not say itself: a machine that fell silent is given up within seconds, not hours, so that the
  /// next host of the address is tried.
  private static let patience = [
    "connect_timeout": "5", "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3",
    "tcp_user_timeout": "20000",
  ]

  private static func connect(_ address: String) -> OpaquePointer? {
    // The address last: what it says counts.
    let said = patience.map { ($0.key, $0.value) } + [("dbname", address)]
    var (names, values) = (said.map { strdup($0.0) }, said.map { strdup($0.1) })
    defer { (names + values).forEach { free($0) } }
    names.append(nil)
    values.append(nil)
    return PQconnectdbParams(names.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 1)
  }
}

/// What PostgreSQL said beside its answers.
private final class Warnings {
  fileprivate(set) var last: String?

  func forget() { last = nil }

  /// Lives as long as the connection that owns it.
  func listen(to link: OpaquePointer) {
    let place = Unmanaged.passUnretained(self).toOpaque()
    _ = PQsetNoticeReceiver(
      link,
      { listener, notice in
        // Its severity as every language of the server calls it.
        guard let listener, PostgresConnection.field("V", of: notice) == "WARNING" else { return }
        Unmanaged<Warnings>.fromOpaque(listener).takeUnretainedValue().last = PostgresConnection.field("M", of: notice)
      }, place)
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
