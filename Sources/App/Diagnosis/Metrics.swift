import Kit
import Storage

/// The counters of the process, in the text format of Prometheus. Names of routes, deeds and refusals; never a person.
enum Metrics {
  static func text(_ database: Database, _ health: Health) -> String {
    let meter = database.meter.reading()
    return [
      requests(meter), durations(meter), events(meter), jobs(meter.jobs),
      gauges(database, health, up: (database.world.now().milliseconds - meter.began.milliseconds) / 1000),
    ].joined()
  }

  private static func requests(_ meter: MeterReading) -> String {
    let lines = meter.requests.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }.map {
      "qingyuan_requests_total{route=\"\($0.key.route)\",status=\"\($0.key.status)xx\"} \($0.value)\n"
    }
    return "# TYPE qingyuan_requests_total counter\n" + lines.joined()
  }

  private static func durations(_ meter: MeterReading) -> String {
    var (sum, lines) = (Int64(0), "# TYPE qingyuan_request_milliseconds histogram\n")
    let bounds = Meter.bounds.map { "\(Int($0))" } + ["+Inf"]
    for (bound, count) in zip(bounds, meter.buckets) {
      sum += count
      lines += "qingyuan_request_milliseconds_bucket{le=\"\(bound)\"} \(sum)\n"
    }
    return lines
      + "qingyuan_request_milliseconds_sum \(meter.milliseconds)\nqingyuan_request_milliseconds_count \(sum)\n"
  }

  private static func events(_ meter: MeterReading) -> String {
    Meter.Kind.allCases.map { kind in
      let mine = meter.events.filter { $0.key.kind == kind }.sorted { $0.key.name < $1.key.name }
      let name = "qingyuan_\(kind.rawValue)s_total"
      return "# TYPE \(name) counter\n" + mine.map { "\(name){name=\"\($0.key.name)\"} \($0.value)\n" }.joined()
    }.joined()
  }

  private static func jobs(_ jobs: [JobState]) -> String {
    "# TYPE qingyuan_job_runs_total counter\n"
      + jobs.map { "qingyuan_job_runs_total{job=\"\($0.name)\"} \($0.runs)\n" }.joined()
      + "# TYPE qingyuan_job_failures_total counter\n"
      + jobs.map { "qingyuan_job_failures_total{job=\"\($0.name)\"} \($0.failures)\n" }.joined()
  }

  private static func gauges(_ database: Database, _ health: Health, up seconds: Int64) -> String {
    var rows: [(String, Int64)] = [("up_seconds", seconds), ("store_bytes", health.storeSize)]
    if let free = database.folder.freeSpace { rows.append(("disk_free_bytes", free)) }
    if let use = database.poolUse {
      rows += [("connections_open", use.open), ("connections_busy", use.busy), ("work_waiting", use.waiting)]
        .map { ($0.0, Int64($0.1)) }
    }
    return rows.map { "# TYPE qingyuan_\($0.0) gauge\nqingyuan_\($0.0) \($0.1)\n" }.joined()
  }
}
