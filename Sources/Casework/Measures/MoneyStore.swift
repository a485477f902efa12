import Kit
import Procedure
import Storage
import Web

/// What the page of money and measures asks: within a scope, never the whole store.
enum MoneyStore {
  private static func inside(_ scope: Scope) -> SQL {
    scope.filter(county: "law_case.county", agency: "0", owner: "law_case.first_officer")
  }

  private static func unpaid(_ scope: Scope) -> SQL {
    inside(scope) + " AND law_case.state <> 'investigating' AND law_case.fine + law_case.gains > law_case.paid"
  }

  /// Each case counts on one side only.
  static func left(_ scope: Scope, _ reader: Reader) throws -> MoneyLeft {
    try reader.first(
      """
      SELECT CAST(COALESCE(SUM(CASE WHEN law_case.fine + law_case.gains > law_case.paid
          THEN law_case.fine + law_case.gains - law_case.paid ELSE 0 END), 0) AS BIGINT),
        CAST(COALESCE(SUM(CASE WHEN law_case.paid > law_case.fine + law_case.gains
          THEN law_case.paid - law_case.fine - law_case.gains ELSE 0 END), 0) AS BIGINT)
      FROM law_case WHERE \(sql: inside(scope))
      """
    ) { MoneyLeft(unpaid: try $0.money(0), overpaid: try $0.money(1)) } ?? MoneyLeft(unpaid: .zero, overpaid: .zero)
  }

  /// All decided cases with money left, the oldest first.
  static func cases(_ scope: Scope, _ reader: Reader) throws -> [CaseRecord] {
    try CaseStore.list(unpaid(scope), order: "law_case.filed_on, law_case.id", limit: 20_000, reader)
  }

  /// The steps of those cases, by case.
  static func steps(_ scope: Scope, _ reader: Reader) throws -> [ID<Case>: [Taken]] {
    try CaseStepStore.steps(ofCases: "SELECT law_case.id FROM law_case WHERE " + unpaid(scope), reader)
  }

  /// Cases in which a measure was taken or a penalty took a licence: bans by their step, the others by their decision.
  static func measured(_ kind: EffectKind, _ scope: Scope, _ reader: Reader) throws -> [CaseRecord] {
    try CaseStore.list(condition(kind, scope), order: CaseListStore.newest, limit: 20_000, reader)
  }

  static func count(_ kind: EffectKind, _ scope: Scope, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM law_case WHERE " + condition(kind, scope))
  }

  private static func condition(_ kind: EffectKind, _ scope: Scope) -> SQL {
    guard kind == .ban else {
      return inside(scope) + SQL(" AND ',' || COALESCE(law_case.penalties, '') || ',' LIKE \("%,\(kind.rawValue),%")")
    }
    return inside(scope) + """
       AND EXISTS (SELECT 1 FROM case_step s WHERE s.law_case = law_case.id AND s.kind = 'ban')
      """
  }
}
