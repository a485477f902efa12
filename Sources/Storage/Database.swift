package import Kit
import Synchronization

/// The store of one data folder: SQLite inside the folder, or PostgreSQL beside it.
///
/// `read` looks, `change` is the only way to write what matters, `scratch` writes what may be lost (staging, last use
/// of a session). An answer comes after the sync to disk; an error leaves nothing behind.
package final class Database: Sendable {
  package let world: World
  package let folder: DataFolder
  package let attachments: Attachments
  /// What this process has done so far.
  package let meter: Meter
  let engine: any Engine
  /// The node and name of this process. `isSeated` where the store lent the node, not the folder.
  let seat: Mutex<Seat>
  let isSeated: Bool

  init(engine: any Engine, folder: DataFolder, world: World, isSeated: Bool = false) {
    self.engine = engine
    self.folder = folder
    self.world = world
    attachments = Attachments(folder: folder, dialect: engine.dialect)
    meter = Meter(began: world.now())
    seat = Mutex(Seat(node: folder.node, holder: Seat.name()))
    self.isSeated = isSeated
  }

  package var dialect: Dialect { engine.dialect }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
    try await metered {
      try await self.engine.read { [world, folder] in try body(Reader($0, now: world.now(), keys: folder.keys)) }
    }
  }

  /// Does one deed in one county. Deeds of a county happen one after the other on both stores; the ledger entries are
  /// appended in the same transaction.
  ///
  /// Example: `try await database.change(county, by: actor, deed: .acceptClue) { tx in try accept(clue, tx) }`.
  package func change<T: Sendable>(
    _ county: County, by actor: Actor, deed: Deed, reason: String? = nil, world: World? = nil,
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    let (world, keys) = (world ?? self.world, folder.keys)
    let result = try await metered {
      try await self.engine.write { connection in
        let head = try LedgerStore.lockHead(of: county, connection)
        let now = LedgerClock.moment(world.now(), after: head.at)
        let tx = Transaction(
          connection, county: county, actor: actor, world: world, now: now, deed: deed, reason: reason, keys: keys)
        let result = try body(tx)
        try tx.refuseUntold()
        try LedgerStore.append(tx, after: head)
        return result
      }
    }
    meter.count(.deed, deed.name)
    return result
  }

  /// Does one deed that two counties take part in: `here` where the actor stands, `there` the other. Both heads are taken in
  /// ascending order, so that two such deeds never wait for each other; each ledger is told through its own transaction, in
  /// the same moment, and both are stored or neither.
  ///
  /// Example: `try await database.change(county, with: other, by: actor, deed: .askAssistance) { here, there in … }`.
  package func change<T: Sendable>(
    _ county: County, with other: County, by actor: Actor, deed: Deed, reason: String? = nil, world: World? = nil,
    _ body: @escaping @Sendable (_ here: Transaction, _ there: Transaction) throws -> T
  ) async throws -> T {
    guard county != other else { throw SameCounty(deed: deed.name) }
    let (world, keys) = (world ?? self.world, folder.keys)
    let result = try await metered {
      try await self.engine.write { connection in
        let heads = try [county, other].sorted { $0.number < $1.number }.map {
          ($0, try LedgerStore.lockHead(of: $0, connection))
        }
        let now = heads.reduce(world.now()) { LedgerClock.moment($0, after: $1.1.at) }
        func transaction(_ county: County) -> Transaction {
          Transaction(
            connection, county: county, actor: actor, world: world, now: now, deed: deed, reason: reason, keys: keys)
        }
        let (here, there) = (transaction(county), transaction(other))
        let result = try body(here, there)
        for tx in [here, there] { try tx.refuseUntold() }
        for (place, head) in heads { try LedgerStore.append(place == county ? here : there, after: head) }
        return result
      }
    }
    meter.count(.deed, deed.name)
    return result
  }

  /// Writes rows that no one relies on, into tables named `scratch_…` only; nothing goes to the ledger.
  package func scratch<T: Sendable>(_ body: @escaping @Sendable (Scratch) throws -> T) async throws -> T {
    try await metered { try await self.engine.write { [world] in try body(Scratch($0, now: world.now())) } }
  }

  /// Counts what the store itself could not do.
  private func metered<T>(_ body: () async throws -> T) async throws -> T {
    do { return try await translating(body) } catch let refusal as StoreRefusal {
      if refusal.status == .unavailable { meter.count(.storeError, refusal.code) }
      throw refusal
    }
  }

  package func close() async {
    await leaveSeat()
    await engine.close()
  }
}

/// A deed of two counties was asked for in one: a fault of the program.
struct SameCounty: Error {
  let deed: String
}

/// The door for rows that may be lost. It refuses statements on other tables, so it cannot become a way round the
/// ledger.
package final class Scratch: Reader {
  @discardableResult package func execute(_ sql: SQL) throws -> Int {
    let words = sql.text.split(separator: " ", maxSplits: 3)
    let table: Substring? =
      switch words.first {
      case "INSERT", "DELETE": words.count > 2 ? words[2] : nil
      case "UPDATE": words.count > 1 ? words[1] : nil
      default: nil
      }
    guard let table, table.hasPrefix("scratch_") else { throw UntoldChange(deed: "scratch") }
    return try connection.execute(sql)
  }
}
