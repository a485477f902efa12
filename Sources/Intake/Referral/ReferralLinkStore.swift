import Kit
import Storage

/// The SQL of links whose closing is asked for.
enum ReferralLinkStore {
  static func insert(_ links: [String], of id: ID<Referral>, _ tx: Transaction) throws {
    for (place, address) in links.enumerated() {
      try tx.execute(
        """
        INSERT INTO clue_referral_link (referral, county, position, address, result)
        VALUES (\(id), \(tx.county), \(place + 1), \(address), NULL)
        """)
    }
  }

  static func set(_ results: [Int: LinkResult], of id: ID<Referral>, _ tx: Transaction) throws {
    for (position, result) in results.sorted(by: { $0.key < $1.key }) {
      try tx.execute(
        """
        UPDATE clue_referral_link SET result = \(result.rawValue) WHERE referral = \(id) AND position = \(position)
        """)
    }
  }

  static func all(of id: ID<Referral>, _ reader: Reader) throws -> [ReferralLink] {
    try reader.query(
      "SELECT position, address, result FROM clue_referral_link WHERE referral = \(id) ORDER BY position"
    ) {
      ReferralLink(
        position: Int(try $0.int(0)), address: try $0.text(1),
        result: try $0.maybeText(2).flatMap(LinkResult.init))
    }
  }
}
