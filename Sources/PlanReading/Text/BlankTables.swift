internal import Kit

/// A table whose cells are parted by single blanks: 序号 任务 责任单位 时限⏎1 清理占道 镇城管办 5月底⏎2 …, also run together in
/// one line, or with a cell that goes on in the next line.
///
/// Rows begin with 1, 2, 3 alone; what stands between is laid under the heads by what it looks like: a body under
/// 责任单位, a date under 完成时限.
enum BlankTables {
  typealias Scalars = [(Unicode.Scalar, Int)]

  /// The lines of the text, those of such tables as rows whose cells are kept apart by bars.
  static func lines(_ raw: [Scalars], bars: [Set<Int>]) -> [PhysicalLine] {
    var lines: [PhysicalLine] = []
    var index = 0
    while index < raw.count {
      if bars[index].isEmpty, let table = read(raw, index) {
        lines += table.lines
        index = table.end
      } else {
        if let line = PhysicalLine(raw[index], bars: bars[index]) { lines.append(line) }
        index += 1
      }
    }
    return lines
  }

  private struct Word {
    var scalars: Scalars
    /// Folded, for looking at.
    var plain: [Unicode.Scalar]
    var isLineStart: Bool
  }

  private static func read(_ raw: [Scalars], _ start: Int) -> (lines: [PhysicalLine], end: Int)? {
    guard raw[start].contains(where: { $0.0.isBlank }) else { return nil }
    let first = words(raw[start])
    if let plain = unnumbered(raw, start, first) { return plain }
    guard let open = first.prefix(12).firstIndex(where: { numberHeads.isWord($0.plain, $0.plain.indices) }) else {
      return nil
    }
    let heads = first[open...].prefix(10).prefix { isHead($0.plain) }
    guard (3...9).contains(heads.count) else { return nil }
    let columns = heads.map { Table.column($0.plain) }
    guard columns.contains(.task) || columns.contains(.object), columns.contains(.lead) || columns.contains(.limit)
    else { return nil }
    var body = Array(first[heads.endIndex...])
    var ends = [(body.count, start + 1)]
    for index in raw.indices.dropFirst(start + 1).prefix(80) {
      let words = words(raw[index])
      if words.first.map({ closes($0) }) ?? true { break }
      body += words
      ends.append((body.count, index + 1))
    }
    let found = rows(body, columns)
    guard let last = found.end else { return nil }
    guard let end = ends.first(where: { $0.0 >= last }) else { return nil }
    let before = PhysicalLine(first[..<open].flatMap(\.scalars), bars: [])
    let rest = PhysicalLine(body[last..<end.0].flatMap(\.scalars), bars: [])
    let rows = found.rows.map { PhysicalLine(cells: $0.map { PhysicalLine($0, bars: []) ?? PhysicalLine() }) }
    let head = PhysicalLine(cells: heads.compactMap { PhysicalLine($0.scalars, bars: []) })
    return ([before].compactMap(\.self) + [head] + rows + [rest].compactMap(\.self), end.1)
  }

  /// 工作任务 责任科室 完成时间⏎清理台账 质控科 3月底⏎…: heads that are all known, and a row a line.
  private static func unnumbered(_ raw: [Scalars], _ start: Int, _ heads: [Word]) -> (lines: [PhysicalLine], end: Int)?
  {
    guard (3...8).contains(heads.count), heads.allSatisfy({ Table.isHead($0.plain) }) else { return nil }
    let columns = heads.map { Table.column($0.plain) }
    guard columns.first != .number, columns.contains(.task), columns.contains(.lead) || columns.contains(.limit) else {
      return nil
    }
    let rows = raw[(start + 1)...].prefix(60).map { words($0) }.prefix {
      (columns.count - 1...columns.count + 2).contains($0.count)
    }
    guard rows.count >= 2, rows.allSatisfy({ $0.count >= 3 }) else { return nil }
    let cells = [heads.map(\.scalars)] + rows.map { laid($0, columns) }
    return (
      cells.map { PhysicalLine(cells: $0.map { PhysicalLine($0, bars: []) ?? PhysicalLine() }) }, start + 1 + rows.count
    )
  }

  private static func isHead(_ word: [Unicode.Scalar]) -> Bool {
    (2...9).contains(word.count) && word.allSatisfy { $0.isHan || "()、/".unicodeScalars.contains($0) }
  }

  private static let numberHeads = Lexicon("序号 编号")
  private static let notes = Lexicon("注: 说明: 备注: 附: 附件 填表 联系人")

  /// What no longer belongs to the table.
  private static func closes(_ word: Word) -> Bool {
    notes.matches(word.plain, 0) || Marker.read(word.plain, 0).map { $0.level <= .section } ?? false
      || "—-".unicodeScalars.contains(word.plain[0])
  }

  private static func words(_ line: Scalars) -> [Word] {
    line.split { $0.0.isBlank }.enumerated().map { index, part in
      Word(
        scalars: Array(part), plain: part.map { Fold.narrow(Fold.simplified($0.0, traditional: true)) },
        isLineStart: index == 0)
    }
  }

  /// The rows' cells, and how many words they take.
  private static func rows(_ body: [Word], _ columns: [Table.Column]) -> (rows: [[Scalars]], end: Int?) {
    var starts: [Int] = []
    for (index, word) in body.enumerated() where number(word.plain) == starts.count + 1 {
      // A figure within a row: the cells before it do not fill the row yet.
      if let last = starts.last, !word.isLineStart, index - last < columns.count - 1 { continue }
      starts.append(index)
    }
    guard starts.count >= 2, starts[0] == 0, let final = starts.last else { return ([], nil) }
    let limit = min(body.count, final + columns.count + 2)
    let stop = body[(final + 1)..<limit].firstIndex { notes.matches($0.plain, 0) } ?? limit
    let rows = zip(starts, starts.dropFirst() + [stop]).map { laid(Array(body[$0..<$1]), columns) }
    return (rows, stop)
  }

  private static func number(_ word: [Unicode.Scalar]) -> Int? {
    guard let (value, end) = Numerals.digits(word, 0, most: 2), end == word.count else { return nil }
    return value
  }

  /// The words of a row under its heads, in their order, as they fit best.
  private static func laid(_ words: [Word], _ columns: [Table.Column]) -> [Scalars] {
    let words = Array(words.prefix(40))
    var best: [[(score: Int, from: Int)]] = []
    for (index, word) in words.enumerated() {
      best.append(
        columns.indices.map { column in
          let own = fit(word.plain, columns[column])
          guard index > 0 else { return (own - 3 * column, -1) }
          // Of equal ways the one that fills the next column earlier.
          let sources = (0...column).reversed().map { source in
            let wrap = word.isLineStart && source == column ? 1 : 0
            return (best[index - 1][source].score + own + wrap + step(from: source, to: column, columns), source)
          }
          return sources.max { $0.0 < $1.0 } ?? (own, column)
        })
    }
    var cells = [Scalars](repeating: [], count: columns.count)
    let final = best.last ?? []
    var column = final.indices.max { final[$0].score + $0 * 3 < final[$1].score + $1 * 3 } ?? 0
    for index in words.indices.reversed() {
      cells[column] = words[index].scalars + cells[column]
      column = max(best[index][column].from, 0)
    }
    return cells
  }

  /// A cell of several words is rarer than the next cell, but bodies often stand side by side; an empty cell is rare.
  private static func step(from source: Int, to column: Int, _ columns: [Table.Column]) -> Int {
    if source == column { return columns[column] == .lead || columns[column] == .help ? -1 : -2 }
    return -3 * (column - source - 1)
  }

  private static func fit(_ word: [Unicode.Scalar], _ column: Table.Column) -> Int {
    let isBody = isBodies(word)
    let isDate = word.count <= 24 && (dates.occurs(word, in: word.indices) || word.contains("月"))
    switch column {
    case .number: return number(word) == nil ? -9 : 4
    case .lead, .help: return isBody ? 4 : word == ["—"] || word == ["-"] ? 1 : -5
    case .limit: return isDate ? 4 : -4
    case .task, .object, .other: return isBody ? -3 : isDate && word.count <= 12 ? -2 : 2
    }
  }

  private static let dates = Lexicon("年底 季度 长期 持续 全年 每年 每季 立即 常态化")

  private static let parts = Lexicon("牵头 负责 配合 协助 牵头负责 主办 协办")

  /// 县水利局、各镇政府; 县水利局牵头，各镇政府配合
  private static func isBodies(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count >= 3, !word.contains(where: { "。;%".unicodeScalars.contains($0) }) else { return false }
    return word.split { $0 == "、" || $0 == "," }.allSatisfy { piece in
      let said = parts.ending(word, at: piece.endIndex, from: piece.startIndex)?.lowerBound ?? piece.endIndex
      let end = piece.last == ")" ? piece.lastIndex(of: "(") ?? piece.endIndex : said
      return piece.count <= 16 && Departments.suffixes.ending(word, at: end, from: piece.startIndex) != nil
    }
  }
}
