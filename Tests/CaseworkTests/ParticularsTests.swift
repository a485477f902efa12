import App
import Intake
import Kit
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// The particulars of the party: personal data, sealed in the store and masked for all but the officers of the case.
@Suite struct ParticularsTests {
  /// Begins with 99, which no region has; a man born on 1985-03-07.
  private static let number = "99010119850307005X"
  private static let form = [
    ("number", number), ("home", "柳塘镇东街18号"), ("tel", "13900000000"), ("address", "柳塘镇东街18号后门"), ("receiver", "本人"),
    ("phone", "13900000000"), ("confirmed-by", "paper"), ("confirmed-on", "2026-11-19"),
  ]

  @Test func `gender and birth follow from the number, which is masked`() throws {
    var particulars = Particulars()
    particulars.number = Self.number
    try #require(StateCode.isCitizenNumber(Self.number))
    #expect(particulars.birth == CivilDate(1985, 3, 7) && particulars.gender == "男")
    #expect(particulars.maskedNumber == "99****005X")
    particulars.number = "99010119850307005"
    #expect(particulars.birth == nil && particulars.gender == nil)
  }

  @Test(arguments: Store.both) func `officers see all of it, others what is masked, the store nothing`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.post("/cases/\(id)/party", Self.form).status == 303)
      let full = try await officer.get("/cases/\(id)/party").text
      #expect(full.contains(Self.number) && full.contains("柳塘镇东街18号后门") && full.contains("1985年3月7日"))
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let masked = try await head.get("/cases/\(id)/party").text
      #expect(masked.contains("99****005X") && !masked.contains(Self.number) && !masked.contains("13900000000"))
      #expect(!masked.contains("东街18号后门") && !masked.contains("19850307") && !masked.contains("1985年3月7日"))
      let sealed = try await scene.test.database.read { reader in
        try reader.first("SELECT sealed FROM case_party") { try $0.text(0) }
      }
      #expect(sealed?.contains("13900000000") == false)
    }
  }

  @Test(arguments: Store.both) func `a slip of the pen, and whoever is not an officer of the case, are refused`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let wrong = try await officer.post("/cases/\(id)/party", [("number", "990101198503070051")])
      #expect(wrong.status == 422 && wrong.text.contains("最后一位校验不符"))
      let half = try await officer.post("/cases/\(id)/party", [("address", "柳塘镇")])
      #expect(half.status == 422 && half.text.contains("怎样确认的"))
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.post("/cases/\(id)/party", Self.form).status == 403)
      #expect(try await head.post("/cases/\(id)/party/code", []).status == 403)
    }
  }

  @Test(arguments: Store.both) func `the party confirms its address by the code, and the case tells of it`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let code = try await scene.code(of: id)
      let sent = [
        ("code", code.text), ("address", "南圩镇1号"), ("receiver", "本人"), ("phone", "13911111111"),
        ("electronic", "13911111111"),
      ]
      #expect(try await Visitor(scene.test).post("/party/address", sent).status == 201)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let lawCase = try await officer.get("/cases/\(id)").text
      #expect(lawCase.contains("凭码提交") && lawCase.contains("同意") && !lawCase.contains("南圩镇1号"))
      #expect(try await officer.get("/cases/\(id)/party").text.contains("南圩镇1号"))
      let ledger = try await scene.test.database.read { try LedgerReading.history(of: Ref(.lawCase, id), $0) }
      let words = ledger.map { "\($0.actor.title)\($0.sentence)" }
      #expect(words.contains { $0.contains("当事人就案件") } && !words.contains { $0.contains("南圩镇") || $0.contains("1391") })
    }
  }
}
