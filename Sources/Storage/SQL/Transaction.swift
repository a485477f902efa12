package import Kit

/// One deed in progress. Deeds are plain synchronous functions that take it.
///
/// Whoever writes a row must also `tell` it: a transaction that changed rows and told nothing is refused at its end.
package final class Transaction: Reader {
  package let county: County
  package let actor: Actor
  package let world: World
  let deed: Deed
  let reason: String?
  private(set) var told: [Telling] = []
  /// Numbers that a room keeps from one step of the deed to the next, by a name of its own; gone with the deed. Example: which
  /// duties it ended, so that what is owed anew can follow them.
  package var kept: [String: Set<Int64>] = [:]
  private var written = 0

  init(
    _ connection: any Connection, county: County, actor: Actor, world: World, now: Instant, deed: Deed, reason: String?,
    keys: Keys? = nil
  ) {
    self.county = county
    self.actor = actor
    self.world = world
    self.deed = deed
    self.reason = reason
    super.init(connection, now: now, keys: keys)
  }

  package override func once<T>(_ key: String, _ read: () throws -> T) rethrows -> T { try read() }

  @discardableResult package func execute(_ sql: SQL) throws -> Int {
    let rows = try connection.execute(sql)
    written += rows
    return rows
  }

  /// Many rows at once. `columns` is `table (a, b)`; each row gives its values in that order.
  ///
  /// The text is made once for a full statement and its values laid flat, so a row costs a few microseconds.
  package func insert(into columns: SQL, rows: some Sequence<[SQLValue]>, conflict: SQL = "") throws {
    var (values, width, full): ([SQLValue], Int, SQL?) = ([], 0, nil)
    func statement(_ lines: Int) -> SQL {
      "INSERT INTO " + columns + " VALUES " + SQL.holes(lines: lines, width: width) + conflict
    }
    for row in rows {
      if values.isEmpty, width == 0 { width = row.count }
      values += row
      guard values.count == width * Transaction.rowsPerStatement else { continue }
      let whole = full ?? statement(Transaction.rowsPerStatement)
      full = whole
      try execute(whole.with(values))
      values.removeAll(keepingCapacity: true)
    }
    if !values.isEmpty { try execute(statement(values.count / width).with(values)) }
  }

  /// Adds a sentence to the ledger. `sentence` is what was done, without the actor, in plain Chinese and without
  /// personal data: `受理线索清举〔2026〕0001`. `changes` holds before → after of the fields that matter.
  package func tell(_ object: Ref, _ sentence: String, _ changes: [Change] = []) {
    told.append(Telling(object: object, sentence: sentence, changes: changes))
  }

  func refuseUntold() throws {
    guard written == 0 || !told.isEmpty else { throw UntoldChange(deed: deed.name) }
  }

  private static let rowsPerStatement = 100
}

/// The name of a deed, e.g. `intake.accept`. Each room declares its own as static members.
package struct Deed: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }
}

/// A field that a deed changed, as the ledger keeps it. Personal values never stand here: pass `hashed`.
package struct Change: Hashable, Sendable {
  package let field: String
  package let before: String?
  package let after: String?

  package init(_ field: String, _ before: String?, _ after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}

struct Telling {
  let object: Ref
  let sentence: String
  let changes: [Change]
}

/// A deed changed rows and told the ledger nothing: a fault of the program, refused before it is stored.
package struct UntoldChange: Error {
  package let deed: String
}
