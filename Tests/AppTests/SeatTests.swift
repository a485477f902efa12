import App
import Foundation
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// Where somebody sits towards a record, against the hand-written `lists.csv`: what lists, counts, search and panels show
/// is what the record itself would let him open.
///
/// One clue and its duty belong to the person (o), to somebody of the same agency (c), of another agency of the county
/// (d), of another county (x); or the person sits a level above (l, from `lower`). Cells name the seats that see it.
@Suite struct SeatTests {
  private enum Seat: String, CaseIterable {
    case own = "o"
    case colleague = "c"
    case department = "d"
    case county = "x"
    case above = "l"
  }

  private struct Line {
    let path: String
    let marker: String
    let cells: [String: String]
  }

  @Test(arguments: Store.both) func `lists show what the seat allows`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let lines = try Self.read()
      let scene = try await Scene(test)
      for role in lines.first?.cells.keys.sorted() ?? [] {
        try await scene.give(to: "own-\(role)")
        for seat in Seat.allCases {
          let visitor = try await Visitor.signedIn(test, "\(seat)-\(role)")
          for line in lines {
            let expected = line.cells[role]?.contains(seat.rawValue) == true
            let (isSeen, others) = try await scene.look(line.path, line.marker, visitor)
            #expect(isSeen == expected, "\(role) \(seat) \(line.path)")
            // Neither this one nor any other of the county.
            if seat == .county { #expect(!others, "\(role) \(line.path)") }
          }
        }
      }
    }
  }

  /// The same table must fail for somebody whose scope is wider than his seat.
  @Test(arguments: Store.both) func `a wider scope is noticed on every list`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let lines = try Self.read()
      let scene = try await Scene(test)
      for role in ["office", "security-admin", "auditor", "custodian"] {
        // Of early date, so that it stands on the first page however much else is owed.
        try await scene.give(to: "own-\(role)")
        let visitor = try await Visitor.signedIn(test, "above-\(role)")
        for line in lines where line.cells[role]?.contains(Seat.above.rawValue) == true {
          let seenFromCounty = line.cells[role]?.contains(Seat.county.rawValue) == true
          #expect(
            try await scene.look(line.path, line.marker, visitor).isSeen != seenFromCounty, "\(role) \(line.path)")
        }
      }
    }
  }

  private static func read() throws -> [Line] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "lists.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let roles = try #require(rows.first).dropFirst(2)
    return rows.dropFirst().map { row in
      Line(path: row[0], marker: row[1], cells: Dictionary(uniqueKeysWithValues: zip(roles, row.dropFirst(2))))
    }
  }

  /// The demonstration with a person of every role in every seat, and an open clue whose owner can be changed.
  private struct Scene {
    let test: TestHouse
    let targets: Targets
    let clue: String
    let number: String
    let premises: String
    /// The clue's duty, which was pressed.
    let duty: String

    init(_ test: TestHouse) async throws {
      self.test = test
      targets = try await Targets.find(test)
      clue = targets["reporters"]
      let head = try await Visitor.signedIn(test, "heyuan")
      let ref = "institution:\(targets["institutions"])"
      #expect(try await head.post("/clues/\(clue)/premises", [("premises", ref)]).status == 303)
      premises = "institutions/\(targets["institutions"])"
      let id = try #require(ID<TestHouse>(text: clue)).value
      number = try #require(
        try await test.database.read { try $0.first("SELECT number FROM clue WHERE id = \(id)") { try $0.text(0) } })
      duty = try await Self.press(clue, head, test)
      try await addPeople()
    }

    private static func press(_ clue: String, _ head: Visitor, _ test: TestHouse) async throws -> String {
      let id = try #require(ID<TestHouse>(text: clue)).value
      let duty = try #require(
        try await test.database.read { reader in
          try reader.first("SELECT id FROM duty WHERE subject_kind = 'clue' AND subject = \(id) AND ended IS NULL") {
            try $0.id(0, TestHouse.self)
          }
        })
      let wanted = [("words", "说明办到哪一步"), ("answer-by", "2099-01-01")]
      let answer = try await head.post("/duties/\(duty)/demand", wanted)
      #expect(answer.status == 303, "\(answer.text.suffix(800))")
      return duty.text
    }

    /// Whether the page shows the marked record, and whether any record of that kind.
    func look(_ path: String, _ marker: String, _ visitor: Visitor) async throws -> (isSeen: Bool, others: Bool) {
      let asked = path.replacing("PREMISES", with: premises)
        .replacing("NUMBER", with: number.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
      let answer = try await visitor.get(asked)
      let kind = "href=\"/\(marker)/"
      guard marker != "ledger" else {
        let isSeen = answer.text.contains("\(kind)\(Cast.county.number)/")
        return (isSeen, isSeen)
      }
      // What is owed is named also to whoever may not open its record, without a link.
      if marker == "owed" { return (answer.text.contains(number), answer.text.contains("清举〔")) }
      // What is chosen from a list is no link there.
      if marker == "held" {
        let isSeen = answer.text.contains("name=\"group\"")
        return (isSeen, isSeen)
      }
      if marker == "posters" {
        return (answer.text.contains("value=\"\(targets["institutions"])\""), answer.text.contains("name=\"of\""))
      }
      let named = marker == "referrals/received" ? "referrals" : marker == "concealed" ? "concealed-seen" : marker
      let id = marker == "clues" ? clue : marker == "duties" ? duty : targets[named]
      // Every county has accounts and duties of its own.
      let areTheirs = marker == "accounts" || path == "/duties"
      return (answer.text.contains("\(kind)\(id)"), !areTheirs && answer.id(afterLast: kind) != nil)
    }

    func give(to login: String) async throws {
      let owner = try await test.account(login).id
      let agency = try await test.database.read {
        try $0.first("SELECT agency FROM account WHERE id = \(owner)") { try $0.int(0) }
      }
      let id = try #require(ID<TestHouse>(text: clue)).value
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.give")) { tx in
        try tx.execute("UPDATE clue SET owner = \(owner) WHERE id = \(id)")
        try tx.execute(
          """
          UPDATE duty SET owner = \(owner), agency = \(agency), due = '2026-01-02'
          WHERE subject_kind = 'clue' AND subject = \(id) AND ended IS NULL
          """)
        tx.tell(Ref(RefKind("clue"), id), "改派")
      }
    }

    private func addPeople() async throws {
      let password = await Password.derive(Cast.password, salt: Array(repeating: 7, count: 16))
      let mine = try await test.account("zhouyn").id
      let agency = try #require(
        try await test.database.read {
          try $0.first("SELECT agency FROM account WHERE id = \(mine)") { try $0.id(0, Agency.self) }
        })
      let roles = try SeatTests.read().first?.cells.keys.sorted() ?? []
      try await add(roles, [.own, .colleague], agency, Cast.county, Cast.county.number, password)
      try await add(roles, [.department], nil, Cast.county, Cast.county.number, password)
      try await add(roles, [.county], nil, Cast.otherCounty, Cast.otherCounty.number, password)
      try await add(roles, [.above], nil, Cast.county, Cast.city, password)
    }

    private func add(
      _ roles: [String], _ seats: [Seat], _ agency: ID<Agency>?, _ county: County, _ region: Int64, _ password: String
    ) async throws {
      let book = test.house.roles
      try await test.database.change(county, by: .system, deed: .addAccount) { tx in
        let agency = try agency ?? Offices.addAgency("\(seats[0])的单位", tx)
        for seat in seats {
          for role in roles {
            _ = try Offices.addAccount(
              NewAccount(
                login: "\(seat)-\(role)", name: "某人", post: "某岗", agency: agency, region: region, certificate: nil,
                roles: [role], password: password),
              roles: book, tx)
          }
        }
      }
    }
  }
}
