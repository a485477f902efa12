import Foundation
import Testing

@testable import Matching

/// What must hold for any input.
@Suite struct HonestyTests {
  @Test func addingOneByOneIsTheSameAsAllAtOnce() {
    let records = Ground.persons(3_000, seed: 3)
    let (batch, single) = (Matcher(Ground.content), Matcher(Ground.content))
    batch.index(records)
    single.index(records.prefix(1_000))
    for record in records.dropFirst(1_000) { single.add(record) }
    for asked in Ground.persons(200, seed: 4) + records.suffix(50) {
      let (one, two) = (batch.candidates(for: asked), single.candidates(for: asked))
      #expect(one.candidates.first?.score == two.candidates.first?.score)
      #expect(Set(one.candidates.prefix(3).map(\.score)) == Set(two.candidates.prefix(3).map(\.score)))
    }
  }

  @Test func whatIsAddedIsFoundAtOnce() {
    let matcher = Ground.matcher(others: 2_000)
    for var record in Ground.persons(100, seed: 9) {
      record.id = "new-\(record.id)"
      matcher.add(record)
      #expect(matcher.candidates(for: record).candidates.first?.id == record.id)
    }
  }

  @Test func noNoiseStopsIt() {
    var dice = Dice(11)
    let matcher = Ground.matcher(others: 500)
    let alphabet = Array("王李0123456789X*;·县市省镇村路号 组\u{0}\u{FFFD}\u{20BB7}é😀\"\n,氏诊所无名小老").map(String.init)
    for _ in 0..<10_000 {
      var record = MatchRecord()
      for column in MatchRecord.columns {
        let length = Int.random(in: 0...24, using: &dice)
        record[keyPath: column.field] = (0..<length).map { _ in alphabet.randomElement(using: &dice) ?? "" }.joined()
      }
      if Int.random(in: 0..<4, using: &dice) == 0 { matcher.add(record) }
      let answer = matcher.candidates(for: record)
      #expect(answer.candidates.count <= 20)
      #expect(answer.candidates.allSatisfy { $0.score.isFinite })
    }
  }

  @Test func noBytesStopTheTable() throws {
    var dice = Dice(12)
    for _ in 0..<2_000 {
      let tail = (0..<Int.random(in: 0...200, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let table = try MatchTable(Array("record_id,name,phone\n".utf8) + tail, identity: "record_id")
      var count = 0
      for _ in table { count += 1 }
      #expect(count <= tail.count + 1)
    }
    #expect(throws: MatchRefusal.columns("record_id")) {
      try MatchTable(Array("name\n王伟\n".utf8), identity: "record_id")
    }
  }

  @Test func tablesAreReadAsSpreadsheetsWriteThem() throws {
    let text = "\u{FEFF}record_id,name,phone,note\r\nR1,\"王,\"\"伟\",138,x\r\n\r\nR2,李芳,,\r\n"
    let rows = Array(try MatchTable(Array(text.utf8), identity: "record_id"))
    #expect(rows.map(\.id) == ["R1", "R2"])
    #expect(rows.map(\.name) == ["王,\"伟", "李芳"])
    #expect(rows.map(\.phone) == ["138", ""])
  }

  /// Sabotage: without a group of evidence the judgements fall.
  @Test(arguments: ["name.", "id.", "home.", "place.", "phone.", "with."]) func everyGroupCounts(_ start: String) {
    let matcher = Ground.matcher(Pair.persons)
    let before = Pair.all.map { matcher.explain($0.asked, $0.kept).total }
    for (term, slug) in Term.slugs.enumerated() where slug.hasPrefix(start) { matcher.weights.values[term] = 0 }
    let after = Pair.all.map { matcher.explain($0.asked, $0.kept).total }
    #expect(zip(before, after).count { abs($0 - $1) > 0.3 } > 20)
  }

  @Test func everyTermHasItsOwnName() {
    #expect(Term.slugs.count == Term.count)
    #expect(Set(Term.slugs).count == Term.count)
    #expect(NameRelation.roughNames.count == Term.nameKinds)
    #expect(Term.persons.count == Term.personKinds)
    #expect(Term.sites.count == Term.siteKinds)
  }

  /// The list that training writes is the list that is read.
  @Test func weightsComeBackAsTheyWereWritten() throws {
    let matcher = Ground.matcher(others: 300)
    var trainer = Trainer()
    for record in Ground.persons(300).prefix(200) { trainer.learn(record, person: record.id, matcher) }
    for record in Ground.persons(200, seed: 77) { trainer.learn(record, person: "", matcher) }
    let learned = trainer.weights(from: Weights(), rounds: 5)
    let again = try MatchContent.weights(Array(learned.yaml(trained: "试验").utf8))
    #expect(zip(learned.values, again.values).allSatisfy { abs($0 - $1) < 0.001 })
    // Half of the questions were about persons of the register.
    #expect(abs(again.prevalence - 0.5) < 0.001)
    matcher.weights = again
    #expect(matcher.candidates(for: Ground.persons(300)[5]).candidates.first?.id == "R5")
    #expect(matcher.candidates(for: Ground.persons(300)[5]).candidates[0].score > 0)
  }
}
