import App
import Foundation
import Kit
import Storage

/// The laboratory: what the torture and the benchmark need and the product must not have.
///
///     lab serve --data DIR --port PORT [--database URL] [--shift SECONDS]
///               [--fault sync-off|answer-before-commit|local-commit|sweep-marks-first|sweep-forgets]
///     lab found --data DIR [--database URL] [--shift SECONDS]
///     lab owe   --data DIR [--database URL] [--shift SECONDS] --duties N --after N
///     lab fill  --data DIR [--database URL] --clues N --cases N
///     lab fill-province --data DIR [--database URL] --counties N --clues N --cases N
///     lab fill-search --data DIR [--database URL] --items N
///     lab fill-register --data DIR [--database URL] --file CSV
///     lab ask-register --data DIR [--database URL] --file CSV --output CSV
///     lab walk  --data DIR [--database URL] --steps N --seed N [--without CONDITION]
///
/// Exit status 0 done, 1 failed, 2 wrong use.
enum Lab {
  static func run(_ typed: [String]) async -> Int32 {
    do {
      let asked = try Asked(typed)
      switch asked.command {
      case "serve": try await serve(asked)
      case "found": try await found(asked)
      case "owe": try await owe(asked)
      case "fill": try await fill(asked)
      case "fill-province": try await fillProvince(asked)
      case "fill-search": try await fillSearch(asked)
      case "fill-register": try await fillRegister(asked)
      case "ask-register": try await askRegister(asked)
      case "walk": return try await walk(asked) ? 0 : 1
      default: throw Misuse("no command \(asked.command)")
      }
      return 0
    } catch let misuse as Misuse {
      note("lab: \(misuse.text)")
      return 2
    } catch {
      note("lab: \(error)")
      return 1
    }
  }

  /// Serves with a guard switched off, or on a pinned day. Only here: no command of the product can ask for it.
  private static func serve(_ asked: Asked) async throws {
    let lock = try FolderLock(try DataFolder(asked.data))
    let fault = try asked.fault()
    var options = try asked.options()
    options.fault = fault.store
    var house = try await House.open(options)
    if let fault = fault.sweep {
      let sweep = try Sweeping(house, fault).job
      house.jobs = house.jobs.map { $0.name == sweep.name ? sweep : $0 }
    }
    try await house.serve(host: "127.0.0.1", port: try asked.number("--port"))
    withExtendedLifetime(lock) {}
  }

  private static func found(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    try await Founding(house: house).found(house.database.world)
    await house.close()
  }

  private static func owe(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    try await Owing(house: house, after: try asked.number("--after"), count: try asked.number("--duties")).run()
    await house.close()
  }

  private static func fill(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    let start = house.database.world.now().adding(seconds: -360 * 86_400)
    var filling = try Filling(house, clues: asked.number("--clues"), cases: asked.number("--cases"))
    try await Founding(house: house).found(house.database.world.at(start))
    try await filling.run()
    await house.close()
  }

  private static func fillProvince(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    try await Province(
      house: house, counties: asked.number("--counties"), clues: asked.number("--clues"), cases: asked.number("--cases")
    ).run()
    await house.close()
  }

  private static func fillSearch(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    var filling = FillingSearch(house, items: try asked.number("--items"))
    try await filling.run()
    await house.close()
  }

  private static func fillRegister(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    try await FillingRegister(house, file: try asked.needed("--file")).run()
    await house.close()
  }

  private static func askRegister(_ asked: Asked) async throws {
    let house = try await House.open(try asked.options())
    try await AskingRegister(
      house, questions: try asked.needed("--file"), output: try asked.needed("--output")
    ).run()
    await house.close()
  }
}

/// Messages and progress; standard output is the walk's and the figures' alone.
func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
