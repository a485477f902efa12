internal import Kit

extension PlanReading {
  /// The reading as plain Chinese text, for a terminal. What the text does not say is named as missing.
  package func outline() -> String {
    if plans.isEmpty { return "没有读到工作方案：文中没有可以识别的方案、计划或其片段。\n" }
    let count = plans.count > 1 ? "共读到 \(plans.count) 份方案。\n\n" : ""
    return count
      + plans.enumerated().map { index, plan in plan.outline(plans.count > 1 ? index + 1 : nil) }
      .joined(separator: "\n")
  }
}

extension ReadPlan {
  fileprivate func outline(_ number: Int?) -> String {
    var lines = [(number.map { "【第 \($0) 份】" } ?? "") + (title?.value ?? "（没有标题）")]
    lines.append("地区：\(place?.value ?? "未写明")　年份：\(year.map { "\($0.value)年" } ?? "未写明")")
    lines += section("工作目标", goals.map(\.value)) + section("范围", scope.map(\.value))
    lines += section("任务", tasks.map(\.line)) + section("阶段", phases.map(\.line))
    lines += section("时限", deadlines.map(\.line)) + section("覆盖率", coverage.map(\.line))
    lines += section("组织", organisation.lines) + section("需要核对", findings.map(\.message))
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ name: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["\(name)："] + items.map { "  · \($0)" }
  }
}

extension ReadTask {
  fileprivate var line: String {
    let number = no.map { "\($0) " } ?? ""
    let bodies = [
      lead.isEmpty ? nil : "牵头：\(lead.joined(separator: "、"))",
      cooperating.isEmpty ? nil : "配合：\(cooperating.joined(separator: "、"))",
    ].compactMap { $0 }
    return number + text.clipped(to: 80) + (bodies.isEmpty ? "" : "（\(bodies.joined(separator: "；"))）")
  }
}

extension PlanDate {
  fileprivate var words: String? { iso ?? monthDay.map { "\($0)（年份未写明）" } }
}

extension ReadPhase {
  fileprivate var line: String {
    switch (start.words, end.words) {
    case (nil, nil): "\(name)：\(dateText.map { "日期未写全（\($0)）" } ?? "日期未写明")"
    case (let start?, let end?): start == end ? "\(name)：\(start)" : "\(name)：\(start) 至 \(end)"
    case (let start?, nil): "\(name)：\(start) 起"
    case (nil, let end?): "\(name)：至 \(end)"
    }
  }
}

extension ReadDeadline {
  fileprivate var line: String {
    let when = recurring ? dateText : date.words ?? "日期未写全（\(dateText)）"
    return "\(when)：\(what.clipped(to: 60))" + (to.map { "，报\($0)" } ?? "")
  }
}

extension ReadCoverage {
  fileprivate var line: String {
    let figure = minPercent == minPercent.rounded() ? "\(Int(minPercent))" : "\(minPercent)"
    return "\(subject.clipped(to: 60))：不低于 \(figure)%"
  }
}

extension ReadOrganisation {
  fileprivate var lines: [String] {
    [
      leadingGroup.map { "领导小组：\($0)" }, office.map { "办公室设在：\($0)" },
      members.isEmpty ? nil : "成员：\(members.joined(separator: "、"))",
    ].compactMap { $0 }
  }
}
