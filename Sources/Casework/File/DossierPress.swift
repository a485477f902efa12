import Foundation
import Papers
import Web

/// The press of this process (打印机), made when it is first needed: it wants the data folder, which a room learns from a call.
actor DossierPress {
  private var press: PaperPress?

  /// The file of a case as one PDF, kept in a folder of the data folder that backups leave out.
  func pdf(_ file: CaseFilePrint, in data: URL) async throws -> URL { try await press(in: data).pdf(file) }

  func isReady(in data: URL) throws -> Bool { try press(in: data).isReady }

  private func press(in data: URL) throws -> PaperPress {
    if let press { return press }
    let stylesheet = String(decoding: Assets.files["Static/paper.css"] ?? [], as: UTF8.self)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let made = try PaperPress(folder: data.appending(path: "press"), stylesheet: stylesheet, tool: PressTool.find(path))
    press = made
    return made
  }
}
