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

  @Test(arguments: Store.both) func `lists and search of another county show nothing of ours`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      try await addOutsiders(test)
      let outsider = try await Visitor.signedIn(test, "outside-head")
      for path in ["/clues", "/cases", "/visits", "/institutions", "/sites", "/rectifications", "/campaigns", "/plans", "/duties"] {
        let text = try await outsider.get(path).text
        #expect(!text.contains("清举〔") && !text.contains("清卫医") && !text.contains("清检〔") && !text.contains("安和中医"), "\(path)")
      }
      let found = try await outsider.get("/search?q=%E8%AF%8A%E6%89%80").text
      #expect(found.contains("没有找到"))
      let insider = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await insider.get("/search?q=%E8%AF%8A%E6%89%80").text.contains("安和中医"))
    }
  }

  private func login(_ title: String) throws -> String? {
    let inside = [
      "office": "luohui", "head": "heyuan", "officer": "zhouyn", "superior": "mengzh", "system-admin": "xiaok",
      "security-admin": "tangl", "auditor": "weij",
    ]
    let parts = title.split(separator: " ").map(String.init)
    guard parts.count == 2 else { return nil }
    return parts[1] == "outside" ? "outside-\(parts[0])" : try #require(inside[parts[0]])
  }

  /// One person of every role in the other county.
  private func addOutsiders(_ test: TestHouse) async throws {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 7, count: 16))
    let roles = test.house.roles
    try await test.database.change(Cast.otherCounty, by: .system, deed: .addAccount) { tx in
      let agency = try Offices.addAgency("东岭县各岗位", tx)
      for role in roles.roles {
        _ = try Offices.addAccount(
          NewAccount(
            login: "outside-\(role.id)", name: "外县人", post: role.name, agency: agency,
            region: Cast.otherCounty.number, certificate: nil, roles: [role.id], password: password),
          roles: roles, tx)
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
