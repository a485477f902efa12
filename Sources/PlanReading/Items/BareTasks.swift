internal import Kit

/// Tasks without a heading of their own: the rest of an item that a fragment begins with, and names between ;.
extension PlanReader {
  /// A fragment that begins in the middle of （三）, before （四）…: the rest of an item is a task as those behind it are.
  func cutTask(_ node: Node) -> ReadTask? {
    guard let next = chapters.dropFirst().first, next.isOrphan, next.role == .tasks,
      let number = next.node.children.first?.marker?.number, number >= 2,
      let first = node.paragraphs.first, let last = node.paragraphs.last,
      !node.paragraphs.contains(where: { Lines.isTitle(script.plain[$0]) }), last.upperBound - first.lowerBound >= 30
    else { return nil }
    let span = first.lowerBound..<last.upperBound
    let leads = Leads.read(script, span)
    return ReadTask(
      text: script.text(TaskText.clean(script, span)), violations: Violations.read(script, node.paragraphs),
      lead: leads.lead, cooperating: leads.cooperating, source: [script.source(span)])
  }

  /// 一是强化源头治理。交通部门负责…；二是强化路面查控。…: in a fragment without headings each is a task.
  ///
  /// 重点打击以下行为：一是…；二是…: what is announced as wrong is an act whatever its words.
  func ordinalTasks(_ whole: Range<Int>) -> [ReadTask]? {
    let colon = whole.prefixRange(30).first { script.at($0) == ":" && TaskText.ordinals.matches(script.plain, $0 + 1) }
    let span = (colon.map { $0 + 1 } ?? whole.lowerBound)..<whole.upperBound
    let isWrong = colon.map { TaskText.wrongs.occurs(script.plain, in: whole.lowerBound..<$0) } ?? false
    let sentences = Sentences.all(script, in: span)
    let starts = sentences.filter { TaskText.ordinals.matches(script.plain, $0.lowerBound) }.map(\.lowerBound)
    guard starts.count >= 2, starts[0] == span.lowerBound else { return nil }
    return zip(starts, starts.dropFirst() + [span.upperBound]).map { start, end in
      let own = Sentences.all(script, in: start..<end)
      var leads = Leads.read(script, start..<end)
      if leads.lead.isEmpty, leads.cooperating.isEmpty { leads.takeDuties(script, own) }
      return ReadTask(
        text: script.text(TaskText.clean(script, own.first ?? start..<end)),
        violations: isWrong
          ? Violations.read(script, own.map { TaskText.clean(script, $0) }, listing: .sure)
          : Violations.read(script, own),
        lead: leads.lead, cooperating: leads.cooperating, source: [script.source(start..<end)])
    }
  }

  /// 检查内容包括：一是机构资质，…；二是…: what running text announces, each a task.
  func announcedTasks() -> [ReadTask] {
    for line in lines {
      for word in TaskText.contents.all(script.plain, in: line.body).prefix(3) {
        guard
          let colon = (word.upperBound..<min(word.upperBound + 5, line.body.upperBound)).first(where: {
            script.at($0) == ":"
          })
        else { continue }
        let own = Sentences.all(script, in: colon + 1..<line.body.upperBound).prefix {
          TaskText.ordinals.matches(script.plain, $0.lowerBound)
        }
        guard let last = own.last, let tasks = ordinalTasks(colon + 1..<last.upperBound) else { continue }
        return tasks
      }
    }
    return []
  }

  /// 一看证照是否齐全，二看台账，三看通道…: each is a task of the chapter.
  func looks(_ span: Range<Int>) -> [ReadTask]? {
    let starts = Sentences.clauses(script, in: span).filter { TaskText.looks.matches(script.plain, $0.lowerBound) }
      .map(\.lowerBound)
    guard starts.count >= 3 else { return nil }
    return zip(starts, starts.dropFirst() + [span.upperBound]).map { start, end in
      let text = TaskText.clean(script, start..<end)
      return ReadTask(
        text: script.text(text), violations: Violations.read(script, [text]), source: [script.source(start..<end)])
    }
  }

  /// 检查内容⏎证照合法性；场所安全条件；安全管理情况。: each name between ; is a task, where they are not offences.
  func shortItems(_ span: Range<Int>, of node: Node) -> [ReadTask]? {
    let items = Sentences.all(script, in: span)
    guard items.count >= 3, !node.heading.isEmpty, items.dropLast().allSatisfy({ script.at($0.upperBound) == ";" }),
      items.allSatisfy({ (3...30).contains($0.count) && !script.plain[$0].contains(where: \.isComma) }),
      items.count(where: { Violations.isUnlawful(script, $0) }) * 2 <= items.count
    else { return nil }
    return items.map { item in
      ReadTask(
        text: script.text(item), violations: Violations.read(script, [item]), source: [script.source(item)])
    }
  }

  /// 一、目标和任务（一）整治目标（二）整治任务: the first is none.
  func isAim(_ unit: Node, in chapter: Chapter) -> Bool {
    chapter.role.contains(.goals) && unit.heading.count <= 8 && Role.of(script.plain, unit.heading) == .goals
  }

  /// 1.推行告知承诺。…。（甲局牵头，乙局配合）: a unit whose text ends with who does it.
  func carriesBracket(_ node: Node) -> Bool {
    node.texts.last.map { Leads.closingBracket(script, $0) != nil } ?? false
  }

  /// 检查内容：…, 完成时限：…: a paragraph told under a label.
  func isLabelled(_ span: Range<Int>) -> Bool {
    let name = span.prefixRange(8)
    guard let colon = name.first(where: { script.at($0) == ":" }), colon - span.lowerBound >= 2 else { return false }
    return TaskText.labels.isWord(script.plain, span.lowerBound..<colon)
  }
}

extension TaskText {
  static let wrongs = Lexicon("以下行为 下列行为 以下问题 下列问题 以下违法 下列违法 违法行为 突出问题")
  static let contents = Lexicon("检查内容 检查重点 整治内容 整治重点 治理内容 治理重点 工作重点 重点内容 主要内容 工作内容 主要任务 重点任务 工作任务 监督内容 排查内容 排查重点")
}
