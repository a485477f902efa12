import Kit
import Storage
import Web

extension Permission { static let diagnosisSee = Permission("diagnosis.see") }

/// How the running system is (运行诊断): for the system administrator, who sees no business, and for monitors.
///
/// - `Facts`: one fact each, with what to do where it is not well. `DiagnosisPages` shows them, `/readyz` sums them up.
/// - `Metrics`: the counters of the process in the text that Prometheus reads.
struct Diagnosis: Room {
  /// Every schema change of every room: what the store must have.
  let shape: [SchemaChange]

  static let version = "0.1.0"

  var routes: [Route] { DiagnosisRoutes(shape: shape).routes }

  var jobs: [Job] {
    [
      Job("diagnosis.sync", purpose: "问数据库：是否落盘后才应答", seconds: 600, per: .process) { database in
        database.meter.note(answersAfterSync: try await database.answersAfterSync())
      }
    ]
  }

  var navigation: [NavigationItem] {
    [NavigationItem(96, sign: "诊", title: "运行诊断", link: "/diagnosis", permission: .diagnosisSee)]
  }
}
