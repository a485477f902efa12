import App
import Foundation
import Kit
import Offices
import Registers
import Storage

/// The cast and a small register of invented places, through the deeds that a real county uses.
struct Founding {
  let house: House

  /// Refuses a store where somebody founded already.
  func found(_ world: World) async throws {
    guard try await house.database.read({ try Offices.counties($0) }).isEmpty else { throw Misuse("founded already") }
    try await Cast.found(house.database, roles: house.roles, world: world)
    try await addSites(world)
    try await addInstitutions(world)
  }

  private func addSites(_ world: World) async throws {
    try await house.database.change(Cast.county, by: .system, deed: .addSite, world: world) { tx in
      for town in Cast.towns {
        _ = try Registers.addSite(
          NewSite(name: "\(town.name)集市镶牙摊", address: "\(town.name)集市东头", town: town.number, note: ""), tx)
      }
    }
  }

  private func addInstitutions(_ world: World) async throws {
    let registers = Registers(law: house.law, columns: try HouseContent.load(nil).columns)
    let file = try stagedFile()
    defer { file.remove() }
    let batch = try await registers.stage(file, county: Cast.county, house.database)
    try await house.database.change(Cast.county, by: .system, deed: .importInstitutions, world: world) { tx in
      try Registers.apply(batch, tx)
    }
  }

  private func stagedFile() throws -> StagedFile {
    let rows = Cast.towns.map { town in
      "\(town.name)卫生院,乡镇卫生院,\(town.name),\(town.name)桥头街 1 号,PDY-LAB-\(town.number)"
    }
    let text = (["机构名称,机构类型,所在乡镇（街道）,地址,许可证号"] + rows).joined(separator: "\r\n") + "\r\n"
    let url = house.database.folder.incoming.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: url)
    return StagedFile(
      url: url, name: "底册.csv", type: "application/octet-stream", size: Int64(text.utf8.count),
      sha256: SHA256.hex(of: text))
  }
}
