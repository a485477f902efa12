import App
import Foundation
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
  var options: House.Options { House.Options(data: data, address: values["--database"]) }

  func number(_ name: String) throws -> Int {
    guard let number = values[name].flatMap({ Int($0) }), number >= 0 else { throw Misuse("\(name) needs a number") }
    return number
  }

  func fault() throws -> Database.Fault {
    let name = values["--fault"] ?? ""
    guard let fault = Database.Fault(rawValue: name) else { throw Misuse("--fault: no fault is called “\(name)”") }
    return fault
  }
}

struct Misuse: Error {
  let text: String
  init(_ text: String) { self.text = text }
}
