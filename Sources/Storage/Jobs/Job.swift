/// Scheduled work of a room, calling the same deeds as pages do. It runs at start and then every `seconds`; a failure
/// is logged and tried again next time, so a job must be able to run twice.
package struct Job: Sendable {
  package let name: String
  /// For `qingyuan jobs`: what it is for.
  package let purpose: String
  package let seconds: Int
  package let run: @Sendable (Database) async throws -> Void

  package init(
    _ name: String, purpose: String, seconds: Int, run: @escaping @Sendable (Database) async throws -> Void
  ) {
    self.name = name
    self.purpose = purpose
    self.seconds = seconds
    self.run = run
  }

  package static let checkpoints = Job("ledger.checkpoints", purpose: "给台账链头签名，写入检查点文件", seconds: 900) {
    try await $0.writeCheckpoints()
  }
}
