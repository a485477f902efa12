import Kit
import Procedure
import Storage

enum GoodsStore {
  static func insert(
    _ what: NewGoods, origin: ID<Goods>?, to step: Int64, of id: ID<Case>, number: Int64, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO goods_item (id, county, law_case, step, number, name, spec, batch, count, unit, place, note, origin, account,
        at)
      VALUES (\(tx.world.newID(Goods.self)), \(tx.county), \(id), \(step), \(number), \(what.name), \(what.spec),
        \(what.batch), \(what.count), \(what.unit), \(what.place), \(what.note), \(origin), \(tx.actor.number), \(tx.now))
      """)
  }

  static func dispose(_ item: ID<Goods>, _ disposal: GoodsDisposal, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO goods_disposal (item, county, way, on_date, witness, receipt, note, account, at)
      VALUES (\(item), \(tx.county), \(disposal.way), \(disposal.on), \(disposal.witness), \(disposal.receipt),
        \(disposal.note), \(tx.actor.number), \(tx.now))
      """)
  }

  static func redress(_ item: ID<Goods>, _ redress: GoodsRedress, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO goods_redress (item, county, amount, on_date, receiver, receipt, note, account, at)
      VALUES (\(item), \(tx.county), \(redress.amount), \(redress.on), \(redress.receiver), \(redress.receipt),
        \(redress.note), \(tx.actor.number), \(tx.now))
      """)
  }

  /// Of all lists of a case, in their order.
  static func items(of id: ID<Case>, _ county: County, _ reader: Reader) throws -> [GoodsRecord] {
    try reader.query(
      """
      SELECT g.id, g.step, g.number, g.name, g.spec, g.batch, g.count, g.unit, g.place, g.note, g.origin, d.way, d.on_date,
        d.witness, d.receipt, d.note, r.amount, r.on_date, r.receiver, r.receipt, r.note
      FROM goods_item g LEFT JOIN goods_disposal d ON d.item = g.id LEFT JOIN goods_redress r ON r.item = g.id
      WHERE g.county = \(county) AND g.law_case = \(id) ORDER BY g.step, g.number
      """, item)
  }

  private static func item(_ row: Row) throws -> GoodsRecord {
    GoodsRecord(
      id: try row.id(0), step: try row.int(1), number: try row.int(2),
      what: NewGoods(
        try row.text(3), count: try row.text(6), unit: try row.maybeText(7), spec: try row.maybeText(4),
        batch: try row.maybeText(5), place: try row.maybeText(8), note: try row.maybeText(9)),
      origin: try row.maybeID(10), disposal: try disposal(row),
      redress: try redress(row))
  }

  private static func redress(_ row: Row) throws -> GoodsRedress? {
    guard let amount = try row.maybeInt(16) else { return nil }
    return GoodsRedress(
      Money(fen: amount), on: try row.date(17), receiver: try row.text(18), receipt: try row.text(19),
      note: try row.text(20))
  }

  private static func disposal(_ row: Row) throws -> GoodsDisposal? {
    guard let way = try row.maybeText(11) else { return nil }
    return GoodsDisposal(
      way, on: try row.date(12), witness: try row.maybeText(13), receipt: try row.maybeText(14),
      note: try row.maybeText(15))
  }
}
