import Kit
import Storage
import Web

enum AuditPages {
  static func ledger(_ entries: [LedgerEntry], _ listing: Listing, _ records: Records, today: CivilDate) -> Page {
    let lines = entries.map { entry in
      Table.Line([
        "\(entry.plain)", "\(entry.height)", "<span class=\"small dim\">\(entry.hash.prefix(12))…</span>",
      ])
    }
    let columns = [Table.Column("做了什么"), Table.Column("第几条", numeric: true), Table.Column("校验值")]
    return Page(
      "台账",
      """
      \(head("台账", meta: ["只增不改，每条接在上一条后面", "在服务器上用 qingyuan ledger verify 核对全部"]))\
      \(Table(listing.caption("台账"), columns, lines, listing: listing).html)
      """)
  }
}
