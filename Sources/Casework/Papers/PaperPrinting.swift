import Foundation
import Kit
import Papers
import Storage
import Synchronization
import Web

/// The press (排印) of this process: made when the first PDF is asked for, in a folder of the data folder that no backup
/// takes, since everything in it can be made again.
final class PaperPrinting: Sendable {
  private let press = Mutex<PaperPress?>(nil)

  func press(in folder: DataFolder) throws -> PaperPress {
    try press.withLock { known in
      if let known { return known }
      let made = try PaperPress(
        folder: folder.url.appending(path: "pressed"),
        stylesheet: String(decoding: Assets.files["Static/paper.css"] ?? [], as: UTF8.self),
        tool: PressTool.find(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"))
      known = made
      return made
    }
  }

  /// PDF of a paper. Refuses, with what to do instead, where no press is installed.
  func pdf(_ document: PaperDocument, checkAddress: String?, in folder: DataFolder) async throws -> [UInt8] {
    let file = try await press(in: folder).pdf(document, checkAddress: checkAddress)
    return Array(try Data(contentsOf: file))
  }
}
