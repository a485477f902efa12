import Kit
import Storage
import Web

struct DiagnosisRoutes {
  let shape: [SchemaChange]

  var routes: [Route] {
    [
      Route.say("/healthz", because: "供监控探测进程是否活着，不看数据库", "正常\n"),
      Route.probe("/readyz", because: "供监控探测能否接待访问，只说好不好") { database in
        let health = try? await database.read { try database.health(expecting: shape, $0) }
        return Readiness.words(Facts.ready(database, health))
      },
      Route.look("/diagnosis", .may(.diagnosisSee)) { call, reader in
        let (database, health) = (call.database, try call.database.health(expecting: shape, reader))
        return .page(
          DiagnosisPages.page(
            facts: Facts.ready(database, health)
              + Facts.running(database, health, try CheckRunStore.lastWalk(reader)),
            jobs: database.meter.reading().jobs, found: try CheckRunStore.counts("1 = 1", reader), today: call.today))
      },
      Route.look("/metrics", .may(.diagnosisSee)) { call, reader in
        let health = try call.database.health(expecting: shape, reader)
        return .text(Metrics.text(call.database, health))
      },
    ]
  }
}
