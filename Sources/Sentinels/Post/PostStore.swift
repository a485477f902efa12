import Kit
import Offices
import Storage
import Web

/// All SQL of posts and their contact persons.
enum PostStore {
  private static let columns: SQL = """
    post.id, post.county, post.name, post.kind, post.level, post.town, post.village, post.address, post.institution,
    post.supervisor, post.plaque, post.file, post.begun, post.state
    """

  static func insert(_ post: PostRecord, folded: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post (id, county, name, folded, kind, level, town, village, address, institution, supervisor, plaque,
        file, begun, state)
      VALUES (\(post.id), \(post.county), \(post.name), \(folded), \(post.kind), \(post.level), \(post.town),
        \(post.village), \(post.address), \(post.institution), \(post.supervisor), \(post.plaque), \(post.file),
        \(post.begun), \(post.state.rawValue))
      """)
  }

  static func update(_ id: ID<Post>, _ new: PostValues, folded: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE post SET name = \(new.name), folded = \(folded), kind = \(new.kind.key), level = \(new.kind.level),
        town = \(new.town), village = \(new.village), address = \(new.address), institution = \(new.institution),
        supervisor = \(new.supervisor), plaque = \(new.plaque), file = \(new.file)
      WHERE id = \(id)
      """)
  }

  static func setState(_ id: ID<Post>, _ state: PostState, _ tx: Transaction) throws {
    try tx.execute("UPDATE post SET state = \(state.rawValue) WHERE id = \(id)")
  }

  static func setSupervisor(_ id: ID<Post>, _ account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE post SET supervisor = \(account) WHERE id = \(id)")
  }

  static func find(_ id: ID<Post>, _ reader: Reader) throws -> PostRecord? {
    try reader.first("SELECT \(sql: columns) FROM post WHERE post.id = \(id)", post)
  }

  static func isKnown(_ name: String, but id: ID<Post>?, in county: County, _ reader: Reader) throws -> Bool {
    try reader.number(
      "SELECT COUNT(*) FROM post WHERE county = \(county) AND name = \(name) AND id <> \(id?.value ?? 0)") > 0
  }

  static func list(
    _ filter: PostFilter, sort: String, descending: Bool, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, posts: [PostRecord]) {
    let way: SQL = descending ? " DESC" : ""
    let order: SQL = sort == "name" ? "post.name" + way + ", post.id" : "post.town" + way + ", post.level, post.id"
    let total = try reader.number("SELECT COUNT(*) FROM post WHERE \(sql: filter.condition)")
    let posts = try reader.query(
      """
      SELECT \(sql: columns) FROM post WHERE \(sql: filter.condition) ORDER BY \(sql: order)
      LIMIT \(Listing.size) OFFSET \(offset)
      """, post)
    return (total, posts)
  }

  /// Posts of a county that are not closed, for the sums of coverage and the search for silence.
  static func standing(in county: County, _ reader: Reader) throws -> [PostRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM post WHERE county = \(county) AND state <> \(PostState.closed.rawValue)
      ORDER BY town, level, id
      """, post)
  }

  static func at(_ institution: Int64, _ scope: SQL, _ reader: Reader) throws -> [PostRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM post WHERE \(sql: scope) AND institution = \(institution) ORDER BY id LIMIT 20", post
    )
  }

  static func supervised(by account: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      """
      SELECT id FROM post WHERE supervisor = \(account) AND state <> \(PostState.closed.rawValue) ORDER BY id LIMIT 2000
      """
    ) { try $0.int(0) }
  }

  private static func post(_ row: Row) throws -> PostRecord {
    PostRecord(
      id: try row.id(0), county: try row.county(1), name: try row.text(2), kind: try row.text(3),
      level: Int(try row.int(4)), town: try row.int(5), village: try row.int(6), address: try row.text(7),
      institution: try row.maybeInt(8), supervisor: try row.id(9), plaque: try row.maybeDate(10),
      file: try row.maybeDate(11), begun: try row.date(12), state: PostState(rawValue: try row.text(13)) ?? .suspended)
  }
}

extension PostStore {
  private static let contactColumns: SQL = "id, post, part, name, telephone, time, since, until"

  static func insert(_ new: NewContact, _ id: ID<ContactRecord>, of post: ID<Post>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_contact (id, county, post, part, name, telephone, time, since, until)
      VALUES (\(id), \(tx.county), \(post), \(new.part.rawValue), \(new.name), \(new.telephone), \(new.time.rawValue),
        \(new.since), NULL)
      """)
  }

  static func end(_ contact: ID<ContactRecord>, on day: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE post_contact SET until = \(day) WHERE id = \(contact) AND until IS NULL")
  }

  /// Everybody who is or was it, the latest first.
  static func contacts(of post: ID<Post>, _ reader: Reader) throws -> [ContactRecord] {
    try reader.query(
      "SELECT \(sql: contactColumns) FROM post_contact WHERE post = \(post) ORDER BY since DESC, id DESC LIMIT 100",
      contact)
  }

  /// Who is it now, by post, for lists.
  static func current(of posts: [Int64], _ reader: Reader) throws -> [Int64: ContactRecord] {
    let people = try reader.query(
      """
      SELECT \(sql: contactColumns) FROM post_contact
      WHERE post IN \(sql: .list(posts)) AND part = \(ContactRecord.Part.main.rawValue) AND until IS NULL
      """, contact)
    return Dictionary(people.map { ($0.post.value, $0) }) { first, _ in first }
  }

  private static func contact(_ row: Row) throws -> ContactRecord {
    ContactRecord(
      id: try row.id(0), post: try row.id(1), part: ContactRecord.Part(rawValue: try row.text(2)) ?? .backup,
      name: try row.text(3), telephone: try row.text(4), time: ContactRecord.Time(rawValue: try row.text(5)) ?? .part,
      since: try row.date(6), until: try row.maybeDate(7))
  }
}

/// What is asked of the list of posts.
struct PostFilter: Sendable {
  static let names = ["state", "level", "kind", "town", "village", "lack", "words"]

  let condition: SQL

  /// `lack` is `plaque` or `file`; `village` a region's number. Words that no post holds show none.
  init(_ listing: Listing, _ scope: Scope) {
    var parts = [Self.seen(by: scope)]
    if let state = listing.filter("state") { parts.append("post.state = \(state)") }
    if let level = listing.filter("level") { parts.append("post.level = \(Int64(level) ?? 0)") }
    if let kind = listing.filter("kind") { parts.append("post.kind = \(kind)") }
    if let town = listing.filter("town") { parts.append("post.town = \(Int64(town) ?? -1)") }
    if let village = listing.filter("village") { parts.append("post.village = \(Int64(village) ?? -1)") }
    switch listing.filter("lack") {
    case "plaque": parts.append("post.plaque IS NULL")
    case "file": parts.append("post.file IS NULL")
    default: break
    }
    for word in (listing.filter("words") ?? "").split(whereSeparator: \.isWhitespace) {
      parts.append("post.folded LIKE \("%\(PostRecord.folded([String(word)]))%")")
    }
    condition = .join(parts, " AND ")
  }

  static func seen(by scope: Scope) -> SQL {
    scope.filter(county: "post.county", agency: "0", owner: "post.supervisor")
  }
}

extension PostRecord {
  /// As words are looked for in a list.
  static func folded(_ texts: [String]) -> String {
    texts.map { String(String.UnicodeScalarView(Kit.folded($0))) }.joined(separator: " ")
  }
}
