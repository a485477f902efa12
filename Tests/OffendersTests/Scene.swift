import App
import Foundation
import Kit
import Law
import Matching
import Storage
import TestKit

@testable import Offenders

/// A register of invented persons in an empty house.
struct Scene {
  let test: TestHouse
  let room: Offenders

  init(_ test: TestHouse) {
    self.test = test
    room = Offenders(law: test.house.law, shelf: Scene.shelf)
  }

  /// Read once for all tests of the process: the list of counties is long.
  static let shelf: MatchShelf = {
    guard let content = try? HouseContent.load(TestHouse.contentFolder) else { fatalError("no content") }
    return content.matching
  }()

  static func said(
    _ name: String, number: String = "", phone: String = "", birth: String = "", sex: String = "", home: String = "",
    county: String = "", address: String = "", shop: String = "", aliases: String = "", date: String = "2025-05-01"
  ) -> MatchRecord {
    var said = MatchRecord()
    (said.name, said.idNumber, said.phone, said.birthYear) = (name, number, phone, birth)
    (said.sex, said.homePlace, said.practiceCounty, said.practiceAddress) = (sex, home, county, address)
    (said.institution, said.aliases, said.caseDate) = (shop, aliases, date)
    return said
  }

  static func penalty(_ number: String = "沭卫医罚〔2025〕7号", on day: String = "2025-05-20") -> PenaltyFacts {
    var penalty = PenaltyFacts()
    (penalty.decisionNumber, penalty.authority, penalty.kinds) = (number, "沭阳县卫生健康局", [.fine, .gains])
    (penalty.decidedOn, penalty.servedOn, penalty.violationName) = (CivilDate(iso: day), CivilDate(iso: day), "非医师行医")
    return penalty
  }

  /// Kept in a deed of its own; nil where it was there already.
  @discardableResult
  func keep(_ said: MatchRecord, _ penalty: PenaltyFacts = Scene.penalty(), county: County = Cast.county) async throws
    -> OffenderRecord?
  {
    try await test.database.change(county, by: .system, deed: Deed("test.keep")) { [room] tx in
      let record = try room.keep(NewRecord(.otherCounty, source: "名单", said: said, penalty: penalty), tx)
      if let record { tx.tell(Ref(.offender, record.person), "入库") }
      return record
    }
  }

  func lookUp(_ said: MatchRecord) async throws -> LookUp {
    try await test.database.read { [room] in try room.lookUp(said, $0) }
  }

  func person(_ id: ID<Offender>) async throws -> OffenderFile? {
    try await test.database.read { try Offenders.file(of: id, $0) }
  }
}
