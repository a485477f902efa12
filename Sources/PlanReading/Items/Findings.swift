internal import Kit

/// Gaps, contradictions and damage (疑点). Reported, never corrected.
extension PlanReader {
  func findings(_ plan: ReadPlan) -> [Finding] {
    (gaps() + damage() + contradictions(plan) + missingLeads(plan)).sorted {
      ($0.source.first?.start ?? 0) < ($1.source.first?.start ?? 0)
    }
  }

  private func gaps() -> [Finding] {
    let dates = lines.flatMap { Dates.all(script, in: $0.span) }.filter(\.isMasked).map {
      Finding(kind: .gap, message: "日期“\(script.text($0.span))”没有写全，请补填。", source: [script.source($0.span)])
    }
    return dates + blanks()
  }

  /// 组长：____ and other blanks of two or more signs that are no date.
  private func blanks() -> [Finding] {
    var found: [Finding] = []
    for line in lines {
      var position = line.span.lowerBound
      while position < line.span.upperBound {
        var end = position
        while end < line.span.upperBound, script.at(end) == "_" { end += 1 }
        let after = script.at(end)
        if end - position >= 2, !script.at(position - 1).isDigit, !"年月日号".unicodeScalars.contains(after) {
          let around = max(line.span.lowerBound, position - 8)..<min(line.span.upperBound, end + 6)
          found.append(
            Finding(kind: .gap, message: "“\(script.text(around))”处有空白，请补填。", source: [script.source(position..<end)]))
        }
        position = max(end, position + 1)
      }
    }
    return found
  }

  private func damage() -> [Finding] {
    let numbers = lines.flatMap { Percent.all(script, in: $0.span) }.filter(\.isDamaged).map { percent in
      Finding(
        kind: .damaged, message: "百分比“\(script.text(percent.span))”不可能成立，疑为替换时出错。",
        source: [script.source(percent.span)], suggestion: percent.value == 100 ? "100%" : nil)
    }
    let words = Damage.wrong.all(script.plain, in: span).compactMap { place -> Finding? in
      let wrong = script.text(place)
      return Damage.words[wrong].map { right in
        Finding(kind: .damaged, message: "“\(wrong)”疑为“\(right)”之误。", source: [script.source(place)], suggestion: right)
      }
    }
    return numbers + words
  }

  private func missingLeads(_ plan: ReadPlan) -> [Finding] {
    // A list of departments' duties beside the tasks says nothing about who leads them.
    let tasks = plan.tasks.filter { !opensWithLead($0) }
    let led = tasks.count { !$0.lead.isEmpty }
    guard led >= 2, led < tasks.count, led * 2 >= tasks.count else { return [] }
    return tasks.filter(\.lead.isEmpty).map {
      Finding(kind: .missingLead, message: "任务“\($0.text.clipped(to: 24))”没有写明牵头单位。", source: $0.source)
    }
  }
}

extension PlanReader {
  /// 县公安局：负责…: a duty, not a task that names its lead.
  private func opensWithLead(_ task: ReadTask) -> Bool {
    guard let lead = task.lead.first, let start = task.source.first.map({ script.position($0.start) }) else {
      return false
    }
    return script.text(start..<start + 40).prefix(lead.count + (task.no?.count ?? 0) + 2).contains(lead)
  }
}

enum Damage {
  /// Words that careless replacing leaves behind, and what stood there.
  static let words = [
    "方案生育": "计划生育", "效劳机构": "服务机构", "医疗效劳": "医疗服务", "技术效劳": "技术服务", "假设干": "若干", "原那么": "原则",
    "联开工作": "联合工作", "任娠": "妊娠", "公共效劳": "公共服务", "效劳能力": "服务能力", "效劳质量": "服务质量", "效劳企业": "服务企业",
    "标准执业行为": "规范执业行为", "假设有": "若有", "平安生产": "安全生产", "平安隐患": "安全隐患", "食品平安": "食品安全", "用药平安": "用药安全",
    "催促整改": "督促整改", "催促企业": "督促企业", "实在保障": "切实保障", "实在加强": "切实加强", "审査": "审查", "检査": "检查", "查処": "查处",
  ]
  static let wrong = Lexicon(words.keys.joined(separator: " "))
}
