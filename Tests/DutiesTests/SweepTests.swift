import App
import Kit
import Law
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// Who is told what, once.
@Suite struct SweepTests {
  /// On Friday 2026-11-20: since 11-17 three working days have passed, since 11-13 five.
  @Test(arguments: Store.both) func `late duties go up step by step, past those who cannot press themselves`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, by: "zhouyn", due: "2026-11-17")
      try await scene.owe(2, by: "zhouyn", due: "2026-11-13")
      try await scene.owe(3, by: "heyuan", due: "2026-11-17")
      try await scene.owe(4, by: "luohui", due: "2026-11-17")
      try await scene.owe(5, by: "fangl", due: "2026-11-17")
      try await scene.owe(6, by: "dongl", due: "2026-11-17", in: Cast.otherCounty)
      try await scene.owe(7, by: "zhouyn", due: "2026-11-24")
      try await scene.owe(8, by: "zhouyn", due: "2026-12-24")
      try await scene.sweep()
      let above = "fangl mengzh"
      #expect(try await scene.told(1) == ["late-owner: zhouyn", "late-agency: heyuan"])
      #expect(try await scene.told(2) == ["late-owner: zhouyn", "late-agency: heyuan", "late-superior: \(above)"])
      #expect(try await scene.told(3) == ["late-owner: heyuan", "late-agency: \(above)"], "负责人自己逾期的，报上级")
      #expect(try await scene.told(4) == ["late-owner: luohui", "late-agency: \(above)"], "本单位没有负责人的，报上级")
      #expect(try await scene.told(5) == ["late-owner: fangl", "late-agency: mengzh"])
      #expect(try await scene.told(6) == ["late-owner: dongl", "late-agency: mengzh"], "另一个县由市里督办")
      #expect(try await scene.told(7) == ["warn-3: zhouyn"])
      #expect(try await scene.told(8) == [])
      let sentence = "督办并报本单位负责人，逾期 3 个工作日：第1件事，通知贺远（县卫生监督所）"
      #expect(try await scene.history(1).last == sentence)
    }
  }

  @Test(arguments: Store.both) func `each step is told once, however often and by however many`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      for number in 1...45 {
        try await scene.owe(Int64(number), due: number.isMultiple(of: 2) ? "2026-11-13" : "2026-11-23")
      }
      async let one: Void = scene.sweep()
      async let two: Void = scene.sweep()
      _ = try await (one, two)
      try await scene.sweep()
      #expect(try await scene.count("duty_notice") == 22 * 3 + 23)
      scene.test.clock.advance(days: 4)
      try await scene.sweep()
      // Tuesday: one working day late; the even ones had all their steps.
      #expect(try await scene.told(1) == ["warn-1: zhouyn", "late-owner: zhouyn"])
      #expect(try await scene.count("duty_notice") == 22 * 3 + 23 * 2)
    }
  }

  @Test(arguments: Store.both) func `the store itself refuses a second telling`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-19")
      try await scene.sweep()
      let duty = try await scene.duty(1)
      let again = await refusal {
        try await scene.change { tx in
          try NoticeStore.insert(Notice(id: tx.world.newID(), duty: duty, step: .late(.owner), days: 1), tx)
        }
      }
      #expect(again == StoreRefusal.duplicate("").code)
    }
  }

  @Test(arguments: Store.both) func `a clock that stands is left in peace, a new date has new steps`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let (kind, subject, law) = ("case.decision", Scene.subject(1), scene.law)
      // The 90th day is 2026-11-22.
      try await scene.owe(1, term: kind, from: "2026-08-24")
      try await scene.sweep()
      #expect(try await scene.told(1) == ["warn-1: zhouyn"], "到最后一日只剩今天，没有工作日了")
      let decision = DutyDecision(document: "委托鉴定书", decider: "贺远（县卫生监督所）", on: try Scene.day("2026-11-20"))
      let stop = try Scene.day("2026-11-20")
      try await scene.change { try Duties.suspend(subject, kind: kind, from: stop, decision: decision, $0) }
      scene.test.clock.advance(days: 20)
      try await scene.sweep()
      #expect(try await scene.told(1) == ["warn-1: zhouyn"], "中止期间不提醒、不督办")
      // From 12-10 the three days that were left: 12-12, a Saturday.
      let go = try Scene.day("2026-12-10")
      try await scene.change { try Duties.resume(subject, kind: kind, on: go, because: "收到意见", law: law, $0) }
      #expect(try await scene.dates(1) == "2026-12-14 / 2026-12-12")
      try await scene.sweep()
      #expect(try await scene.told(1) == ["warn-1: zhouyn", "warn-1: zhouyn"])
      try await scene.change { tx in
        try Duties.settle(subject, kind: kind, outcome: "已决定", tx)
        tx.tell(subject, "办结")
      }
      scene.test.clock.advance(days: 20)
      try await scene.sweep()
      #expect(try await scene.told(1).count == 2, "办结的不督办")
    }
  }

  @Test(arguments: Store.both) func `whoever takes a duty over reads what its owner was told`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-17")
      try await scene.sweep()
      let heir = try await scene.test.account("qinsa").id
      try await scene.change { tx in
        try Duties.handOver(Scene.subject(1), kind: nil, to: heir, tx)
        tx.tell(Scene.subject(1), "改派")
      }
      #expect(try await scene.told(1) == ["late-owner: zhouyn qinsa", "late-agency: heyuan"])
      let (old, new) = (
        try await Visitor.signedIn(scene.test, "zhouyn"), try await Visitor.signedIn(scene.test, "qinsa")
      )
      #expect(try await !old.get("/today").text.contains("第1件事"))
      #expect(try await new.get("/today").text.contains("督办：第1件事"))
    }
  }
}
