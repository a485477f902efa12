import Foundation

/// What a store counts besides the records themselves (频次): surnames, characters of given names, counties. Each key stands for
/// one count.
package enum MatchTally {
  enum Kind: UInt64 { case records, givenTotal, family, given, home, site }

  static func key(_ kind: Kind, _ unit: UInt64) -> UInt64 { kind.rawValue << 32 | unit }
  static var records: UInt64 { key(.records, 0) }
  static var givenTotal: UInt64 { key(.givenTotal, 0) }
}

/// What a store must look up for one question.
package struct MatchQuestion: Sendable {
  package let record: MatchRecord
  let read: ReadRecord
  /// Each once.
  package let keys: [MatchKey]
  /// Counts of `MatchTally` that weigh the rarity of what agrees.
  package let tallies: [UInt64]
  /// Of these keys the store counts all records, also above the longest list.
  package let counted: [UInt64]
}

/// A record that a store kept, to be compared. Records of one group are one person and do not speak against each other.
package struct KeptRecord: Sendable {
  package let number: Int64
  package let group: Int64
  package let record: MatchRecord

  package init(number: Int64, group: Int64, record: MatchRecord) {
    (self.number, self.group, self.record) = (number, group, record)
  }
}

/// The comparison for a register that lies in a store (比对台): the same keys, the same weights as `Matcher`, but lists, counts and
/// records come from outside.
///
///     let question = desk.question(record)
///     // the store gives the lists under question.keys and the counts of question.tallies
///     let (chosen, skipped) = desk.choose(question, lists: lists, records: total)
///     let answer = desk.answer(question, kept, counts: counts, tallies: tallies, skipped: skipped)
package struct MatchDesk: Sendable {
  private let reader: RecordReader
  private let comparer: PairComparer
  private let keyMaker: KeyMaker
  package let weights: Weights
  /// See `MatchContent.edition`.
  package let edition: String

  package init(_ content: MatchContent) {
    let names = NameReader(content.names, content.glyphs)
    reader = RecordReader(
      glyphs: content.glyphs, names: names, shops: ShopReader(content.names, content.glyphs), regions: content.regions)
    comparer = PairComparer(names: NameComparer(glyphs: content.glyphs, reader: names), regions: content.regions)
    keyMaker = KeyMaker(glyphs: content.glyphs, names: names)
    (weights, edition) = (content.weights, content.edition)
  }

  /// Longer lists are not gone through, and are named.
  package static let longest = Matcher.longest

  /// The keys under which the store keeps a record, and the counts that the record adds one to.
  package func entry(of record: MatchRecord) -> (keys: [MatchKey], tallies: [UInt64]) {
    let read = reader.read(record)
    return (keys(read, asking: false), tallies(of: read.traits))
  }

  package func question(_ record: MatchRecord) -> MatchQuestion {
    let read = reader.read(record)
    let names = [read.traits.name] + read.others
    var counted = names.filter { $0.count > 1 }.map { Mix.of(1, $0.key()) }
    counted += [read.traits.phones.0, read.traits.phones.1].filter { $0 != 0 }.map { Mix.of(20, $0) }
    var tallies = [MatchTally.records, MatchTally.givenTotal]
    for name in names { tallies += units(of: name) }
    tallies += [MatchTally.key(.home, UInt64(read.traits.home)), MatchTally.key(.site, UInt64(read.traits.site))]
    return MatchQuestion(
      record: record, read: read, keys: keys(read, asking: true), tallies: Array(Set(tallies)), counted: counted)
  }

  private func keys(_ read: ReadRecord, asking: Bool) -> [MatchKey] {
    var (keys, seen) = ([MatchKey](), Set<UInt64>())
    keyMaker.keys(of: read, asking: asking) { family, value in
      if seen.insert(value).inserted { keys.append(MatchKey(family: family, value: value)) }
    }
    return keys
  }

  private func tallies(of traits: Traits) -> [UInt64] {
    let given = Int(traits.name.count) - Int(traits.name.family)
    let total = traits.name.family > 0 ? Array(repeating: MatchTally.givenTotal, count: given) : []
    return [MatchTally.records, MatchTally.key(.home, UInt64(traits.home)), MatchTally.key(.site, UInt64(traits.site))]
      + units(of: traits.name) + total
  }

  private func units(of name: NameCode) -> [UInt64] {
    guard name.family > 0 else { return [] }
    let (family, count) = (Int(name.family), Int(name.count))
    return [MatchTally.key(.family, UInt64(name.units[family - 1]))]
      + (family..<count).map { MatchTally.key(.given, UInt64(name.units[$0])) }
  }

  // MARK: Answers

  /// The records that share the rarest keys, and the families whose list was longer than `longest`: somebody could be missing.
  package func choose(
    _ question: MatchQuestion, lists: [UInt64: [Int64]], records total: Int
  ) -> (records: [Int64], skipped: [KeyFamily]) {
    var (places, records, gains, skipped) = ([Int64: Int](), [Int64](), [SIMD8<Float>](), Set<KeyFamily>())
    let all = log2(Float(total + 2))
    for key in question.keys {
      guard let list = lists[key.value], !list.isEmpty else { continue }
      guard list.count <= MatchDesk.longest else {
        skipped.insert(key.family)
        continue
      }
      let (lane, gain) = (KeyMaker.lane(key.family), all - log2(Float(list.count + 1)))
      for record in list {
        let place = places[record] ?? records.count
        if place == records.count {
          places[record] = place
          records.append(record)
          gains.append(SIMD8<Float>())
        }
        gains[place][lane] = max(gains[place][lane], gain)
      }
    }
    let named = skipped.sorted { $0.rawValue < $1.rawValue }
    guard records.count > Matcher.mostCompared else { return (records, named) }
    var chosen: [Int64] = []
    Scratch.pick(gains, Matcher.mostCompared) { chosen.append(records[$0]) }
    return (chosen, named)
  }

  /// Who it may be, the best first: of each group its best record. `counts` are of `question.counted`, `tallies` of
  /// `question.tallies`.
  package func answer(
    _ question: MatchQuestion, _ kept: [KeptRecord], counts: [UInt64: Int], tallies: [UInt64: Int],
    skipped: [KeyFamily], most: Int = 20
  ) -> MatchAnswer {
    let census = Census(told: tallies)
    let asked = asked(question, counts, census)
    var (findings, scores) = (Findings(), [(score: Float, kept: KeptRecord)]())
    for one in kept {
      let other = reader.read(one.record)
      comparer.compare(asked, other.traits, other.others[...], census, &findings)
      scores.append((findings.score(weights.values), one))
    }
    var groups = Set<Int64>()
    let ranked = scores.sorted { ($0.score, $1.kept.number) > ($1.score, $0.kept.number) }
      .filter { groups.insert($0.kept.group).inserted }
    let candidates = zip(ranked, Candidate.scored(ranked.map(\.score), most)).map { one, score in
      Candidate(
        number: Int(one.kept.number), id: "\(one.kept.group)", evidence: Double(one.score), score: score)
    }
    return MatchAnswer(candidates: candidates, skipped: skipped, weights: weights)
  }

  /// Why, in sentences that sum to the evidence; the same counts as for the answer. The sentences show of each record what
  /// `shown` makes of it: a masked number is compared in full.
  package func explain(
    _ question: MatchQuestion, _ kept: MatchRecord, counts: [UInt64: Int], tallies: [UInt64: Int],
    shown: (MatchRecord) -> MatchRecord = { $0 }
  ) -> MatchExplanation {
    let census = Census(told: tallies)
    return comparer.explain(
      shown(question.record), asked(question, counts, census), shown(kept), reader.read(kept), census, weights)
  }

  private func asked(_ question: MatchQuestion, _ counts: [UInt64: Int], _ census: Census) -> Asked {
    let read = question.read
    let names = ([read.traits.name] + read.others).map { name -> (NameCode, Float, Float) in
      let bearers = name.count > 1 ? counts[Mix.of(1, name.key())] ?? 0 : 0
      return (name, Float(bearers), census.expected(name))
    }
    let shared = [read.traits.phones.0, read.traits.phones.1].map { phone in
      phone != 0 && counts[Mix.of(20, phone)] ?? 0 > Matcher.mostSharing
    }
    return Asked(
      read: read, names: names, soundBearers: names[0].1 * 4, isPhoneShared: (shared[0], shared[1]))
  }

  /// The least score at which the answer is 同一人, and the least at which it is 可能.
  package func verdict(of score: Double) -> Verdict {
    score >= weights.same ? .same : score >= weights.possible ? .possible : .none
  }
}
