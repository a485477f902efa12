internal import Kit
internal import Storage
internal import Web

enum MeetingStore {
  private static let columns: SQL = """
    m.id, m.county, m.campaign, c.title, m.title, m.on_date, m.place, m.chair, m.agenda, m.attendance, m.minutes,
    m.kind, m.at_time, m.called_off_at, m.note
    FROM campaign_meeting m JOIN campaign c ON c.id = m.campaign
    """
  private static let resolutionColumns: SQL = """
    r.id, r.county, r.meeting, m.title, r.position, r.text, r.due, r.done_at, r.outcome
    FROM meeting_resolution r JOIN campaign_meeting m ON m.id = r.meeting
    """

  static func insert(_ new: NewMeeting, _ id: ID<Meeting>, of campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_meeting (id, county, campaign, title, on_date, place, chair, agenda, attendance, minutes,
        convened_at, convened_by, kind, at_time)
      VALUES (\(id), \(tx.county), \(campaign), \(new.title), \(new.on), \(new.place), \(new.chair), \(new.agenda), '', '',
        \(tx.now), \(tx.actor.number), \(new.kind), \(new.time))
      """)
  }

  static func record(_ id: ID<Meeting>, attendance: String, minutes: String, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE campaign_meeting SET attendance = \(attendance), minutes = \(minutes) WHERE id = \(id)")
  }

  static func move(_ id: ID<Meeting>, _ new: MovedMeeting, note: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_meeting SET on_date = \(new.on), at_time = \(new.time), place = \(new.place), note = \(note)
      WHERE id = \(id)
      """)
  }

  static func callOff(_ id: ID<Meeting>, note: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_meeting SET called_off_at = \(tx.now), note = \(note) WHERE id = \(id)")
  }

  /// Answers its place among the resolutions of the meeting.
  static func insert(
    _ new: NewResolution, _ id: ID<Resolution>, of meeting: MeetingRecord, _ tx: Transaction
  ) throws -> Int64 {
    let last = try tx.number("SELECT COALESCE(MAX(position), 0) FROM meeting_resolution WHERE meeting = \(meeting.id)")
    try tx.execute(
      """
      INSERT INTO meeting_resolution (id, county, meeting, position, text, due, done_at, outcome)
      VALUES (\(id), \(tx.county), \(meeting.id), \(last + 1), \(new.text), \(new.due), NULL, NULL)
      """)
    return last + 1
  }

  static func carryOut(_ id: ID<Resolution>, _ outcome: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE meeting_resolution SET done_at = \(tx.now), outcome = \(outcome) WHERE id = \(id)")
  }

  static func find(_ id: ID<Meeting>, _ reader: Reader) throws -> MeetingRecord? {
    try reader.first("SELECT \(sql: columns) WHERE m.id = \(id)", meeting)
  }

  /// The newest first.
  static func all(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [MeetingRecord] {
    try reader.query(
      "SELECT \(sql: columns) WHERE m.campaign = \(campaign) ORDER BY m.on_date DESC, m.id DESC LIMIT 200", meeting)
  }

  static func resolution(_ id: ID<Resolution>, _ reader: Reader) throws -> ResolutionRecord? {
    try reader.first("SELECT \(sql: resolutionColumns) WHERE r.id = \(id)", resolution)
  }

  static func resolutions(of meeting: ID<Meeting>, _ reader: Reader) throws -> [ResolutionRecord] {
    try reader.query("SELECT \(sql: resolutionColumns) WHERE r.meeting = \(meeting) ORDER BY r.position", resolution)
  }

  /// Of all meetings of a campaign, the newest meeting first.
  static func resolutions(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [ResolutionRecord] {
    try reader.query(
      """
      SELECT \(sql: resolutionColumns) WHERE m.campaign = \(campaign) ORDER BY m.on_date DESC, m.id DESC, r.position
      """, resolution)
  }

  /// How many resolutions each meeting of a campaign made, and how many are carried out.
  static func counts(
    of campaign: ID<CampaignRecord>, _ reader: Reader
  ) throws -> [ID<Meeting>: (done: Int64, all: Int64)] {
    let rows = try reader.query(
      """
      SELECT r.meeting, COUNT(r.done_at), COUNT(*) FROM meeting_resolution r JOIN campaign_meeting m ON m.id = r.meeting
      WHERE m.campaign = \(campaign) GROUP BY r.meeting
      """
    ) { (try $0.id(0, Meeting.self), (done: try $0.int(1), all: try $0.int(2))) }
    return Dictionary(rows) { first, _ in first }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.title, place: Placement(county: $0.county)) }
  }

  static func resolutionFace(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try resolution(ID(number), reader).map {
      RecordFace(title: "决议：\($0.text.clipped(to: 40))", place: Placement(county: $0.county))
    }
  }

  private static func meeting(_ row: Row) throws -> MeetingRecord {
    MeetingRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      kind: try row.text(11), title: try row.text(4), on: try row.date(5), time: try row.text(12),
      place: try row.text(6),
      chair: try row.text(7),
      agenda: try row.text(8), attendance: try row.text(9), minutes: try row.text(10),
      calledOffAt: try row.maybeInstant(13), note: try row.text(14))
  }

  private static func resolution(_ row: Row) throws -> ResolutionRecord {
    ResolutionRecord(
      id: try row.id(0), county: try row.county(1), meeting: try row.id(2), meetingTitle: try row.text(3),
      position: try row.int(4), text: try row.text(5), due: try row.date(6), doneAt: try row.maybeInstant(7),
      outcome: try row.maybeText(8))
  }
}
