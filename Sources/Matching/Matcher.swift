import Foundation
import Kit
package import Packs

/// The room (人员比对): who in the register is this person? Records in, candidates with reasons out. Pure: no store, no clock.
///
/// `Reading` (characters, names, numbers, places), `Keys` (how candidates are found), `Comparing` (groups of evidence),
/// `Training` (weights from labelled pairs), `Files` (the CSV format). The method and its figures: `docs/matching.md`.

/// A register in memory that answers who a record may be (比对器).
///
/// Guarantees: a record added is seen by the next question; the score of a pair is the sum of its pieces; a list of keys
/// that was too long to go through is named in the answer. Stays on one thread.
///
///     let matcher = Matcher(try MatchContent.load(source))
///     matcher.index(records)
///     let answer = matcher.candidates(for: record)
package final class Matcher {
  let reader: RecordReader
  let comparer: PairComparer
  let keyMaker: KeyMaker
  package var weights: Weights
  private(set) var census = Census()
  private(set) var traits: [Traits] = []
  private var pool: [NameCode] = []
  private var identities: [String] = []
  private var index = KeyIndex()
  private var scratch = Scratch()
  private var findings = Findings()

  package init(_ content: MatchContent) {
    let names = NameReader(content.names, content.glyphs)
    reader = RecordReader(
      glyphs: content.glyphs, names: names, shops: ShopReader(content.names, content.glyphs), regions: content.regions)
    comparer = PairComparer(names: NameComparer(glyphs: content.glyphs, reader: names), regions: content.regions)
    keyMaker = KeyMaker(glyphs: content.glyphs, names: names)
    weights = content.weights
  }

  package var count: Int { traits.count }
  package var indexSize: (entries: Int, bytes: Int) { index.size }

  /// Replaces the register by these records.
  package func index(_ records: some Sequence<MatchRecord>) {
    (census, traits, pool, identities) = (Census(), [], [], [])
    var (keys, ends) = ([UInt64](), [UInt32]())
    for record in records {
      let read = keep(record)
      keyMaker.keys(of: read, asking: false) { keys.append($1) }
      ends.append(UInt32(keys.count))
    }
    index = KeyIndex(keys: keys, ends: ends)
  }

  /// Adds one record; the next question sees it.
  package func add(_ record: MatchRecord) {
    let read = keep(record)
    let number = UInt32(traits.count - 1)
    keyMaker.keys(of: read, asking: false) { index.add($1, number) }
  }

  private func keep(_ record: MatchRecord) -> ReadRecord {
    var read = reader.read(record)
    read.traits.others = UInt32(pool.count)
    pool.append(contentsOf: read.others.prefix(Int(read.traits.otherCount)))
    traits.append(read.traits)
    identities.append(record.id)
    census.add(read.traits)
    return read
  }

  /// The keys under which a store keeps a record, so that candidates can be looked up there.
  package func keys(of record: MatchRecord) -> [MatchKey] {
    var keys: [MatchKey] = []
    keyMaker.keys(of: reader.read(record), asking: false) { keys.append(MatchKey(family: $0, value: $1)) }
    return keys
  }

  /// The keys under which a record is looked for: also with the years beside.
  package func keys(asking record: MatchRecord) -> [MatchKey] {
    var keys: [MatchKey] = []
    keyMaker.keys(of: reader.read(record), asking: true) { keys.append(MatchKey(family: $0, value: $1)) }
    return keys
  }

  // MARK: Questions

  /// Who it may be, the best first, at most `most`; scores are log-odds that it is this one and nobody else.
  package func candidates(for record: MatchRecord, most: Int = 20) -> MatchAnswer {
    let asked = asked(record)
    let skipped = gather(asked.read)
    var scores: [(score: Float, record: UInt32)] = []
    scores.reserveCapacity(scratch.chosen.count)
    for number in scratch.chosen {
      compare(asked, Int(number))
      scores.append((findings.score(weights.values), number))
    }
    return answer(scores, most, skipped)
  }

  func compare(_ asked: Asked, _ number: Int) {
    traits.withUnsafeBufferPointer { traits in
      let (from, count) = (Int(traits[number].others), Int(traits[number].otherCount))
      comparer.compare(asked, traits[number], pool[from..<from + count], census, &findings)
    }
  }

  func asked(_ record: MatchRecord) -> Asked {
    let read = reader.read(record)
    var names: [(NameCode, Float, Float)] = []
    for name in [read.traits.name] + read.others {
      let bearers = name.count > 1 ? index.count(Mix.of(1, name.key())) : 0
      names.append((name, Float(bearers), census.expected(name)))
    }
    var mix = Mix()
    for place in 0..<Int(read.traits.name.count) { mix.add(UInt64(reader.glyphs.sound(read.traits.name.units[place]))) }
    let phones = read.traits.phones
    return Asked(
      read: read, names: names, soundBearers: names[0].1 * 4,
      isPhoneShared: (isShared(phones.0), isShared(phones.1)))
  }

  static let mostSharing = 4
  private func isShared(_ phone: UInt64) -> Bool {
    phone != 0 && index.count(Mix.of(20, phone)) > Matcher.mostSharing
  }

  /// The records that share keys, those that share the rarest ones first, at most `mostCompared`.
  private func gather(_ read: ReadRecord) -> Set<KeyFamily> {
    var skipped: Set<KeyFamily> = []
    scratch.begin()
    let all = log2(Float(traits.count + 2))
    keyMaker.keys(of: read, asking: true) { scratch.ask($0, $1) }
    // All places are looked up before the first list is read: the memory answers several at once.
    index.find(&scratch.keys)
    for key in scratch.keys where key.count > 0 {
      if key.count > Matcher.longest {
        skipped.insert(key.family)
        continue
      }
      let (lane, gain) = (KeyMaker.lane(key.family), all - log2(Float(key.count + 1)))
      index.each(key.value, key.from, key.count) { scratch.hit($0, lane, gain) }
    }
    scratch.choose(Matcher.mostCompared)
    touch()
    return skipped
  }

  /// Brings the chosen records near before they are compared one by one.
  private func touch() {
    traits.withUnsafeBufferPointer { traits in
      var sum: UInt64 = 0
      for number in scratch.chosen {
        sum &+= UInt64(traits[Int(number)].name.units[0]) &+ UInt64(traits[Int(number)].year)
        sum &+= UInt64(traits[Int(number)].shop.whole)
      }
      scratch.touched = sum
    }
  }

  static let longest = 400
  static let mostCompared = 48

  private func answer(_ scores: [(score: Float, record: UInt32)], _ most: Int, _ skipped: Set<KeyFamily>) -> MatchAnswer
  {
    let ranked = scores.sorted { ($0.score, $1.record) > ($1.score, $0.record) }
    let scored = Candidate.scored(ranked.map(\.score), most)
    let candidates = zip(ranked, scored).map { one, score in
      Candidate(
        number: Int(one.record), id: identities[Int(one.record)], evidence: Double(one.score), score: score)
    }
    return MatchAnswer(candidates: candidates, skipped: skipped.sorted { $0.rawValue < $1.rawValue }, weights: weights)
  }

  /// Pairs for training: what each candidate shows, and the scores.
  func findings(for record: MatchRecord, _ each: (UInt32, Findings) -> Void) {
    let asked = asked(record)
    _ = gather(asked.read)
    for number in scratch.chosen {
      compare(asked, Int(number))
      each(number, findings)
    }
  }

  func identity(_ number: Int) -> String { identities[number] }
}
