internal import Kit
internal import Offices
internal import Papers
internal import Storage
internal import Web

enum ResultStore {
  private static let columns: SQL = """
    r.id, r.county, r.assessment, r.campaign, c.title, r.number, r.day, r.reason, r.made_by, r.made_at, r.document_number,
    r.digest, r.issued_by, r.issued_at, r.dropped_at, r.replaced_by
    FROM assessment_result r JOIN campaign c ON c.id = r.campaign
    """

  static func insert(
    _ id: ID<AssessmentResult>, _ one: AssessmentRecord, number: Int64, reason: String?, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO assessment_result (id, county, assessment, campaign, number, day, reason, made_by, made_at)
      VALUES (\(id), \(tx.county), \(one.id), \(one.campaign), \(number), \(tx.today), \(reason), \(tx.actor.title), \(tx.now))
      """)
  }

  static func insert(_ ranked: RankedUnit, at position: Int, of id: ID<AssessmentResult>, _ tx: Transaction) throws {
    let unit = ranked.score.unit
    try tx.execute(
      """
      INSERT INTO assessment_place (result, county, position, agency, name, town, place, tied, remark)
      VALUES (\(id), \(tx.county), \(Int64(position)), \(unit.agency), \(unit.name), \(unit.town), \(ranked.place),
        \(ranked.isTied), \(ranked.remark))
      """)
    for score in ranked.score.scores {
      try tx.execute(
        """
        INSERT INTO assessment_figure (result, county, agency, line, have, need, tenths)
        VALUES (\(id), \(tx.county), \(unit.agency), \(score.line.position), \(score.have), \(score.need), \(score.tenths))
        """)
    }
  }

  static func insert(
    _ kept: [(item: AssessedItem, marks: String)], _ unit: AssessedUnit, of id: ID<AssessmentResult>, _ tx: Transaction
  ) throws {
    for (place, (item, marks)) in kept.enumerated() {
      try tx.execute(
        """
        INSERT INTO assessment_item (result, county, agency, position, marks, kind, title, subject_kind, subject, owner_name,
          due, done, demands, note)
        VALUES (\(id), \(tx.county), \(unit.agency), \(Int64(place)), \(marks), \(item.kind), \(item.title),
          \(item.subject.kind), \(item.subject.number), \(item.ownerName), \(item.due), \(item.done), \(item.demands),
          \(item.note))
        """)
    }
  }

  static func issue(_ id: ID<AssessmentResult>, _ document: PaperDocument, digest: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE assessment_result SET document_number = \(document.number), digest = \(digest), issued_by = \(tx.actor.title),
        issued_at = \(tx.now), record = \(String(decoding: document.record, as: UTF8.self))
      WHERE id = \(id) AND issued_at IS NULL
      """)
  }

  static func replace(_ id: ID<AssessmentResult>, by next: ID<AssessmentResult>, _ tx: Transaction) throws {
    try tx.execute("UPDATE assessment_result SET replaced_by = \(next) WHERE id = \(id)")
  }

  static func drop(_ id: ID<AssessmentResult>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE assessment_result SET dropped_by = \(tx.actor.title), dropped_at = \(tx.now) WHERE id = \(id)")
  }

  static func find(_ id: ID<AssessmentResult>, _ reader: Reader) throws -> ResultRecord? {
    try reader.first("SELECT \(sql: columns) WHERE r.id = \(id)", result)
  }

  /// The first first.
  static func all(of id: ID<Assessment>, _ reader: Reader) throws -> [ResultRecord] {
    try reader.query("SELECT \(sql: columns) WHERE r.assessment = \(id) ORDER BY r.number", result)
  }

  static func document(_ id: ID<AssessmentResult>, _ reader: Reader) throws -> [UInt8]? {
    try reader.first("SELECT record FROM assessment_result WHERE id = \(id) AND issued_at IS NOT NULL") {
      Array(try $0.text(0).utf8)
    }
  }

  /// As they were kept: nothing is counted again.
  static func ranking(of result: ResultRecord, _ one: AssessmentRecord, _ reader: Reader) throws -> [RankedUnit] {
    let lines = Dictionary(uniqueKeysWithValues: one.lines.map { ($0.position, $0) })
    let figures = try reader.query(
      "SELECT agency, line, have, need, tenths FROM assessment_figure WHERE result = \(result.id) ORDER BY agency, line"
    ) { row in
      (
        try row.int(0),
        try lines[row.int(1)].map {
          IndicatorScore($0, have: try row.int(2), need: try row.int(3), tenths: try row.maybeInt(4))
        }
      )
    }
    let byUnit = Dictionary(grouping: figures, by: \.0)
    return try reader.query(
      """
      SELECT agency, name, town, place, tied, remark FROM assessment_place WHERE result = \(result.id) ORDER BY position
      """
    ) { row in
      let unit = AssessedUnit(agency: try row.int(0), name: try row.text(1), town: try row.maybeInt(2))
      return RankedUnit(
        score: UnitScore(unit: unit, scores: (byUnit[unit.agency] ?? []).compactMap(\.1)), place: try row.maybeInt(3),
        isTied: try row.bool(4), remark: try row.maybeText(5))
    }
  }

  /// The list behind one figure as it was kept.
  static func items(
    of id: ID<AssessmentResult>, _ agency: Int64, _ line: Int64, _ reader: Reader
  ) throws -> [AssessedItem] {
    try reader.query(
      """
      SELECT marks, kind, title, subject_kind, subject, owner_name, due, done, demands, note FROM assessment_item
      WHERE result = \(id) AND agency = \(agency) ORDER BY position
      """
    ) { row -> AssessedItem? in
      let marks = try row.text(0).split(separator: " ")
      guard let mark = marks.first(where: { $0.dropLast() == "\(line)" }) else { return nil }
      return AssessedItem(
        kind: try row.text(1), title: try row.text(2), subject: Ref(RefKind(try row.text(3)), try row.int(4)),
        ownerName: try row.text(5), due: try row.maybeDate(6), done: try row.maybeDate(7), demands: try row.int(8),
        note: try row.text(9), isCounted: mark.hasSuffix("+"))
    }.compactMap { $0 }
  }

  /// Every kept value in one order, for its digest.
  static func lines(of id: ID<AssessmentResult>, _ reader: Reader) throws -> [String] {
    let places = try reader.query(
      """
      SELECT position, agency, name, town, place, tied, remark FROM assessment_place WHERE result = \(id) ORDER BY position
      """
    ) { row in
      let (place, town) = (try row.maybeInt(4) ?? 0, try row.maybeInt(3) ?? 0)
      return
        "\(try row.int(0)) \(try row.int(1)) \(try row.text(2)) \(town) \(place) \(try row.int(5)) \(try row.maybeText(6) ?? "")"
    }
    let figures = try reader.query(
      "SELECT agency, line, have, need, tenths FROM assessment_figure WHERE result = \(id) ORDER BY agency, line"
    ) { row in
      "\(try row.int(0)) \(try row.int(1)) \(try row.int(2)) \(try row.int(3)) \(try row.maybeInt(4) ?? -1)"
    }
    let items = try reader.query(
      """
      SELECT agency, position, marks, kind, title, subject_kind, subject, due, done FROM assessment_item WHERE result = \(id)
      ORDER BY agency, position
      """
    ) { row in
      let ref = "\(try row.text(5)) \(try row.int(6))"
      let days = "\(try row.maybeText(7) ?? "") \(try row.maybeText(8) ?? "")"
      return
        "\(try row.int(0)) \(try row.int(1)) \(try row.text(2)) \(try row.text(3)) \(try row.text(4)) \(ref) \(days)"
    }
    return places + [""] + figures + [""] + items
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.title, place: Placement(county: $0.county)) }
  }

  private static func result(_ row: Row) throws -> ResultRecord {
    let issue = try row.maybeInstant(13).map { at in
      ResultRecord.Issue(
        number: try row.maybeText(10) ?? "", at: at, by: try row.text(12), digest: try row.maybeText(11) ?? "")
    }
    return ResultRecord(
      id: try row.id(0), county: try row.county(1), assessment: try row.id(2), campaign: try row.id(3),
      campaignTitle: try row.text(4), number: try row.int(5), day: try row.date(6), reason: try row.maybeText(7),
      madeBy: try row.text(8), madeAt: try row.instant(9), issue: issue, droppedAt: try row.maybeInstant(14),
      replacedBy: try row.maybeID(15))
  }
}
