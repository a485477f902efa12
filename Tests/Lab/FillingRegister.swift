import App
import Foundation
import Kit
import Matching
import Offenders
import Offices
import Storage

/// Loads the register of offenders with the invented persons of a CSV file (`script/lib/bench/persons.py`), through the door
/// that lists come in by. They are spread over a score of counties, as in a province: counts are kept by county.
struct FillingRegister {
  let house: House
  let offenders: Offenders
  let file: String
  private let began = ContinuousClock.now

  /// Records that share a deed. Keys lie all over the table, so that every deed touches all of it: the fewer, the quicker.
  private static let batch = 50_000
  private static let counties = 20

  init(_ house: House, file: String) throws {
    (self.house, self.file) = (house, file)
    offenders = try Offenders.ofTheLab(house)
  }

  func run() async throws {
    var (batch, done, deeds) = ([NewRecord](), 0, 0)
    for said in try MatchTable(try bytes(of: file), identity: "record_id") {
      batch.append(.invented(said))
      guard batch.count == Self.batch else { continue }
      done += try await keep(batch, County(Int64(10_000 + deeds % Self.counties * 10)))
      deeds += 1
      batch.removeAll(keepingCapacity: true)
      tellProgress(done)
    }
    done += try await keep(batch, County(10_000))
    tellProgress(done)
  }

  private func keep(_ batch: [NewRecord], _ county: County) async throws -> Int {
    guard !batch.isEmpty else { return 0 }
    return try await house.database.change(county, by: .system, deed: Deed("lab.register")) { [offenders] tx in
      let added = try offenders.keepAll(batch, tx).count
      tx.tell(Ref(.region, county.number), "装入违法人员资料 \(added) 条")
      return added
    }
  }

  private func tellProgress(_ done: Int) {
    let seconds = max((ContinuousClock.now - began).components.seconds, 1)
    note("lab: \(done) records in the register, \(Int64(done) / seconds) per second")
  }
}

extension Offenders {
  static func ofTheLab(_ house: House) throws -> Offenders {
    Offenders(law: house.law, shelf: try HouseContent.load(nil).matching)
  }
}

extension NewRecord {
  /// With a penalty as most have one; its source is the identity in the file, so that answers can be told by it.
  static func invented(_ said: MatchRecord) -> NewRecord {
    var (described, penalty) = (said, PenaltyFacts())
    described.id = ""
    penalty.decisionNumber = said.id
    penalty.decidedOn = CivilDate(iso: said.caseDate)
    penalty.servedOn = penalty.decidedOn
    penalty.kinds = [.fine]
    penalty.violationName = "非医师行医"
    return NewRecord(.otherCounty, source: said.id, said: described, penalty: penalty)
  }
}

func bytes(of file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: file))) }
