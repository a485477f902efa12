extension PaperTemplate {
  /// The paper with these values.
  ///
  /// A supplied value or a demanded answer that is empty becomes a gap; an optional answer that is empty prints nothing.
  /// What is typed is text and never a template: braces in it stay braces.
  package func document(_ values: PaperValues) -> PaperDocument {
    let filling = PaperFilling(values: values, optional: Set(asks.filter { !$0.isRequired }.map(\.key)))
    return PaperDocument(
      template: id, title: title, number: number == nil ? nil : filling.known(.paperNumber),
      agency: filling.known(.agencyName) ?? "", audience: audience, width: width,
      address: audience == .party ? filling.known(.paperAddress) : nil, blocks: body.flatMap(filling.blocks))
  }
}

/// Turns pieces of a template into blocks.
struct PaperFilling {
  let values: PaperValues
  /// Own asks that may stay empty.
  let optional: Set<String>

  func known(_ text: PaperText) -> String? {
    let line = CleanText.line(values.text(text.name))
    return line.isEmpty ? nil : line
  }

  func blocks(_ piece: PaperPiece) -> [PaperBlock] {
    guard piece.conditions.allSatisfy(isMet) else { return [] }
    switch piece.kind {
    case .heading(let phrase): return [.heading(line(phrase))]
    case .paragraph(let phrase): return lines(phrase).map(PaperBlock.paragraph)
    case .note(let phrase): return lines(phrase).map(PaperBlock.note)
    case .table(let table): return [.table(filled(table))]
    case .facts(let facts):
      let rows = facts.filter { $0.conditions.allSatisfy(isMet) }
      return rows.isEmpty ? [] : [.facts(rows.map { PaperFact(label: line($0.label), value: lines($0.value)) })]
    case .blank(let count): return [.blank(count)]
    case .sign(let phrases): return [.sign(phrases.map(line))]
    case .seal: return [.seal(agency: line(of: .agencyName), date: line(of: .paperDate))]
    case .pageBreak: return [.pageBreak]
    case .part: return []
    }
  }

  func isMet(_ condition: PaperCondition) -> Bool {
    let isSo = condition.choice.map { values.text(condition.name) == $0 } ?? values.holds(condition.name)
    return isSo == condition.isWanted
  }

  /// Everything on one line.
  private func line(_ phrase: PaperPhrase) -> PaperLine {
    let lines = lines(phrase)
    return PaperLine(Array(lines.map(\.runs).joined(separator: [.words(" ")])))
  }

  private func line(of text: PaperText) -> PaperLine {
    PaperLine([known(text).map(PaperLine.Run.words) ?? .gap(text.name)])
  }

  /// A value of several lines begins new lines; an empty line goes.
  private func lines(_ phrase: PaperPhrase) -> [PaperLine] {
    var lines: [[PaperLine.Run]] = [[]]
    func add(_ run: PaperLine.Run, onNewLine: Bool) {
      if onNewLine { lines.append([]) }
      lines[lines.count - 1].append(run)
    }
    for piece in phrase.pieces {
      switch piece {
      case .words(let words):
        for (index, part) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          add(.words(String(part)), onNewLine: index > 0)
        }
      case .value(let name):
        for (index, run) in runs(name).enumerated() { add(run, onNewLine: index > 0) }
      }
    }
    return lines.map { PaperLine(merged($0)) }.filter { !$0.runs.isEmpty }
  }

  /// One run for each line of the value.
  private func runs(_ name: String) -> [PaperLine.Run] {
    let lines = CleanText.lines(values.text(name))
    if !lines.isEmpty { return lines.map(PaperLine.Run.words) }
    let key = name.hasSuffix(".capital") ? String(name.dropLast(".capital".count)) : name
    return optional.contains(key) ? [] : [.gap(name)]
  }

  private func merged(_ runs: [PaperLine.Run]) -> [PaperLine.Run] {
    var merged: [PaperLine.Run] = []
    for run in runs {
      if case .words(let next) = run, case .words(let before)? = merged.last {
        merged[merged.count - 1] = .words(before + next)
      } else {
        merged.append(run)
      }
    }
    return merged.filter { $0 != .words("") }
  }

  private func filled(_ table: PaperTablePiece) -> PaperTable {
    let given = values.rows[table.list] ?? []
    var rows = given.enumerated().map { index, row in
      table.columns.map { column in
        CleanText.lines(column.key == PaperColumn.index ? "\(index + 1)" : row[column.key] ?? "").map { PaperLine($0) }
      }
    }
    if rows.isEmpty, table.least == 0 {
      rows = [table.columns.indices.map { $0 == 0 ? [PaperLine(table.empty)] : [] }]
    }
    while rows.count < table.least { rows.append(table.columns.map { _ in [] }) }
    return PaperTable(columns: table.columns.map { .init(label: $0.label, width: $0.width) }, rows: rows)
  }
}
