import Hummingbird
import Kit
import Logging
import NIOCore
import ServiceLifecycle
package import Storage
import UnixSignals

extension Site {
  /// Serves until the process is told to stop (SIGTERM, SIGINT), then finishes what is under way.
  ///
  /// Refuses a taken port. `ready` runs once the socket listens.
  package func serve(
    host: String, port: Int, jobs: [Job], ready: @escaping @Sendable () async -> Void
  ) async throws {
    var quiet = Logger(label: "server")
    quiet.logLevel = .error
    let app = Application(
      responder: self,
      server: .http1(configuration: .init(idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), backlog: 1024),
      services: [JobRunner(database: database, jobs: jobs, journal: journal)],
      onServerRunning: { _ in await ready() }, logger: quiet)
    do {
      try await app.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    } catch let error as IOError {
      throw ServeRefusal(host: host, port: port, number: error.errnoCode)
    }
  }
}

struct ServeRefusal: Refusal {
  let host: String
  let port: Int
  let number: Int32

  var code: String { "serve.address" }
  var sentence: String {
    number == 98
      ? "端口 \(port) 已被别的程序占用。" : "不能在 \(host) 的端口 \(port) 上提供服务（系统错误 \(number)）。"
  }
  var next: String? { "换一个端口，例如 --port \(port + 1)。" }
  var status: RefusalStatus { .unavailable }
}

/// Runs scheduled work beside the server. One job's failure never stops another's, and is tried again next time.
///
/// A job of the store is asked for more often than it is due, so that it does not wait long for the death of another
/// process that was to run it.
struct JobRunner: Service {
  let database: Database
  let jobs: [Job]
  let journal: Journal?
  private let log = Logger(label: "jobs")

  init(database: Database, jobs: [Job], journal: Journal?) {
    self.database = database
    self.jobs = jobs
    self.journal = journal
  }

  func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      for job in jobs { group.addTask { await repeating(job) } }
    }
  }

  private func repeating(_ job: Job) async {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await once(job)
        try? await Task.sleep(for: .seconds(job.per == .store ? min(job.seconds, 30) : job.seconds))
      }
    }
  }

  private func once(_ job: Job) async {
    let (meter, world) = (database.meter, database.world)
    do {
      guard let turn = try await database.turn(at: job) else { return }
      meter.jobBegins(job, at: world.now())
      try await turn.run()
      meter.jobEnded(job, at: world.now(), error: nil)
    } catch {
      meter.jobEnded(job, at: world.now(), error: Journal.kind(of: error))
      journal?.job(job.name, failed: error, at: world.now())
      log.error("job \(job.name): \(error)")
    }
  }
}
