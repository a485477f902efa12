import App
import Foundation
import Kit
import Storage

/// The command line: one command, then pairs of `--name value`.
struct Asked {
  let command: String
  private let values: [String: String]

  init(_ typed: [String]) throws {
    guard let command = typed.first else { throw Misuse("serve, found or fill?") }
    self.command = command
    var values: [String: String] = [:]
    var rest = typed.dropFirst()
    while let name = rest.popFirst() {
      guard name.hasPrefix("--"), let value = rest.popFirst() else { throw Misuse("\(name) needs a value") }
      values[name] = value
    }
    self.values = values
  }

  var data: URL { URL(filePath: values["--data"] ?? "./data") }
  var address: String? { values["--database"] }

  /// `--shift SECONDS` lets the clock run by so much before or after the true one: on a pinned day, and never back.
  func options() throws -> House.Options {
    var options = House.Options(data: data, address: address)
    options.reports = values["--reports"].flatMap { Int($0) }
    if let shift = values["--shift"].flatMap({ Int64($0) }) {
      let live = World.live(node: try DataFolder(data).node)
      options.world = World(
        now: { Instant.system.adding(seconds: shift) }, randomBytes: live.randomBytes, node: try DataFolder(data).node)
    }
    return options
  }

  func word(_ name: String) -> String? { values[name] }

  func needed(_ name: String) throws -> String {
    guard let word = values[name] else { throw Misuse("\(name) is missing") }
    return word
  }

  func number(_ name: String) throws -> Int {
    guard let number = values[name].flatMap({ Int($0) }), number >= 0 else { throw Misuse("\(name) needs a number") }
    return number
  }

  /// A guard of the store, or of the sweep; none where none is asked for.
  func fault() throws -> (store: Database.Fault?, sweep: SweepFault?) {
    guard let name = values["--fault"] else { return (nil, nil) }
    let fault = (store: Database.Fault(rawValue: name), sweep: SweepFault(rawValue: name))
    if fault.store == nil, fault.sweep == nil { throw Misuse("--fault: no fault is called “\(name)”") }
    return fault
  }
}

struct Misuse: Error {
  let text: String
  init(_ text: String) { self.text = text }
}
