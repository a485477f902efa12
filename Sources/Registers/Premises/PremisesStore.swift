import Kit
import Storage

/// The SQL that knows both kinds of premises.
enum PremisesStore {
  /// Two columns name premises by kind and number; neither need be filled.
  static func town(kind: SQL, number: SQL) -> SQL {
    """
    COALESCE(CASE \(sql: kind) WHEN \(RefKind.institution)
        THEN (SELECT known.town FROM institution known WHERE known.id = \(sql: number))
      WHEN \(RefKind.site) THEN (SELECT known.town FROM site known WHERE known.id = \(sql: number)) END, 0)
    """
  }
}
