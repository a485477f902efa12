import Intake
import Kit
import Law
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// Terms that stop, run again, are extended and counted again. Dates are counted by hand.
@Suite struct ClockTests {
  private static let kind = "case.decision"
  /// 90 days from 2026-08-24: August 7, September 37, October 68, 2026-11-22 is the 90th, a Sunday.
  private static let filed = "2026-08-24"

  private static func decision(_ day: String, _ paper: String = "清卫医延〔2026〕1号") throws -> DutyDecision {
    DutyDecision(document: paper, decider: "贺远（县卫生监督所）", on: try Scene.day(day))
  }

  @Test(arguments: Store.both) func `a clock stands, runs again, is extended twice`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (law, subject) = (scene.law, Scene.subject(1))
      try await scene.owe(1, term: Self.kind, from: Self.filed)
      #expect(try await scene.dates(1) == "2026-11-23 / 2026-11-22")
      let (stop, go) = (try Scene.day("2026-11-02"), try Scene.day("2026-11-12"))
      try await scene.change {
        try Duties.suspend(subject, kind: Self.kind, from: stop, decision: try Self.decision("2026-11-02"), $0)
      }
      #expect(try await scene.duty(1).suspended == stop)
      try await scene.change { try Duties.resume(subject, kind: Self.kind, on: go, because: "鉴定意见已收到", law: law, $0) }
      // 69 days by 11-01; 11-12 is the 70th, 11-30 the 88th, 12-02 the 90th.
      #expect(try await scene.dates(1) == "2026-12-02 / 2026-12-02")
      try await scene.change {
        try Duties.extend(subject, kind: Self.kind, decision: try Self.decision("2026-11-19"), law: law, $0)
      }
      // 60 days after 12-02: December 29, 2027-01-31 is the 60th, a Sunday.
      #expect(try await scene.dates(1) == "2027-02-01 / 2027-01-31")
      #expect(try await scene.duty(1).provisional, "2027年的放假安排还没有公布")
      try await scene.change {
        try Duties.extend(subject, kind: Self.kind, decision: try Self.decision("2026-11-20", "集体讨论记录"), law: law, $0)
      }
      // 30 days after 01-31: February 28, 03-02.
      #expect(try await scene.dates(1) == "2027-03-02 / 2027-03-02")
      let third = await refusal {
        try await scene.change {
          try Duties.extend(subject, kind: Self.kind, decision: try Self.decision("2026-11-20"), law: law, $0)
        }
      }
      #expect(third == "duties.no-extension-left")
      try await Self.expectHistory(scene)
    }
  }

  private static func expectHistory(_ scene: Scene) async throws {
    let id = try await scene.duty(1).id
    let changes = try await scene.test.database.read { try ClockStore.changes(of: id, $0) }
    #expect(
      changes.map { "\($0.before.iso) \($0.after?.iso ?? "中止")" }
        == ["2026-11-23 中止", "2026-11-23 2026-12-02", "2026-12-02 2027-02-01", "2027-02-01 2027-03-02"])
    let sentences = try await scene.history(1)
    for words in ["自 2026-11-02 起中止计算", "扣除 10 日，鉴定意见已收到", "60日，案情复杂", "30日，案情重大", "集体讨论记录"] {
      #expect(sentences.contains { $0.contains(words) }, "\(words) \(sentences)")
    }
  }

  /// On case 1 (case.decision), 2 (a plain date), 3 (a term that nobody may extend).
  private static let refused: [(code: String, deed: @Sendable (Scene, Transaction) throws -> Void)] = [
    ("duties.none-open", { _, tx in try suspend(9, "2026-11-02", tx) }),
    (
      "duties.no-term",
      { _, tx in
        try Duties.suspend(
          Scene.subject(2), kind: "test.plain", from: tx.today, decision: try decision("2026-11-20"), tx)
      }
    ),
    ("duties.in-future", { _, tx in try suspend(1, "2026-11-21", tx) }),
    ("duties.before-event", { _, tx in try suspend(1, "2026-08-23", tx) }),
    (
      "duties.unnamed-decision",
      { _, tx in
        let nobody = DutyDecision(document: "通知书", decider: " ", on: tx.today)
        try Duties.suspend(Scene.subject(1), kind: kind, from: tx.today, decision: nobody, tx)
      }
    ),
    (
      "duties.already-suspended",
      { _, tx in
        try suspend(1, "2026-11-02", tx)
        try suspend(1, "2026-11-03", tx)
      }
    ),
    ("duties.not-suspended", { scene, tx in try resume(1, "2026-11-03", scene, tx) }),
    (
      "duties.resumed-before-stop",
      { scene, tx in
        try suspend(1, "2026-11-02", tx)
        try resume(1, "2026-11-01", scene, tx)
      }
    ),
    (
      "duties.overlaps",
      { scene, tx in
        try suspend(1, "2026-11-02", tx)
        try resume(1, "2026-11-10", scene, tx)
        try suspend(1, "2026-11-09", tx)
      }
    ),
    (
      "duties.no-extension-left",
      { scene, tx in
        try Duties.extend(Scene.subject(3), kind: "payment", decision: try decision("2026-11-19"), law: scene.law, tx)
      }
    ),
    // The plain end of 4 was 2026-11-08.
    (
      "duties.term-over",
      { scene, tx in
        try Duties.extend(Scene.subject(4), kind: kind, decision: try decision("2026-11-09"), law: scene.law, tx)
      }
    ),
    ("duties.term-over", { _, tx in try suspend(4, "2026-11-09", tx) }),
  ]

  private static func suspend(_ number: Int64, _ day: String, _ tx: Transaction) throws {
    try Duties.suspend(
      Scene.subject(number), kind: kind, from: try Scene.day(day), decision: try decision("2026-11-02"), tx)
  }

  private static func resume(_ number: Int64, _ day: String, _ scene: Scene, _ tx: Transaction) throws {
    try Duties.resume(Scene.subject(number), kind: kind, on: try Scene.day(day), because: "恢复", law: scene.law, tx)
  }

  @Test(arguments: Store.both) func `what the law does not allow is refused and leaves nothing`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, term: Self.kind, from: Self.filed)
      try await scene.owe(2, due: "2026-11-30")
      try await scene.owe(3, term: "payment", from: "2026-11-10")
      try await scene.owe(4, term: Self.kind, from: "2026-08-10")
      for (code, deed) in Self.refused {
        #expect(await refusal { try await scene.change { try deed(scene, $0) } } == code)
      }
      #expect(try await scene.dates(1) == "2026-11-23 / 2026-11-22")
      for table in ["duty_pause", "duty_extension", "duty_change"] as [SQL] {
        #expect(try await scene.count(table) == 0)
      }
    }
  }

  @Test(arguments: Store.both) func `taken up again on the same day, nothing is left out`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, term: Self.kind, from: Self.filed)
      try await scene.change { tx in
        try Self.suspend(1, "2026-11-02", tx)
        try Self.resume(1, "2026-11-02", scene, tx)
      }
      #expect(try await scene.dates(1) == "2026-11-23 / 2026-11-22")
      // The next period may begin on that very day.
      try await scene.change { tx in
        try Self.suspend(1, "2026-11-02", tx)
        try Self.resume(1, "2026-11-05", scene, tx)
      }
      #expect(try await scene.dates(1) == "2026-11-25 / 2026-11-25")
    }
  }

  @Test(arguments: Store.both) func `a paper served later moves the date`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, term: "payment", from: "2026-11-10")
      #expect(try await scene.dates(1) == "2026-11-25 / 2026-11-25")
      let (law, served) = (scene.law, try Scene.day("2026-11-13"))
      try await scene.change {
        try Duties.recount(Scene.subject(1), kind: "payment", from: served, because: "决定书于该日送达", law: law, $0)
      }
      // The 15th day is a Saturday.
      #expect(try await scene.dates(1) == "2026-11-30 / 2026-11-28")
      #expect(try await scene.history(1).contains { $0.contains("改从 2026-11-13 起算（原为 2026-11-10），决定书于该日送达") })
    }
  }

  /// An invented notice for 2027, in which Monday 01-04 is off.
  private static let next = """
    year: 2027
    source: 试验
    confidence: M?
    off: [2027-01-01, 2027-01-02, 2027-01-03, 2027-01-04, 2027-05-01, 2027-05-02, 2027-10-01, 2027-10-02, 2027-10-03]
    work: []

    """

  @Test(arguments: Store.both) func `a calendar year that comes moves the open terms, once`(store: Store) async throws {
    try await Scene.play(store) { scene in
      scene.test.clock.advance(days: 40)
      // 5 working days from Wednesday 12-30: 12-31, 01-04 05 06 07.
      try await scene.owe(1, term: "clue.answer", from: "2026-12-30")
      try await scene.owe(2, due: "2027-01-07")
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let made = try await head.post(
        "/clues/new", [("once", "a"), ("channel", "phone"), ("text", "有人镶牙"), ("place", "柳塘镇")])
      #expect(made.status < 300, "\(made.status)")
      #expect(try await scene.dates(1) == "2027-01-07 / 2027-01-07")
      #expect(try await scene.duty(1).provisional)
      let law = try LawContent.load(try ChangedContent(["calendar/2027.yaml": Self.next]))
      let recount = Recount(law: law, followers: [Intake.follow])
      for _ in 1...2 { try await recount.run(scene.test.database) }
      #expect(try await scene.dates(1) == "2027-01-08 / 2027-01-08")
      #expect(try await scene.duty(1).provisional == false)
      #expect(try await scene.duty(2).due.iso == "2027-01-07", "人定的日期不重新计算")
      // 7 working days: 12-31, 01-05 06 07 08 11 12.
      let clue = try await scene.test.database.read {
        try $0.query("SELECT c.due, d.due FROM clue c JOIN duty d ON d.subject = c.id") {
          (try $0.text(0), try $0.text(1))
        }
      }
      #expect(clue.map(\.0) == ["2027-01-12"] && clue.map(\.1) == ["2027-01-12"])
      #expect(try await scene.count("duty_change") == 2, "第二遍没有要改的")
    }
  }
}

/// A date that a plan or a person set, set anew.
@Suite struct SetDateTests {
  @Test(arguments: Store.both) func `the former date stays beside it, the law's own is refused`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-17")
      try await scene.owe(2, term: "case.decision", from: "2026-11-02")
      try await scene.sweep()
      #expect(try await !scene.told(1).isEmpty)
      let (plain, later) = (Scene.subject(1), try Scene.day("2026-12-30"))
      try await scene.change { tx in
        try Duties.setDate(plain, kind: "test.plain", to: later, basis: "补充通知", because: "延期", tx)
        tx.tell(plain, "延期")
      }
      let duty = try await scene.duty(1)
      #expect(duty.due == later && duty.countedTo == later && duty.basis == "补充通知")
      let moved = try await scene.test.database.read { try ClockStore.changes(of: duty.id, $0) }
      #expect(moved.map(\.before.iso) == ["2026-11-17"] && moved.first?.after == later)
      let owner = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await !owner.get("/today").text.contains("督办：第1件事"), "旧日期的督办不再等人看")
      for (number, kind, refused) in [
        (Int64(2), "case.decision", DutyRefusal.termSet(title: "第2件事")), (3, "test.plain", .noneOpen),
      ] {
        await #expect(throws: refused) {
          try await scene.change { tx in
            try Duties.setDate(Scene.subject(number), kind: kind, to: later, basis: "", because: "", tx)
          }
        }
      }
    }
  }
}
