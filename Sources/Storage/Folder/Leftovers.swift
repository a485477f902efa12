internal import Foundation

extension Job {
  /// The jobs that every house has.
  package static let ground = [checkpoints, seat, leftovers]

  /// A request removes its own files when it ends; a process that was killed could not.
  static let leftovers = Job(
    "store.leftovers", purpose: "清掉上传中断留下的、一天没有动过的文件", seconds: 3600, per: .process
  ) { $0.folder.clearIncoming(before: Date(timeIntervalSinceNow: -86_400)) }
}

extension DataFolder {
  /// Removes what nobody has touched in `incoming/` since. What cannot be removed stays for the next time.
  func clearIncoming(before: Date) {
    let key = URLResourceKey.contentModificationDateKey
    let files = (try? FileManager.default.contentsOfDirectory(at: incoming, includingPropertiesForKeys: [key])) ?? []
    for file in files {
      let touched = try? file.resourceValues(forKeys: [key]).contentModificationDate
      if let touched, touched < before { try? FileManager.default.removeItem(at: file) }
    }
  }
}
