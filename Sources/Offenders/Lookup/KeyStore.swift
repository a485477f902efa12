import Kit
import Matching
import Storage

/// All SQL of keys and counts: what a look-up reads, in as few statements as there are kinds of it. The text of each statement is
/// always the same, so that both stores prepare it once.
enum KeyStore {
  // Writing.

  static func insert(_ keys: [Int64], of record: ID<OffenderRecord>, _ tx: Transaction) throws {
    try insert(keys.map { (key: $0, record: record) }, tx)
  }

  /// In the order of the table's key.
  static func insert(_ rows: [(key: Int64, record: ID<OffenderRecord>)], _ tx: Transaction) throws {
    try tx.insert(
      into: "offender_key (k, record)", rows: rows.map { [.int($0.key), .int($0.record.value)] },
      conflict: " ON CONFLICT (k, record) DO NOTHING")
  }

  static func delete(_ keys: [Int64], of record: ID<OffenderRecord>, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM offender_key WHERE record = \(record) AND k IN \(sql: .list(keys))")
  }

  /// `sign` 1 for a record that came, -1 for one that goes. In the order of the keys, so that two deeds of a county's counts
  /// never cross.
  static func count(_ tallies: [UInt64], _ sign: Int64, county: County, _ tx: Transaction) throws {
    let sums = Dictionary(tallies.map { (Int64(bitPattern: $0), sign) }, uniquingKeysWith: +)
    try tx.insert(
      into: "offender_census (k, county, n)",
      rows: sums.sorted { $0.key < $1.key }.map { [.int($0.key), .int(county.number), .int($0.value)] },
      conflict: " ON CONFLICT (k, county) DO UPDATE SET n = offender_census.n + excluded.n")
  }

  // Looking.

  /// The records under each key, one more than the longest list that is gone through.
  static func lists(_ keys: [Int64], _ reader: Reader) throws -> [Int64: [Int64]] {
    try found(keys, counting: [], reader).lists
  }

  /// The lists of the keys and the counts of the tallies, in one statement: to a store on another machine each way counts. Each
  /// key is looked up by itself, so that the store plans the statement once for any number of them.
  static func found(
    _ keys: [Int64], counting tallies: [UInt64], _ reader: Reader
  ) throws -> (lists: [Int64: [Int64]], tallies: [UInt64: Int]) {
    var (lists, counts) = ([Int64: [Int64]](), [UInt64: Int]())
    for (kind, key, text) in try reader.query(
      statement(keys, tallies.map { Int64(bitPattern: $0) }, reader.dialect),
      {
        (try $0.int(0), try $0.int(1), try $0.maybeText(2))
      })
    {
      if kind == 0 {
        lists[key] = text.map(numbers) ?? []
      } else {
        counts[UInt64(bitPattern: key)] = text.flatMap { Int($0) } ?? 0
      }
    }
    return (lists, counts)
  }

  private static func statement(_ keys: [Int64], _ tallies: [Int64], _ dialect: Dialect) -> SQL {
    let most = MatchDesk.longest + 1
    return dialect == .sqlite
      ? """
      SELECT 0, asked.value, (SELECT group_concat(record) FROM
        (SELECT record FROM offender_key WHERE k = asked.value LIMIT \(most))) FROM json_each(\(json(keys))) AS asked
      UNION ALL
      SELECT 1, asked.value, (SELECT CAST(SUM(n) AS TEXT) FROM offender_census WHERE k = asked.value)
      FROM json_each(\(json(tallies))) AS asked
      """
      : """
      SELECT 0, asked.value, (SELECT string_agg(record::text, ',') FROM
        (SELECT record FROM offender_key WHERE k = asked.value LIMIT \(most)) AS list)
      FROM unnest(\(sql: numbers(keys))) AS asked(value)
      UNION ALL
      SELECT 1, asked.value, (SELECT SUM(n)::text FROM offender_census WHERE k = asked.value)
      FROM unnest(\(sql: numbers(tallies))) AS asked(value)
      """
  }

  /// How many records stand under a key, however many: the bearers of a name.
  static func count(_ key: Int64, _ reader: Reader) throws -> Int {
    Int(try reader.number("SELECT COUNT(*) FROM offender_key WHERE k = \(key)"))
  }

  static func among(_ numbers: [Int64], _ reader: Reader) -> SQL {
    reader.dialect == .sqlite
      ? "(SELECT value FROM json_each(\(json(numbers))))"
      : "(SELECT unnest(string_to_array(\(joined(numbers)), ',')::bigint[]))"
  }

  /// To PostgreSQL, an array as one text. Where it saw the text in the place of the array it would plan every question anew, in a
  /// tenth of a millisecond, for a plan that is always the same.
  private static func numbers(_ numbers: [Int64]) -> SQL {
    "string_to_array((SELECT \(joined(numbers))::text), ',')::bigint[]"
  }

  private static func json(_ numbers: [Int64]) -> String { "[\(joined(numbers))]" }
  private static func joined(_ numbers: [Int64]) -> String { numbers.map { String($0) }.joined(separator: ",") }

  /// `12,7,40`: identities are positive.
  private static func numbers(_ text: String) -> [Int64] {
    var (numbers, number) = ([Int64](), Int64(0))
    for byte in text.utf8 {
      if byte == UInt8(ascii: ",") {
        numbers.append(number)
        number = 0
      } else {
        number = number * 10 + Int64(byte - 48)
      }
    }
    numbers.append(number)
    return numbers
  }
}

/// A key as the store keeps it.
enum StoredKey {
  /// Keys that are made from numbers and telephones are hashed once more with a secret that lies outside of the store: nobody
  /// who has the store alone can try numbers until one fits.
  private static let personal: Set<KeyFamily> = [
    .number, .numberFront, .numberBack, .numberEnds, .tailYear, .familyDay, .familyTail, .phone, .phoneBack,
    .phoneFront,
  ]

  static func value(_ key: MatchKey, _ keys: Keys) -> Int64 {
    guard personal.contains(key.family) else { return Int64(bitPattern: key.value) }
    return value(key.value, keys)
  }

  static func value(_ key: UInt64, _ keys: Keys) -> Int64 {
    let hash = keyedHash("offender-key:\(key)", key: keys.lookup)
    return Int64(bitPattern: UInt64(hash.prefix(16), radix: 16) ?? key)
  }
}
