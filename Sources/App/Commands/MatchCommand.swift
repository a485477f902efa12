import Foundation
import Kit
import Matching

extension Command {
  private static let matchOptions = ["--register": true, "--queries": true, "--output": true, "--content": true]

  static let match = Command(
    name: "match", summary: "在底册里找同一个人：两张 CSV 表进，候选和分数出",
    usage: """
      qingyuan match --register CSV --queries CSV --output CSV [--explain FILE] [--weights FILE] [--content DIR]
            [--figures]
      """,
    example: "qingyuan match --register 底册.csv --queries 新案.csv --output 结果.csv --explain 理由.txt",
    options: matchOptions.merging(["--explain": true, "--weights": true, "--figures": false]) { first, _ in first }
  ) { arguments in
    let run = try MatchRun(arguments)
    let answers = try run.answer(explaining: arguments.value("--explain") != nil)
    try arguments.write(answers.rows)
    if let path = arguments.value("--explain") { try run.write(answers.reasons, path) }
    note(answers.summary)
    if arguments.has("--figures") { FileHandle.standardError.write(Data((answers.figures + "\n").utf8)) }
  }

  static let matchTrain = Command(
    name: "match train", summary: "用带答案的新案学出比对的权重，写成一份可读的清单",
    usage: """
      qingyuan match train --register CSV --queries CSV --truth CSV --output weights.yaml [--rounds N] [--content DIR]
      """,
    example: "qingyuan match train --register 底册.csv --queries 新案.csv --truth 答案.csv --output weights.yaml",
    options: matchOptions.merging(["--truth": true, "--rounds": true]) { first, _ in first }
  ) { arguments in
    let run = try MatchRun(arguments)
    let weights = try run.train(
      truth: try arguments.needed("--truth", "答案表"), rounds: try arguments.number("--rounds", in: 1...200) ?? 20)
    try arguments.write(weights)
  }
}

extension Arguments {
  fileprivate func needed(_ name: String, _ what: String) throws -> [String] {
    guard let paths = options[name], !paths.isEmpty else { throw UsageError("要用 \(name) 给出\(what)。") }
    return paths
  }
}

/// A register and questions from files.
private struct MatchRun {
  let matcher: Matcher
  private let register: MatchTable
  private let questions: [MatchTable]
  private let indexSeconds: Double

  init(_ arguments: Arguments) throws {
    let registers = try arguments.needed("--register", "底册")
    let queries = try arguments.needed("--queries", "要查的新案")
    let source = try HouseContent.source(arguments.value("--content"))
    var content = try MatchContent.load(source)
    if let path = arguments.value("--weights") { content.weights = try MatchContent.weights(try MatchRun.bytes(path)) }
    guard registers.count == 1 else { throw UsageError("--register 只能给一次。") }
    register = try MatchTable(try MatchRun.bytes(registers[0]), identity: "record_id")
    questions = try queries.map { try MatchTable(try MatchRun.bytes($0), identity: "query_id") }
    let start = MatchRun.processorSeconds()
    matcher = Matcher(content)
    matcher.index(register)
    indexSeconds = MatchRun.processorSeconds() - start
  }

  func answer(explaining: Bool) throws -> (rows: String, reasons: String, summary: String, figures: String) {
    var (rows, reasons, verdicts) = ("query_id,record_id,score\n", "", [Verdict: Int]())
    let kept = explaining ? Array(register) : []
    let start = MatchRun.processorSeconds()
    for record in questions.joined() {
      let answer = matcher.candidates(for: record)
      verdicts[answer.verdict, default: 0] += 1
      for candidate in answer.candidates { rows += answer.row(record.id, candidate) }
      if explaining { reasons += matcher.reasons(record, answer, kept) }
    }
    let seconds = MatchRun.processorSeconds() - start
    let total = verdicts.values.reduce(0, +)
    let parts = [Verdict.same, .possible, .none].map { "\($0.title) \(verdicts[$0] ?? 0) 条" }
    let figures = """
      {"records": \(matcher.count), "queries": \(total), "index_cpu": \(indexSeconds), "queries_cpu": \(seconds)}
      """
    return (rows, reasons, "底册 \(matcher.count) 条，新案 \(total) 条：\(parts.joined(separator: "，"))", figures)
  }

  func train(truth: [String], rounds: Int) throws -> String {
    guard truth.count == questions.count else { throw UsageError("有几张新案表，就要按同样的次序给几张答案表。") }
    var trainer = Trainer()
    for (table, path) in zip(questions, truth) {
      let answers = MatchAnswers(try MatchRun.bytes(path))
      for record in table { trainer.learn(record, person: answers[record.id] ?? "", matcher) }
    }
    let weights = trainer.weights(from: Weights(), rounds: rounds) { round, loss in
      note("第 \(round) 轮　平均损失 \(String(format: "%.5f", loss))")
    }
    note("新案 \(trainer.questions) 条；正确的人不在候选里的 \(trainer.missed) 条")
    return weights.yaml(trained: "底册 \(matcher.count) 条，新案 \(trainer.questions) 条")
  }

  func write(_ text: String, _ path: String) throws {
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw CommandRefusal("写不进文件 \(path)。检查文件夹是否存在、是否可写。")
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
      throw CommandRefusal("读不到文件 \(path)。检查路径和权限。")
    }
    return [UInt8](data)
  }

  private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}

extension MatchAnswer {
  /// A line of the result; the score is a log-odds and is never cut off.
  fileprivate func row(_ query: String, _ candidate: Candidate) -> String {
    "\(query),\(candidate.id),\(candidate.score)\n"
  }
}

extension Matcher {
  /// Who it may be and why, for people: the three best.
  fileprivate func reasons(_ record: MatchRecord, _ answer: MatchAnswer, _ kept: [MatchRecord]) -> String {
    var text = "\(record.id)　\(record.name)　\(answer.verdict.title)\n"
    if !answer.skipped.isEmpty {
      text += "　　同类太多、没有逐条查的线索：\(Set(answer.skipped.map(\.title)).sorted().joined(separator: "；"))\n"
    }
    for candidate in answer.candidates.prefix(3) where candidate.score > -10 {
      let why = explain(record, kept[candidate.number])
      let chance = candidate.probability > 0.999 ? "99.9% 以上" : String(format: "%.1f%%", candidate.probability * 100)
      text += "　　\(candidate.id)　\(kept[candidate.number].name)　可能性 \(chance)\n"
      if let warning = why.warning { text += "　　　　注意：\(warning)\n" }
      for piece in why.pieces { text += "　　　　\(String(format: "%+.2f", piece.amount))　\(piece.sentence)\n" }
      let rivals = candidate.score - why.total
      text += "　　　　\(String(format: "%+.2f", rivals))　竞争：还有其他记录也说得通\n"
      text += "　　　　合计 \(String(format: "%+.2f", candidate.score))\n"
    }
    return text
  }
}
