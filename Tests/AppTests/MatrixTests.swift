import App
import Foundation
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// Every route × every role × inside and outside of the county, against the hand-written `matrix.csv`.
@Suite struct MatrixTests {
  /// A cell of the matrix, as an answer reads.
  private static func cell(_ answer: Answer) -> String {
    switch answer.status {
    case 303 where answer.location.hasPrefix("/sign-in"): "in"
    case 401: "in"
    case 403: "no"
    case 404: "gone"
    case 500...: "fault"
    default: "ok"
    }
  }

  @Test func `the matrix names every route and no other`() throws {
    let routes = House.rooms(try HouseContent.load(TestHouse.contentFolder)).flatMap(\.routes)
    let known = Set(routes.map { "\($0.method.rawValue) \($0.path)" })
    let written = Set(try Matrix.read().rows.map { "\($0.method) \($0.path)" })
    #expect(known == written)
    #expect(known.count == routes.count, "两条路由同名")
  }

  @Test(arguments: Store.both) func `every cell holds`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let matrix = try Matrix.read()
      let targets = try await Targets.find(test)
      try await addOutsiders(test)
      for (column, title) in matrix.columns.enumerated() {
        let visitor = Visitor(test)
        let login = try login(title)
        if let login { try await visitor.signIn(login) }
        for row in matrix.rows {
          let path = targets.fill(row.path)
          let answer = row.method == "GET" ? try await visitor.get(path) : try await visitor.post(path)
          #expect(Self.cell(answer) == row.cells[column], "\(title) \(row.method) \(path) \(answer.status)")
          if row.path == "/sign-out", let login { try await visitor.signIn(login) }
        }
      }
    }
  }

  @Test(arguments: Store.both) func `lists and search of another county show nothing of ours`(store: Store) async throws
  {
    try await TestHouse.withDemo(store) { test in
      try await addOutsiders(test)
      let outsider = try await Visitor.signedIn(test, "outside-head")
      for path in [
        "/clues", "/cases", "/visits", "/institutions", "/sites", "/rectifications", "/campaigns", "/plans", "/duties",
        "/transfers",
      ] {
        let text = try await outsider.get(path).text
        #expect(
          !text.contains("清举〔") && !text.contains("清卫医") && !text.contains("清检〔") && !text.contains("安和中医"), "\(path)")
      }
      let found = try await outsider.get("/search?q=%E8%AF%8A%E6%89%80").text
      #expect(found.contains("没有找到"))
      let insider = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await insider.get("/search?q=%E8%AF%8A%E6%89%80").text.contains("安和中医"))
    }
  }

  /// Every role that has no column of its own, and the role whose column it shares.
  private static let alike = [
    "town": "market drug insurance publicity population education supporting safety",
    "police": """
    sentinel village-liaison procuratorate court discipline ad-monitor cyberspace development institution-admin \
    hospital-office medical-staff expert
    """,
  ]

  /// Cells in which a role differs from the column that it shares.
  private static let besides = [
    "discipline": [
      "GET /derelictions": "ok", "GET /derelictions/:id": "gone", "POST /derelictions/:id/open": "gone",
      "POST /derelictions/:id/result": "gone",
      "GET /concealed": "ok", "GET /concealed/:id": "gone", "POST /concealed/:id/pass": "gone",
      "POST /concealed/:id/answer": "gone",
      "GET /referrals/received": "ok", "GET /referrals/received/:id": "gone",
      "GET /referrals/received/:id/print": "gone",
      "GET /referrals/received/:id/word": "gone", "GET /referrals/received/:id/forward": "gone",
      "POST /referrals/received/:id/forward": "gone", "POST /referrals/received/:id/accept": "gone",
      "POST /referrals/received/:id/return": "gone", "POST /referrals/received/:id/report": "gone",
    ]
  ]
  /// Doors that the role at the right has alone among those that are otherwise alike.
  private static let ownDoors = [("/received", "police"), ("/oversight", "procuratorate"), ("/town-scores", "town")]

  private static func expected(_ row: Matrix.Line, _ role: String, _ place: Int) -> String {
    if let cell = besides[role]?["\(row.method) \(row.path)"] { return cell }
    guard let door = ownDoors.first(where: { row.path.hasPrefix($0.0) }) else { return row.cells[place] }
    return door.1 == role ? "ok" : "no"
  }

  @Test(arguments: Store.both) func `roles without a column are like the one named`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let matrix = try Matrix.read()
      let targets = try await Targets.find(test)
      try await addOutsiders(test)
      var seen = Set(matrix.columns.compactMap { $0.split(separator: " ").first.map(String.init) })
      for (column, roles) in Self.alike {
        let place = try #require(matrix.columns.firstIndex(of: "\(column) inside"))
        for role in roles.split(separator: " ").map(String.init) {
          seen.insert(role)
          let visitor = try await Visitor.signedIn(test, "inside-\(role)")
          for row in matrix.rows where row.path != "/sign-out" {
            let path = targets.fill(row.path)
            let answer = row.method == "GET" ? try await visitor.get(path) : try await visitor.post(path)
            #expect(
              Self.cell(answer) == Self.expected(row, role, place), "\(role) \(row.method) \(path) \(answer.status)")
          }
        }
      }
      let missing = test.house.roles.roles.filter { $0.hasAccount && !seen.contains($0.id) }
      #expect(missing.isEmpty, "没有列：\(missing.map(\.id))")
    }
  }

  private func login(_ title: String) throws -> String? {
    let cast = [
      "office": "luohui", "head": "heyuan", "officer": "zhouyn", "superior": "mengzh", "system-admin": "xiaok",
      "security-admin": "tangl", "auditor": "weij",
    ]
    let parts = title.split(separator: " ").map(String.init)
    guard parts.count == 2 else { return nil }
    return parts[1] == "outside" ? "outside-\(parts[0])" : cast[parts[0]] ?? "inside-\(parts[0])"
  }

  /// One person of every role in either county.
  private func addOutsiders(_ test: TestHouse) async throws {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 7, count: 16))
    let roles = test.house.roles
    for (county, prefix) in [(Cast.county, "inside"), (Cast.otherCounty, "outside")] {
      try await test.database.change(county, by: .system, deed: .addAccount) { tx in
        let agency = try Offices.addAgency("\(prefix) 各岗位", tx)
        for role in roles.roles where role.hasAccount {
          _ = try Offices.addAccount(
            NewAccount(
              login: "\(prefix)-\(role.id)", name: "某人", post: role.name, agency: agency, region: county.number,
              certificate: nil, roles: [role.id], password: password),
            roles: roles, tx)
        }
      }
    }
  }
}

/// The hand-written table.
struct Matrix {
  struct Line {
    let method: String
    let path: String
    let cells: [String]
  }
  let columns: [String]
  let rows: [Line]

  static func read() throws -> Matrix {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "matrix.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let head = try #require(lines.first)
    return Matrix(
      columns: Array(head.dropFirst(2)),
      rows: lines.dropFirst().map { Line(method: $0[0], path: $0[1], cells: Array($0.dropFirst(2))) })
  }
}
