internal import Kit

/// A table of tasks (任务分工表) as pasted text: a row of column heads, then rows whose cells are kept apart by bars.
struct Table: Sendable {
  enum Column: Sendable { case number, task, object, lead, help, limit, other }

  var columns: [Column]
  /// The heads' line and the rows, as indices of the plan's lines.
  var range: Range<Int>
  var rows: [[Range<Int>]]

  static func all(_ script: Manuscript, _ lines: [Line]) -> [Table] {
    var tables: [Table] = []
    var index = 0
    while index < lines.count {
      guard let table = read(script, lines, index) else {
        index += 1
        continue
      }
      tables.append(table)
      index = table.range.upperBound
    }
    return tables
  }

  private static func read(_ script: Manuscript, _ lines: [Line], _ start: Int) -> Table? {
    let heads = cells(script, lines[start].span)
    guard heads.count >= 3 else { return nil }
    let columns = named(heads.map { column(script, $0) })
    guard columns.contains(.task), columns.contains(.lead) || columns.contains(.limit) else { return nil }
    let rows = lines[(start + 1)...].map { cells(script, $0.span) }.prefix {
      $0.count >= 2 && $0.count <= columns.count
    }
    return rows.isEmpty ? nil : Table(columns: columns, range: start..<start + 1 + rows.count, rows: Array(rows))
  }

  /// The pieces between bars; a bar at either end of a line opens no cell.
  private static func cells(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    guard script.plain[span].contains("|") else { return [] }
    var inner = span
    if script.at(inner.lowerBound) == "|" { inner = inner.lowerBound + 1..<inner.upperBound }
    if inner.count > 1, script.at(inner.upperBound - 1) == "|" { inner = inner.lowerBound..<inner.upperBound - 1 }
    return script.plain[inner].split(separator: "|", omittingEmptySubsequences: false).map {
      $0.startIndex..<$0.endIndex
    }
  }

  /// 行业名称|时间安排|责任单位: where no head names the task, the first column does.
  private static func named(_ columns: [Column]) -> [Column] {
    guard !columns.contains(.task), columns.contains(.lead), let first = columns.firstIndex(of: .other), first <= 1
    else {
      return columns
    }
    var columns = columns
    columns[first] = .task
    return columns
  }

  private static func column(_ script: Manuscript, _ cell: Range<Int>) -> Column { column(Array(script.plain[cell])) }

  static func column(_ cell: [Unicode.Scalar]) -> Column {
    guard cell.count <= 14 else { return .other }
    return heads.first { $0.0.occurs(cell, in: cell.indices) }?.1 ?? .other
  }

  /// Whether a line is nothing but the head of a column.
  static func isHead(_ line: [Unicode.Scalar]) -> Bool {
    (2...9).contains(line.count) && line.allSatisfy { $0.isHan || "()、/".unicodeScalars.contains($0) }
      && (column(line) != .other || others.isWord(line, line.indices))
  }

  private static let others = Lexicon("备注 目标 整治目标 工作目标 责任人 联系人 联系方式 要求 工作要求 标准 类别 名称 数量 频次")

  private static let heads: [(Lexicon, Column)] = [
    (Lexicon("序号 编号"), .number), (Lexicon("配合 协办 参加 参与 协同"), .help),
    (Lexicon("时限 时间 期限 进度"), .limit), (Lexicon("牵头 责任 承办 主办 负责 承担 实施单位 执行单位"), .lead), (Lexicon("对象 场所 范围"), .object),
    (Lexicon("任务 内容 事项 措施 问题 重点 环节 要点 项目"), .task),
  ]
}

extension PlanReader {
  /// Each row of a table of tasks.
  func tableTasks() -> [ReadTask] {
    tables.flatMap { table in
      table.rows.compactMap { row -> ReadTask? in
        var task = ReadTask(
          text: "", source: [script.source(row[0].lowerBound..<(row.last?.upperBound ?? row[0].upperBound))])
        for (cell, column) in zip(row, table.columns) where !cell.isEmpty { fill(&task, column, cell) }
        return task.text.isEmpty ? nil : task
      }
    }
  }

  private func fill(_ task: inout ReadTask, _ column: Table.Column, _ cell: Range<Int>) {
    switch column {
    case .number: task.no = script.text(cell)
    case .task:
      if task.text.isEmpty {
        // 一、清理台账: the number is no part of it.
        let length = task.no == nil ? Marker.read(script.plain, cell.lowerBound)?.length ?? 0 : 0
        let core = length < cell.count ? cell.lowerBound + length..<cell.upperBound : cell
        task.text = script.text(TaskText.clean(script, core))
      }
      task.violations += Violations.read(script, [cell]).filter { !task.violations.contains($0) }
    case .lead:
      // 县卫健局牵头，县公安局配合
      let told = Leads.hasMark(script, cell) ? Leads.read(script, cell) : Leads()
      task.lead += (told.lead.isEmpty ? bodies(cell) : told.lead).filter { !task.lead.contains($0) }
      task.cooperating += told.cooperating.filter { !task.cooperating.contains($0) }
    case .help: task.cooperating += bodies(cell).filter { !task.lead.contains($0) }
    case .other: task.violations += Violations.read(script, [cell]).filter { !task.violations.contains($0) }
    case .limit, .object: break
    }
  }

  /// 县水利局 县农业局: in a cell a blank may part two bodies.
  private func bodies(_ cell: Range<Int>) -> [String] {
    var cuts = [cell.lowerBound]
    for position in cell.dropFirst() where script.origin[position] - script.origin[position - 1] > 1 {
      if Departments.isBody(script, (cuts.last ?? position)..<position) { cuts.append(position) }
    }
    return zip(cuts, cuts.dropFirst() + [cell.upperBound]).flatMap { Departments.list(script, in: $0..<$1) }
  }

  /// What the column of 检查对象 names.
  func tableScope() -> [Range<Int>] {
    tables.flatMap { table in
      table.rows.flatMap { row in
        zip(row, table.columns).compactMap { $1 == .object && $0.count >= 2 ? $0 : nil }
      }
    }
  }

  /// The dates in the column of time limits.
  func tableDeadlines(_ year: Sourced<Int>?) -> [ReadDeadline] {
    tables.flatMap { table in
      table.rows.compactMap { row -> ReadDeadline? in
        let cells = zip(row, table.columns)
        guard let limit = cells.first(where: { $0.1 == .limit })?.0,
          let what = cells.first(where: { $0.1 == .task })?.0,
          !what.isEmpty, let mention = Dates.all(script, in: limit).last
        else { return nil }
        let date = Dates.resolve(mention, year: year?.value).end
        let source = [script.source(what), script.source(limit)] + (mention.knownYear == nil ? year?.source ?? [] : [])
        return ReadDeadline(
          what: script.text(TaskText.clean(script, what)), to: nil, date: date, contact: nil,
          dateText: script.text(mention.span), recurring: false, source: source)
      }
    }
  }
}
