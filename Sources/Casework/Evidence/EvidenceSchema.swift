import Storage

/// Evidence, its chain of custody, lists of things and what became of them, and the file as it was archived.
///
/// Rows of `custody`, `goods_disposal`, `dossier` and `dossier_part` are only ever added.
enum EvidenceSchema {
  /// What comes to an archived file; rows are only ever added.
  static let supplements = SchemaChange("casework-5-evidence-supplements") { _ in
    [
      """
      CREATE TABLE dossier_supplement (law_case BIGINT NOT NULL, number BIGINT NOT NULL, county BIGINT NOT NULL,
        hash TEXT NOT NULL, account BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (law_case, number))
      """,
      "CREATE INDEX dossier_supplement_county ON dossier_supplement (county, law_case)",
      """
      CREATE TABLE dossier_supplement_part (law_case BIGINT NOT NULL, supplement BIGINT NOT NULL, position BIGINT NOT NULL,
        county BIGINT NOT NULL, name TEXT NOT NULL, part_group TEXT NOT NULL, title TEXT NOT NULL, on_date TEXT NOT NULL,
        pages BIGINT, sha256 TEXT NOT NULL, PRIMARY KEY (law_case, supplement, position))
      """,
      "CREATE INDEX dossier_supplement_part_county ON dossier_supplement_part (county, law_case)",
    ]
  }

  /// What was given for things that were gone when their confiscation fell; each row is added once.
  static let redress = SchemaChange("casework-5-evidence-redress") { _ in
    [
      """
      CREATE TABLE goods_redress (item BIGINT PRIMARY KEY, county BIGINT NOT NULL, amount BIGINT NOT NULL, on_date TEXT NOT NULL,
        receiver TEXT NOT NULL, receipt TEXT NOT NULL, note TEXT NOT NULL, account BIGINT NOT NULL, at BIGINT NOT NULL)
      """,
      "CREATE INDEX goods_redress_county ON goods_redress (county, item)",
    ]
  }

  static let change = SchemaChange("casework-5-evidence") { _ in
    [
      """
      CREATE TABLE evidence (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL, number BIGINT NOT NULL,
        kind TEXT NOT NULL, name TEXT NOT NULL, proves TEXT NOT NULL, taken_on TEXT NOT NULL, taken_at TEXT,
        place TEXT NOT NULL, takers TEXT NOT NULL, source TEXT NOT NULL, original TEXT NOT NULL, step BIGINT, count TEXT,
        unit TEXT, spec TEXT, began TEXT, ended TEXT, device TEXT, medium TEXT, medium_hash TEXT, account BIGINT NOT NULL,
        at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX evidence_number ON evidence (county, law_case, number)",
      """
      CREATE TABLE custody (evidence BIGINT NOT NULL, number BIGINT NOT NULL, county BIGINT NOT NULL, from_holder TEXT NOT NULL,
        to_holder TEXT NOT NULL, on_date TEXT NOT NULL, on_time TEXT, why TEXT NOT NULL, state TEXT NOT NULL,
        account BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (evidence, number))
      """,
      "CREATE INDEX custody_county ON custody (county, evidence)",
      """
      CREATE TABLE goods_item (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL, step BIGINT NOT NULL,
        number BIGINT NOT NULL, name TEXT NOT NULL, spec TEXT, batch TEXT, count TEXT NOT NULL, unit TEXT, place TEXT, note TEXT,
        origin BIGINT, account BIGINT NOT NULL, at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX goods_item_number ON goods_item (county, law_case, step, number)",
      // A thing goes on to one list, once.
      "CREATE UNIQUE INDEX goods_item_origin ON goods_item (county, origin)",
      """
      CREATE TABLE goods_disposal (item BIGINT PRIMARY KEY, county BIGINT NOT NULL, way TEXT NOT NULL, on_date TEXT NOT NULL,
        witness TEXT, receipt TEXT, note TEXT, account BIGINT NOT NULL, at BIGINT NOT NULL)
      """,
      "CREATE INDEX goods_disposal_county ON goods_disposal (county, item)",
      """
      CREATE TABLE dossier (law_case BIGINT PRIMARY KEY, county BIGINT NOT NULL, hash TEXT NOT NULL, account BIGINT NOT NULL,
        at BIGINT NOT NULL)
      """,
      "CREATE INDEX dossier_county ON dossier (county, law_case)",
      """
      CREATE TABLE dossier_part (law_case BIGINT NOT NULL, position BIGINT NOT NULL, county BIGINT NOT NULL, name TEXT NOT NULL,
        part_group TEXT NOT NULL, title TEXT NOT NULL, on_date TEXT NOT NULL, pages BIGINT, sha256 TEXT NOT NULL,
        PRIMARY KEY (law_case, position))
      """,
      "CREATE INDEX dossier_part_county ON dossier_part (county, law_case)",
    ]
  }
}
