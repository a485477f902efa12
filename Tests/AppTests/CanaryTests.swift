import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// Canaries: identities that are found nowhere else are planted through the forms of the product, and then everything that comes out
/// of the house is searched for them: pages, search, exports, files, ledger, logs, the store row by row and byte by byte, a backup.
///
/// Only the page on which the custodian has just opened an identity may show one.
@Suite struct CanaryTests {
  /// 520 on each store, 1,040 in all.
  @Test(arguments: Store.both) func `who reported is found nowhere`(store: Store) async throws {
    let log = CanaryLog()
    try await TestHouse.withDemo(store, journal: log.journal) { test in
      let planted = try await Canaries.plant(40, listed: 480, test)
      #expect(planted.clues.count == 40)
      #expect(try await test.database.read { try $0.number("SELECT COUNT(*) FROM clue_reporter") } >= 520)
      try await Canaries.live(planted, test)
      let found = try await CanaryScan(test, planted, log, for: Cast.members.map(\.login) + [""]).everything()
      #expect(found.places == [])
      // A scan that looks at nothing finds nothing.
      #expect(found.pages > 1500 && found.rows > 9000 && found.bytes > 1 << 20, "\(found)")
      #expect(found.lines > 1500 && found.unpacked > 0 && found.restored > 1 << 20, "\(found)")
    }
  }

  /// Each time one identity is let out, as a fault of the program would.
  @Test(arguments: Store.both, Leak.allCases) func `an identity that leaks is found`(store: Store, leak: Leak)
    async throws
  {
    let log = CanaryLog()
    try await TestHouse.withDemo(store, journal: log.journal) { test in
      let planted = try await Canaries.plant(2, listed: 0, test)
      try await leak.spring(planted, test, log)
      let found = try await CanaryScan(test, planted, log, for: ["heyuan", "mengzh", "weij"]).everything()
      leak.mend(planted)
      for place in leak.seen {
        #expect(found.places.contains { $0.contains(place) }, "\(leak) \(place) \(found.places.prefix(9))")
      }
    }
  }
}

enum Leak: String, CaseIterable {
  /// A deed tells the ledger who it was.
  case ledger
  /// A field that everybody reads holds it.
  case field
  /// The store keeps it unsealed, and no page shows it.
  case store
  /// A file was left behind.
  case file
  /// A line of the log names it.
  case log
  /// A file was left where the machine keeps what is temporary.
  case temporary

  var seen: [String] {
    switch self {
    case .ledger: ["heyuan /clues/", "weij /ledger", "表 ledger", "备份"]
    case .field: ["heyuan /clues/", "heyuan /clues/ledger.xlsx（拆开）", "mengzh /clues/", "表 clue", "备份"]
    case .store: ["表 clue_reporter", "备份"]
    case .file: ["文件 incoming/"]
    case .log: ["日志"]
    case .temporary: ["临时文件 left-"]
    }
  }

  func spring(_ planted: Canaries, _ test: TestHouse, _ log: CanaryLog) async throws {
    guard let clue = ID<Clue>(text: planted.clues[0]) else { return }
    let name = planted.names[0]
    switch self {
    case .file: try Data("\(name) 13800000000".utf8).write(to: test.dataFolder.appending(path: "incoming/left"))
    case .log: log.add("{\"route\":\"/report\",\"reporter\":\"\(name)\"}")
    case .temporary: try Data(name.utf8).write(to: left(planted))
    case .ledger, .field, .store:
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.leak")) { tx in
        switch self {
        case .ledger: tx.tell(Ref(.clue, clue), "登记举报人\(name)")
        case .field: try tx.execute("UPDATE clue SET origin = \(name) WHERE id = \(clue)")
        default: try tx.execute("UPDATE clue_reporter SET sealed = \(name) WHERE clue = \(clue)")
        }
        if self != .ledger { tx.tell(Ref(.clue, clue), "改动") }
      }
    }
  }

  func mend(_ planted: Canaries) {
    if self == .temporary { try? FileManager.default.removeItem(at: left(planted)) }
  }

  private func left(_ planted: Canaries) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "left-\(planted.clues[0])")
  }
}

/// Identities that nobody has, and the clues they came with.
struct Canaries {
  let clues: [String]
  let codes: [String]

  /// What every planted name and telephone holds, and nothing of the product, its content or the demonstration. Names differ from
  /// house to house: several stand open at once, and share the place for temporary files.
  let marks: [String]

  func name(_ number: Int) -> String { "\(marks[0])\(number)号" }
  func phone(_ number: Int) -> String { "\(marks[1])\(String(10_000 + number).dropFirst())" }
  var names: [String] { clues.indices.map(name) }

  /// Half by the public form, half at the desk, each with name and telephone; and `listed` more in a hotline's list, at once.
  static func plant(_ count: Int, listed: Int, _ test: TestHouse) async throws -> Canaries {
    let (citizen, desk) = (Visitor(test), try await Visitor.signedIn(test, "heyuan"))
    let none = Canaries(clues: [], codes: [], marks: ["燊叒\(UUID().uuidString.prefix(8))", "199-0077-"])
    var (clues, codes): ([String], [String]) = ([], [])
    for number in 0..<count {
      let told = [
        ("text", "集市上有人无证拔牙，第\(number)件。"), ("place", "柳塘镇集市"), ("reporter", none.name(number)),
        ("phone", none.phone(number)), ("once", "canary-\(number)-0123456789"),
      ]
      let fields = number % 2 == 0 ? told + [("county", "110")] : told + [("channel", "phone")]
      let answer =
        try await number % 2 == 0
        ? citizen.post("/report", fields, files: []) : desk.post("/clues/new", fields, files: [])
      #expect(answer.status == 201)
      codes.append(try #require(answer.text.firstMatch(of: /class="code">([^<]+)</)?.1).description)
      let newest = try await test.database.read { try $0.number("SELECT MAX(clue) FROM clue_reporter") }
      clues.append(ID<Clue>(newest).text)
    }
    let planted = Canaries(clues: clues, codes: codes, marks: none.marks)
    if listed > 0 { try await planted.list(count..<(count + listed), desk) }
    return planted
  }

  /// As a hotline sends who called.
  private func list(_ numbers: Range<Int>, _ desk: Visitor) async throws {
    let rows = numbers.map { "GD\($0),集市上有人无证镶牙第\($0)件,柳塘镇集市,\(name($0)),\(phone($0))\r\n" }
    let file = "工单编号,反映内容,地点,姓名,电话\r\n" + rows.joined()
    let sent = try await desk.post("/clues/import", [], files: [Visitor.File("file", "工单.csv", Array(file.utf8))])
    #expect(sent.status == 303, "\(sent.text.suffix(500))")
    let applied = try await desk.post("\(sent.location)/apply", [])
    #expect(applied.status == 303, "\(applied.text.suffix(500))")
  }

  /// What happens to reports: accepted, asked back, answered, opened, passed on, objected to, followed by retaliation, filed as case.
  static func live(_ planted: Canaries, _ test: TestHouse) async throws {
    let (head, officer) = (try await Visitor.signedIn(test, "heyuan"), try await Visitor.signedIn(test, "zhouyn"))
    let (custodian, citizen) = (try await Visitor.signedIn(test, "baoz"), Visitor(test))
    let owner = try await test.account("zhouyn").id.text
    for (place, clue) in planted.clues.prefix(12).enumerated() {
      let code = planted.codes[place]
      #expect(try await head.post("/clues/\(clue)/accept", [("owner", owner)]).status == 303)
      #expect(try await citizen.post("/progress/say", [("code", code), ("message", "又看到了。")], files: []).status == 200)
      #expect(try await officer.post("/clues/\(clue)/talk", [("message", "在哪一头？")]).status == 303)
      #expect(try await officer.post("/clues/\(clue)/answer", [("answer", "已经查处。")]).status == 303)
      let opened = try await custodian.post("/reporters/\(clue)", [("reason", "转告答复")])
      #expect(planted.marks.allSatisfy { opened.text.contains($0) }, "开启的那一页写着姓名和电话")
      #expect(try await custodian.post("/reporters/\(clue)/pass", [("way", "phone")]).status == 303)
      #expect(try await citizen.post("/progress/object", [("code", code), ("objection", "还在摆。")]).status == 200)
      let retaliated = try await citizen.post(
        "/progress/retaliation", [("code", code), ("retaliation", "有人砸窗。")], files: [])
      #expect(retaliated.status == 201)
    }
    let decided = [("outcome", "reopened"), ("words", "再查。")]
    #expect(try await head.post("/clues/\(planted.clues[0])/objection", decided).status == 303)
    try await test.house.jobs.first { $0.name == "duties.sweep" }?.run(test.database)
  }
}

/// Looks for the marks in whatever comes out.
struct CanaryScan {
  let test: TestHouse
  let planted: Canaries
  let log: CanaryLog
  /// By login; an empty one is a visitor without account.
  let members: [String]
  private let marks: [Data]

  struct Found: CustomStringConvertible {
    var places: [String] = []
    var pages = 0
    var rows = 0
    var bytes = 0
    var lines = 0
    /// Parts of workbooks and Word files.
    var unpacked = 0
    /// Bytes of the store that a backup brought back.
    var restored = 0

    var description: String {
      "\(pages) 页，\(rows) 行，\(bytes) 字节，日志 \(lines) 行，拆开 \(unpacked) 份，恢复 \(restored) 字节，\(places.prefix(9))"
    }
  }

  init(_ test: TestHouse, _ planted: Canaries, _ log: CanaryLog, for members: [String]) {
    self.test = test
    self.planted = planted
    self.log = log
    self.members = members
    marks = planted.marks.map { Data($0.utf8) }
  }

  func everything() async throws -> Found {
    var found = Found()
    try await pages(&found)
    try await tables(&found)
    try await backup(&found)
    try files(test.dataFolder, "文件", &found)
    try temporary(&found)
    lines(&found)
    return found
  }

  func look(_ bytes: Data, _ place: @autoclosure () -> String, _ found: inout Found) {
    found.bytes += bytes.count
    if marks.contains(where: { bytes.range(of: $0) != nil }) { found.places.append(place()) }
  }

  /// Every address of the house for everybody of the cast, the pages of the planted clues, and searches.
  private func pages(_ found: inout Found) async throws {
    let targets = try await Targets.find(test)
    let routes = test.house.site.routes.filter { $0.method == .get }.map(\.path)
    for member in members {
      let visitor = member.isEmpty ? Visitor(test) : try await Visitor.signedIn(test, member)
      for path in routes + own where path != "/sign-out" {
        let answer = try await visitor.get(targets.fill(path))
        found.pages += 1
        look(Data(answer.bytes), "\(member) \(path)", &found)
        try unpack(answer, "\(member) \(path)（拆开）", &found)
      }
      try await search(visitor, member, &found)
    }
  }

  /// Pages of the planted clues; a few of them stand for all.
  private var own: [String] {
    var paths = ["/clues?page=2", "/duties?page=2", "/reporters?page=2"]
    // The ledger goes on behind what was planted: finding a record for each address takes deeds too.
    paths += (2...8).map { "/ledger?page=\($0)" }
    for clue in planted.clues.prefix(3) {
      for page in ["", "/talk", "/objection", "/answer"] { paths.append("/clues/\(clue)\(page)") }
      for page in ["", "/pass", "/pay"] { paths.append("/reporters/\(clue)\(page)") }
      for page in ["/cases/new", "/visits/new"] { paths.append("\(page)?clue=\(clue)") }
    }
    return paths
  }

  /// The box of a search repeats what was typed: only a hit tells.
  private func search(_ visitor: Visitor, _ member: String, _ found: inout Found) async throws {
    for words in [planted.names[0], planted.phone(1)] {
      let asked = words.utf8.map { "%" + (String($0, radix: 16).count == 1 ? "0" : "") + String($0, radix: 16) }
        .joined()
      for path in ["/search?q=", "/clues?words=", "/reporters?number="] {
        let text = try await visitor.get(path + asked).text
        found.pages += 1
        if text.contains("href=\"/clues/\(planted.clues[0])") || text.contains("href=\"/clues/\(planted.clues[1])")
          || text.contains("href=\"/reporters/\(planted.clues[0])")
          || text.contains("href=\"/reporters/\(planted.clues[1])")
        {
          found.places.append("\(member) \(path)")
        }
      }
    }
  }

  /// Each row of each table, as text: what `pg_dump` would write.
  private func tables(_ found: inout Found) async throws {
    let names = try await test.database.read { reader in
      try reader.query(
        test.store == .sqlite
          ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
          : "SELECT relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND relkind IN ('r', 'p')"
      ) { try $0.text(0) }
    }
    for name in names {
      let rows = try await test.database.read { reader in
        try reader.query(SQL(stringLiteral: "SELECT * FROM \(name)")) { $0.values.map(Self.bytes) }
      }
      found.rows += rows.count
      for row in rows { look(row.reduce(Data(), +), "表 \(name)", &found) }
    }
  }

  private static func bytes(_ value: SQLValue) -> Data {
    switch value {
    case .text(let text): Data(text.utf8)
    case .blob(let bytes): Data(bytes)
    default: Data()
    }
  }
}
