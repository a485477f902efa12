import App
import Foundation
import Kit
import Offices
import Storage

/// Where a year is loaded: a county with its people and its towns.
struct Ground: Sendable {
  let county: County
  let towns: [(number: Int64, name: String)]

  static let cast = Ground(county: Cast.county, towns: Cast.towns)
}

/// A province of invented counties, each with a year of clues and cases, its own people and its own ledger; and one
/// supervisor who may look at all of them. Made through the same deeds as a county.
struct Province {
  let house: House
  let counties: Int
  let clues: Int
  let cases: Int

  /// Sees every county: `sheng`, with the password of the cast. County 7's head is `head7`, its officers `first7`, `second7`.
  static let supervisor = "sheng"

  /// Goes on where an earlier run was ended: counties that are there stay as they are.
  func run() async throws {
    let start = house.database.world.now().adding(seconds: -360 * 86_400)
    let password = await Password.derive(Cast.password, salt: house.database.world.randomBytes(16))
    if try await !isThere(Cast.county) {
      try await Founding(house: house).found(house.database.world.at(start))
      try await addSupervisor(password, house.database.world.at(start))
    }
    for number in 0..<counties {
      let ground = ground(number)
      if try await isThere(ground.county) { continue }
      try await found(ground, number, password, house.database.world.at(start))
      var filling = try Filling(house, clues: clues, cases: cases, on: ground, batch: 50)
      try await filling.run()
    }
  }

  private func isThere(_ county: County) async throws -> Bool {
    try await house.database.read { try Offices.region(county.number, $0) } != nil
  }

  private func addSupervisor(_ password: String, _ world: World) async throws {
    let roles = house.roles
    try await house.database.change(Cast.county, by: .system, deed: .addRegions, world: world) { tx in
      let agency = try Offices.addAgency("省卫生监督局", tx)
      _ = try Offices.addAccount(
        NewAccount(
          login: Self.supervisor, name: "省督导", post: "省级督导员", agency: agency, region: 10, certificate: nil,
          roles: ["superior"], password: password),
        roles: roles, tx)
    }
  }

  private func ground(_ number: Int) -> Ground {
    let first = Int64(10_000 + number * 10)
    let towns = (1...5).map { (number: first + Int64($0), name: "\(name(number))第\($0)镇") }
    return Ground(county: County(first), towns: towns)
  }

  /// `甲子` to `癸亥` and on: two characters, none twice in a province of 120.
  private func name(_ number: Int) -> String {
    let (stems, branches) = (Array("甲乙丙丁戊己庚辛壬癸".unicodeScalars), Array("子丑寅卯辰巳午未申酉戌亥".unicodeScalars))
    return "\(stems[number % 10])\(branches[number / 10 % 12])"
  }

  private func found(_ ground: Ground, _ number: Int, _ password: String, _ world: World) async throws {
    let (roles, name, county) = (house.roles, name(number), ground.county)
    try await house.database.change(county, by: .system, deed: .addRegions, world: world) { tx in
      let regions =
        [Region(number: county.number, parent: Cast.city, county: county, name: "\(name)县", level: .county, sign: name)]
        + ground.towns.map {
          Region(number: $0.number, parent: county.number, county: county, name: $0.name, level: .town)
        }
      try Offices.addRegions(regions, from: CivilDate(2020, 1, 1) ?? tx.today, tx)
      let agency = try Offices.addAgency("\(name)县卫生监督所", tx)
      for (login, role) in [("head", "head"), ("first", "officer"), ("second", "officer")] {
        _ = try Offices.addAccount(
          NewAccount(
            login: "\(login)\(number)", name: "\(name)\(login)", post: "监督员", agency: agency, region: county.number,
            certificate: Certificate("云卫执 \(number)-\(login)"), roles: [role], password: password),
          roles: roles, tx)
      }
    }
  }
}
