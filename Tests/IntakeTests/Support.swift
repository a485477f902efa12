import App
import Campaign
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// An invented report; each field can be replaced or left out.
struct Report {
  var county: String? = "110"
  var text: String? = "石桥镇集市上有人摆摊镶牙，没有牌子，一颗收八十元。"
  var place: String? = "石桥镇逢集，供销社门口"
  var town: String?
  var happened: String?
  var once: String? = "00112233445566778899aabbccddeeff"

  var fields: [(String, String)] {
    [("county", county), ("text", text), ("place", place), ("town", town), ("happened", happened), ("once", once)]
      .compactMap { name, value in value.map { (name, $0) } }
  }
}

let png = TinyPicture.png()
let pdf = Array("%PDF-1.7\n".utf8)
let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]

extension Answer {
  /// What stands in `<output class="code">`.
  var code: String? {
    guard let start = text.range(of: "<output class=\"code\">"),
      let end = text.range(of: "</output>", range: start.upperBound..<text.endIndex)
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }
}

extension TestHouse {
  var intake: Intake { house.intake }

  /// Sends a report as a citizen and answers its identity and code.
  func reported(_ report: Report = Report()) async throws -> (id: ID<Clue>, code: String) {
    let answer = try await Visitor(self).post("/report", report.fields, files: [])
    #expect(answer.status == 201)
    return (try await newest(), try #require(answer.code))
  }

  func newest() async throws -> ID<Clue> {
    try #require(
      try await database.read { try $0.first("SELECT id FROM clue ORDER BY id DESC") { try $0.id(0, Clue.self) } })
  }

  func clue(_ id: ID<Clue>) async throws -> ClueRecord {
    try #require(try await database.read { try Intake.clue(id, $0) })
  }

  func count(_ condition: SQL = "1 = 1") async throws -> Int64 {
    try await database.read { try $0.number("SELECT COUNT(*) FROM clue WHERE " + condition) }
  }

  /// Open duties on a clue: kind, login of the owner, due.
  func duties(_ id: ID<Clue>) async throws -> [String] {
    try await database.read { reader in
      try reader.query(
        """
        SELECT duty.kind, account.login, duty.due FROM duty JOIN account ON account.id = duty.owner
        WHERE duty.subject_kind = 'clue' AND duty.subject = \(id) AND duty.ended IS NULL ORDER BY duty.id
        """
      ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2))" }
    }
  }

  func history(_ id: ID<Clue>) async throws -> [LedgerEntry] {
    try await database.read { try LedgerReading.history(of: Ref(.clue, id), $0) }
  }

  /// A running campaign with two tasks, put into the store as a released plan would be.
  func campaign() async throws -> (campaign: ID<CampaignRecord>, tasks: [ID<CampaignTask>]) {
    let campaign = database.world.newID(CampaignRecord.self)
    let tasks = [database.world.newID(CampaignTask.self), database.world.newID(CampaignTask.self)]
    let title = "清沅县2026年打击非法行医专项行动"
    try await database.change(Cast.county, by: .system, deed: Deed("test.campaign")) { tx in
      try tx.execute(
        """
        INSERT INTO campaign (id, county, plan, title, folded, starts, ends, released_at, released_by)
        VALUES (\(campaign), \(tx.county), 1, \(title), \(title), '2026-08-24', '2026-12-31', \(tx.now), 1)
        """)
      for (place, task) in tasks.enumerated() {
        try tx.execute(
          """
          INSERT INTO campaign_task (id, county, campaign, position, no, text, lead, cooperating, violations)
          VALUES (\(task), \(tx.county), \(campaign), \(place + 1), \("（\(place + 1)）"), \("查处无证行医第\(place + 1)类"),
            '县卫生监督所', '', '')
          """)
      }
      tx.tell(Ref(.campaign, campaign), "发布专项行动")
    }
    return (campaign, tasks)
  }

  /// An unlicensed site, by its form.
  func site(_ name: String = "供销社门口镶牙摊") async throws -> String {
    let client = try await Visitor.signedIn(self, "heyuan")
    let answer = try await client.post("/sites", [("name", name), ("address", "石桥镇供销社门口"), ("town", "113")])
    #expect(answer.status == 303)
    let id = try await database.read { try $0.number("SELECT MAX(id) FROM site") }
    return "site:\(String(id, radix: 36))"
  }
}
