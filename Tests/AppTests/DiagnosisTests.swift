import App
import Foundation
import Kit
import Storage
import Synchronization
import TestKit
import Testing
import Web

/// Health, diagnosis, counters and the log of requests.
@Suite struct DiagnosisTests {
  @Test(arguments: Store.both) func `monitors are told whether people may be sent here`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let monitor = Visitor(test)
      #expect(try await monitor.get("/healthz").text == "正常\n")
      let ready = try await monitor.get("/readyz")
      #expect(ready.status == 200 && ready.text.contains("好　数据库\n") && !ready.text.contains("不好"))
      try FileManager.default.removeItem(at: test.dataFolder.appending(path: "incoming"))
      let shut = try await monitor.get("/readyz")
      #expect(shut.status == 503 && shut.text.contains("不好　数据文件夹\n") && shut.text.contains("好　数据库\n"))
    }
  }

  @Test(arguments: Store.both) func `a silent store is said, not shown as a page`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (words, status) = Readiness.words(Facts.ready(test.database, nil))
      #expect(status == 503 && words.contains("不好　数据库\n") && words.contains("不好　数据结构\n"))
      let newer = [SchemaChange("newer-1") { _ in [] }]
      let health = try await test.database.read { try test.database.health(expecting: newer, $0) }
      #expect(health.missingShape == ["newer-1"] && Facts.shape(health).state == .bad)
    }
  }

  @Test(arguments: Store.both) func `the administrator reads how the system is, and no business`(store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      for job in test.house.jobs where job.name == "diagnosis.sync" { try await job.run(test.database) }
      let admin = try await Visitor.signedIn(test, "xiaok")
      let page = try await admin.get("/diagnosis").text
      for words in [
        "启动时间", store == .sqlite ? "SQLite" : "PostgreSQL", "磁盘空间", "数据库连接", "是（向数据库问得）", "最近一次", "Asia/Shanghai",
        "台账核对",
      ] { #expect(page.contains(words), "\(words)") }
      for words in ["清举〔", "清卫医", "周予宁", "诊所"] { #expect(!page.contains(words), "\(words)") }
    }
  }

  @Test func `space, jobs, clock and ledger turn red`() throws {
    #expect(Facts.space(Facts.leastSpace - 1).state == .bad && Facts.space(Facts.narrowSpace).state == .well)
    #expect(Facts.durability(false).state == .bad && Facts.durability(true).next == nil)
    let now = Instant.system
    #expect(Facts.ledger(LedgerWalkOutcome(at: now, entries: 9, faults: 1, first: "第 3 条"), now: now).state == .bad)
    let meter = Meter(began: now)
    meter.jobBegins(.checkpoints, at: now)
    let job = try #require(meter.reading().jobs.first)
    #expect(!job.isStuck(at: now.adding(seconds: 60)) && job.isStuck(at: now.adding(seconds: 4000)))
    meter.jobEnded(.checkpoints, at: now.adding(seconds: 1), error: nil)
    #expect(meter.reading().jobs.first?.isStuck(at: now.adding(seconds: 9000)) == false)
  }

  @Test(arguments: Store.both) func `counters count routes, deeds and refusals`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      _ = try await head.get("/clues")
      _ = try await head.get("/diagnosis")
      _ = try await head.get("/nowhere/%E5%91%A8%E4%BA%88%E5%AE%81")
      let admin = try await Visitor.signedIn(test, "xiaok")
      let text = try await admin.get("/metrics").text
      for line in [
        "qingyuan_requests_total{route=\"GET /clues\",status=\"2xx\"} 1\n",
        "qingyuan_requests_total{route=\"GET /diagnosis\",status=\"4xx\"} 1\n",
        "qingyuan_requests_total{route=\"GET -\",status=\"4xx\"} 1\n",
        "qingyuan_refusals_total{name=\"access.no-right\"} 1\n", "qingyuan_deeds_total{name=\"offices.sign-in\"} 2\n",
      ] { #expect(text.contains(line), "\(line)\n\(text)") }
      #expect(!text.contains("heyuan") && !text.contains("%E5"))
    }
  }

  @Test(arguments: Store.both) func `the log of a walk names nobody`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let kept = Mutex<[String]>([])
      let site = test.house.site
      let logged = Site(
        database: test.database, routes: site.routes, gate: site.gate, chrome: site.chrome,
        journal: Journal { line in kept.withLock { $0.append(line) } })
      let secrets = try await walk(Visitor(logged), test)
      let lines = kept.withLock { $0 }
      #expect(lines.count >= 9)
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["route"] is String && object?["method"] is String, "\(line)")
        for secret in secrets { #expect(!line.contains(secret), "\(secret)：\(line)") }
      }
      #expect(lines.contains { $0.contains("\"route\":\"/clues/:id\"") && $0.contains("\"status\":200") })
      #expect(lines.contains { $0.contains("\"route\":\"-\"") && $0.contains("\"status\":404") })
    }
  }

  /// Signs in, searches for a name, opens a clue, reports, reads by code; answers what the log must not hold.
  private func walk(_ visitor: Visitor, _ test: TestHouse) async throws -> [String] {
    let form = OfferedForm(try await visitor.get("/report?county=110"))
    let fields = [("once", form.value("once")), ("county", "110"), ("text", "邻居王某拔牙"), ("place", "后巷3号")]
    let receipt = try await visitor.post("/report", fields).text
    let code =
      receipt.firstRange(of: "<output class=\"code\">").map { String(receipt[$0.upperBound...].prefix(14)) } ?? ""
    #expect(code.count == 14)
    _ = try await visitor.post("/progress", [("code", code)])
    try await visitor.signIn("zhouyn")
    _ = try await visitor.get("/search?q=%E5%91%A8%E4%BA%88%E5%AE%81")
    let clue = try #require(try await visitor.get("/clues").id(afterLast: "href=\"/clues/"))
    _ = try await visitor.get("/clues/\(clue)")
    _ = try await visitor.get("/zhouyn/%E5%91%A8%E4%BA%88%E5%AE%81")
    _ = try await visitor.get("/today")
    let names = Cast.members.flatMap { [$0.name, $0.login] }
    return names + [code, clue, "%E5", "王某", "后巷", Cast.password]
  }
}
