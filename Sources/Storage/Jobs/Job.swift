/// Scheduled work of a room, calling the same deeds as pages do. It runs at start and then every `seconds`; a failure
/// is logged and tried again next time, so a job must be able to run twice.
///
/// Of several processes on one store, one runs a job of the store; each runs the jobs of the process.
package struct Job: Sendable {
  package let name: String
  /// For `qingyuan jobs`: what it is for.
  package let purpose: String
  package let seconds: Int
  package let per: Reach
  package let run: @Sendable (Database) async throws -> Void

  package init(
    _ name: String, purpose: String, seconds: Int, per: Reach = .store,
    run: @escaping @Sendable (Database) async throws -> Void
  ) {
    self.name = name
    self.purpose = purpose
    self.seconds = seconds
    self.per = per
    self.run = run
  }

  /// Whom a job serves: `store`, whoever runs it; `process`, its own folder or its own figures.
  package enum Reach: Sendable { case store, process }

  /// Each process signs for its own folder: every folder is then a copy that can prove a cut tail.
  package static let checkpoints = Job(
    "ledger.checkpoints", purpose: "给台账链头签名，写入检查点文件", seconds: 900, per: .process
  ) { try await $0.writeCheckpoints() }
}
