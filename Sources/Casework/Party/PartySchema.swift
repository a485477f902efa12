import Storage

/// Particulars, codes and receipts of the party.
///
/// The column `law_case.track` belongs to the core of the case and stands here for its history alone: the simple procedure came
/// with the party, and a schema change that a store has seen is never edited. `OnTheSpotStore` reads and writes it.
enum PartySchema {
  static let change = SchemaChange("casework-5-party") { _ in
    [
      // Particulars are personal: one sealed text, which the store cannot read.
      """
      CREATE TABLE case_party (law_case BIGINT PRIMARY KEY, county BIGINT NOT NULL, sealed TEXT NOT NULL,
        address_on TEXT, electronic_on TEXT, at BIGINT NOT NULL)
      """,
      // The code follows from the secret by a key outside of the store; only its hash is looked up.
      """
      CREATE TABLE case_code (law_case BIGINT PRIMARY KEY, county BIGINT NOT NULL, secret TEXT NOT NULL,
        code_hash TEXT NOT NULL, made_on TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX case_code_hash ON case_code (code_hash)",
      """
      CREATE TABLE case_receipt (law_case BIGINT NOT NULL, number TEXT NOT NULL, county BIGINT NOT NULL, act TEXT NOT NULL,
        step BIGINT, on_date TEXT NOT NULL, at BIGINT NOT NULL, hash TEXT NOT NULL, once_hash TEXT NOT NULL,
        files TEXT NOT NULL, PRIMARY KEY (law_case, number))
      """,
      // Which procedure a case takes: ordinary (普通程序) or simple (简易程序).
      "ALTER TABLE law_case ADD COLUMN track TEXT NOT NULL DEFAULT 'ordinary'",
      "CREATE UNIQUE INDEX case_receipt_once ON case_receipt (county, once_hash)",
    ]
  }
}
