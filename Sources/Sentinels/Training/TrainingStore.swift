import Kit
import Offices
import Storage
import Web

/// All SQL of training.
enum TrainingStore {
  private static let columns: SQL = "id, county, title, on_day, place, content, account"

  static func insert(_ new: TrainingRecord, _ came: [ContactRecord], _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO training (id, county, title, on_day, place, content, account, at)
      VALUES (\(new.id), \(new.county), \(new.title), \(new.on), \(new.place), \(new.content), \(new.account), \(tx.now))
      """)
    for contact in came {
      try tx.execute(
        "INSERT INTO training_seat (training, contact, post) VALUES (\(new.id), \(contact.id), \(contact.post))")
    }
  }

  static func owe(_ contact: ID<ContactRecord>, of post: ID<Post>, _ tx: Transaction) throws {
    try tx.execute("INSERT INTO training_owed (contact, county, post) VALUES (\(contact), \(tx.county), \(post))")
  }

  /// Whether a contact person of the post who is it now owes training and came to none.
  static func owes(_ post: ID<Post>, _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM post p WHERE p.id = \(post) AND \(sql: owing)") > 0
  }

  /// Of a post `p`.
  static let owing: SQL = """
    EXISTS (SELECT 1 FROM training_owed w JOIN post_contact c ON c.id = w.contact AND c.until IS NULL
      WHERE w.post = p.id AND NOT EXISTS (SELECT 1 FROM training_seat s WHERE s.contact = w.contact))
    """

  static func isKnown(_ title: String, on day: CivilDate, in county: County, _ reader: Reader) throws -> Bool {
    try reader.number(
      "SELECT COUNT(*) FROM training WHERE county = \(county) AND on_day = \(day) AND title = \(title)") > 0
  }

  static func find(_ id: ID<Training>, _ reader: Reader) throws -> TrainingRecord? {
    try reader.first("SELECT \(sql: columns) FROM training WHERE id = \(id)", training)
  }

  static func list(_ scope: Scope, offset: Int, descending: Bool, _ reader: Reader) throws
    -> (total: Int64, trainings: [(training: TrainingRecord, came: Int64)])
  {
    let seen = scope.filter(county: "county", agency: "0", owner: "account")
    let order: SQL = descending ? "on_day DESC, id DESC" : "on_day, id"
    return (
      try reader.number("SELECT COUNT(*) FROM training WHERE \(sql: seen)"),
      try reader.query(
        """
        SELECT \(sql: columns), (SELECT COUNT(*) FROM training_seat s WHERE s.training = training.id) FROM training
        WHERE \(sql: seen) ORDER BY \(sql: order) LIMIT \(Listing.size) OFFSET \(offset)
        """
      ) { (training: try training($0), came: try $0.int(7)) }
    )
  }

  /// Everybody who is contact person of a post of the county that is not closed, with his latest course.
  static func contacts(in county: County, _ reader: Reader) throws -> [TrainedContact] {
    try reader.query(
      """
      SELECT \(sql: seat) FROM post_contact c JOIN post p ON p.id = c.post
      WHERE c.county = \(county) AND c.until IS NULL AND p.state <> \(PostState.closed.rawValue)
      ORDER BY p.town, p.level, p.id, c.part DESC
      """, contact)
  }

  static func came(to training: ID<Training>, _ reader: Reader) throws -> [TrainedContact] {
    try reader.query(
      """
      SELECT \(sql: seat) FROM training_seat t JOIN post_contact c ON c.id = t.contact JOIN post p ON p.id = c.post
      WHERE t.training = \(training) ORDER BY p.town, p.level, p.id, c.part DESC
      """, contact)
  }

  /// Contact persons of a post who came to any course.
  static func trained(of post: ID<Post>, _ reader: Reader) throws -> Set<Int64> {
    Set(try reader.query("SELECT contact FROM training_seat WHERE post = \(post)") { try $0.int(0) })
  }

  /// Courses that somebody of a post came to, the latest first.
  static func of(_ post: ID<Post>, _ reader: Reader) throws -> [TrainingRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM training
      WHERE id IN (SELECT training FROM training_seat WHERE post = \(post)) ORDER BY on_day DESC, id DESC LIMIT 20
      """, training)
  }

  private static let seat: SQL = """
    c.id, c.post, c.part, c.name, c.telephone, c.time, c.since, p.name,
    (SELECT MAX(x.on_day) FROM training_seat s JOIN training x ON x.id = s.training WHERE s.contact = c.id)
    """

  private static func contact(_ row: Row) throws -> TrainedContact {
    TrainedContact(
      contact: ContactRecord(
        id: try row.id(0), post: try row.id(1), part: ContactRecord.Part(rawValue: try row.text(2)) ?? .backup,
        name: try row.text(3), telephone: try row.text(4),
        time: ContactRecord.Time(rawValue: try row.text(5)) ?? .part, since: try row.date(6), until: nil),
      post: try row.text(7), last: try row.maybeDate(8))
  }

  private static func training(_ row: Row) throws -> TrainingRecord {
    TrainingRecord(
      id: try row.id(0), county: try row.county(1), title: try row.text(2), on: try row.date(3),
      place: try row.text(4), content: try row.text(5), account: try row.id(6))
  }
}
