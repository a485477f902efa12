package import Kit

/// A consistent look at the store at one moment. Stores take one, so that the same statement serves pages and deeds.
package class Reader {
  let connection: any Connection
  /// The moment of the look or deed. Taken once: the live clock would move between two looks, and a ledger entry hashed
  /// at one moment and stored at another would not verify.
  package let now: Instant

  /// Answers of `once`, by question.
  private var kept: [String: Any] = [:]
  /// A nightly check asks about every record of a county in one look.
  private static let mostKept = 64

  private let folderKeys: Keys?

  init(_ connection: any Connection, now: Instant, keys: Keys? = nil) {
    self.connection = connection
    self.now = now
    folderKeys = keys
  }

  /// The keys of the data folder, for what lies sealed in the store and is read or written in the same look or deed. Refuses
  /// where there is no folder: a change of the store's shape.
  package final func keys() throws -> Keys {
    guard let folderKeys else { throw StoreRefusal.dataFolder("这一步没有数据文件夹的密钥。") }
    return folderKeys
  }

  /// What dated facts (rights, regions, terms) are asked for.
  package var today: CivilDate { now.date }

  package var dialect: Dialect { connection.dialect }

  /// A row is good only while `row` runs.
  package final func query<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> [T] {
    var result: [T] = []
    try connection.each(sql) { result.append(try row($0)) }
    return result
  }

  /// What `read` answers, asked once in a look: a page and its panels look at the same record at the same moment. A deed asks
  /// each time, because it writes in between. `key` names the question and the record: `"case.steps 4711"`.
  package func once<T>(_ key: String, _ read: () throws -> T) rethrows -> T {
    // Unwrapped first: of an answer that may be missing, a question never asked would look answered.
    if let known = kept[key], let answer = known as? T { return answer }
    let answer = try read()
    if kept.count < Self.mostKept { kept[key] = answer }
    return answer
  }

  package final func first<T>(_ sql: SQL, _ row: (Row) throws -> T) throws -> T? { try query(sql, row).first }

  /// The single number of a `SELECT COUNT(*)` or `SUM`; 0 for an empty sum.
  package final func number(_ sql: SQL) throws -> Int64 { try first(sql) { try $0.maybeInt(0) ?? 0 } ?? 0 }
}
