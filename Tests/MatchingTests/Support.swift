import Foundation
import Kit
import Packs
import Testing

@testable import Matching

/// Chance that is the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed << 32 }

  mutating func next() -> UInt64 {
    var mix = Mix()
    mix.add(state)
    state &+= 1
    return mix.value
  }
}

enum Ground {
  static let content: MatchContent = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Content").path
    do { return try MatchContent.load(try FolderContent(folder)) } catch { fatalError("\(error)") }
  }()

  /// Invented persons whose names have a long tail; the same every time.
  static func persons(_ count: Int, seed: UInt64 = 1) -> [MatchRecord] {
    var dice = Dice(seed)
    let surnames = Array("王王王王李李李李张张张刘刘刘陈陈杨杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾樊麴")
    let given = Array("伟伟军军强国建华文平志勇斌杰春林海金永涛辉峰秀秀英英芳丽红霞玲敏兰梅艳娟燕玉珍静超鹏德新明亮")
    let counties = Array(content.regions.byCode.keys.sorted().filter { $0 / 10_000 == 32 || $0 / 10_000 == 34 })
    return (0..<count).map { number in
      var record = MatchRecord()
      record.id = "R\(number)"
      let isShort = Int.random(in: 0..<5, using: &dice) == 0
      record.name =
        String(surnames.randomElement(using: &dice) ?? "王") + String(given.randomElement(using: &dice) ?? "伟")
      if !isShort { record.name += String(given.randomElement(using: &dice) ?? "伟") }
      record.sex = Bool.random(using: &dice) ? "男" : "女"
      let year = Int.random(in: 1945...1998, using: &dice)
      record.birthYear = String(year)
      let (home, site) = (counties.randomElement(using: &dice) ?? 0, counties.randomElement(using: &dice) ?? 0)
      let day = String(format: "%02d%02d", Int.random(in: 1...12, using: &dice), Int.random(in: 1...28, using: &dice))
      if Int.random(in: 0..<4, using: &dice) > 0 {
        record.idNumber = "\(home)\(year)\(day)\(Int.random(in: 1000...9999, using: &dice))"
      }
      record.phone = "13\(Int.random(in: 100_000_000...999_999_999, using: &dice))"
      record.practiceCounty = String(site)
      record.practiceAddress = "人民路\(Int.random(in: 1...600, using: &dice))号"
      return record
    }
  }

  /// With the shipped weights and twenty thousand others, so that common names are common.
  static func matcher(_ more: [MatchRecord] = [], others: Int = 20_000) -> Matcher {
    let matcher = Matcher(content)
    matcher.index(persons(others) + more)
    return matcher
  }
}

/// A line of `Pairs.txt`.
struct Pair: CustomTestStringConvertible {
  let number: Int
  let line: String
  let judgement: String
  let asked: MatchRecord
  let kept: MatchRecord
  let words: String
  var testDescription: String { "\(number) \(line)" }

  static let all: [Pair] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var (persons, pairs) = ([Substring: MatchRecord](), [Pair]())
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("@"), let blank = line.firstIndex(of: " ") {
        persons[line[line.index(after: line.startIndex)..<blank]] = record(line[blank...], MatchRecord())
      }
      guard let arrow = line.range(of: " => "), !line.hasPrefix("#") else { continue }
      let parts = line[..<arrow.lowerBound].split(separator: " ", maxSplits: 2)
      guard parts.count > 1, let kept = persons[parts[1]] else { continue }
      let asked = record(parts.count > 2 ? parts[2] : "", kept)
      pairs.append(
        Pair(
          number: number + 1, line: String(line), judgement: String(parts[0]), asked: asked, kept: kept,
          words: String(line[arrow.upperBound...])))
    }
    return pairs
  }()

  /// The persons of the table, each once.
  static let persons: [MatchRecord] = {
    var seen: Set<String> = []
    return all.map(\.kept).filter { seen.insert($0.name).inserted }
  }()

  private static let fields: [Substring: MatchRecord.Field] = [
    "n": \MatchRecord.name, "al": \MatchRecord.aliases, "fo": \MatchRecord.formerNames, "s": \MatchRecord.sex,
    "y": \MatchRecord.birthYear, "id": \MatchRecord.idNumber, "e": \MatchRecord.ethnicity, "p": \MatchRecord.phone,
    "h": \MatchRecord.homePlace, "c": \MatchRecord.practiceCounty, "a": \MatchRecord.practiceAddress,
    "i": \MatchRecord.institution,
  ]

  private static func record(_ text: Substring, _ base: MatchRecord) -> MatchRecord {
    var (record, last) = (base, Substring(""))
    for part in text.split(separator: " ") {
      guard let equal = part.firstIndex(of: "="), let field = fields[part[..<equal]] else {
        // A blank within a value.
        if let field = fields[last] { record[keyPath: field] += " " + part }
        continue
      }
      last = part[..<equal]
      record[keyPath: field] = String(part[part.index(after: equal)...])
    }
    return record
  }
}
