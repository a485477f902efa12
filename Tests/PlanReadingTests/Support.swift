import Foundation

@testable import PlanReading

/// Reads a text as one plan, without asking whether it is one: for examples of a single sentence.
func plan(_ text: String) -> ReadPlan {
  let script = Manuscript(text)
  return PlanReader(script: script, lines: Lines.read(script)).plan()
}

/// The text of the ranges, folded by Foundation and not by the code under test.
func sourceText(_ ranges: [SourceRange], in text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  return ranges.map { range in
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[max(range.start, 0)..<min(range.end, scalars.count)])
    return plainForm(String(view))
  }.joined(separator: "|")
}

func plainForm(_ text: String) -> String {
  let simple = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? text
  let narrow = simple.precomposedStringWithCompatibilityMapping
  var view = String.UnicodeScalarView()
  for scalar in narrow.unicodeScalars
  where !scalar.properties.isWhitespace && scalar.value != 0x200B && scalar.value != 0xFEFF {
    view.append(scalar)
  }
  return String(view)
}

/// What a reading says that its source ranges do not: empty for an honest one.
func inventions(_ reading: PlanReading, in text: String) -> [String] {
  reading.plans.flatMap { inventions($0, in: text) }
}

private func inventions(_ plan: ReadPlan, in text: String) -> [String] {
  var found: [String] = []
  func check(_ value: String?, _ source: [SourceRange]) {
    guard let value, !value.isEmpty else { return }
    if !holds(sourceText(source, in: text), plainForm(value)) { found.append(value) }
  }
  func check(_ date: PlanDate, _ source: [SourceRange]) {
    let words = sourceText(source, in: text)
    if let year = date.year, !says(words, year: year) { found.append("年 \(date)") }
  }
  for item in [plan.title, plan.place].compactMap({ $0 }) + plan.goals + plan.scope + plan.altTitles {
    check(item.value, item.source)
  }
  for task in plan.tasks {
    for value in [task.text] + task.lead + task.cooperating + task.violations { check(value, task.source) }
  }
  for phase in plan.phases {
    check(phase.name, phase.source)
    check(phase.dateText, phase.source)
    check(phase.start, phase.source)
    check(phase.end, phase.source)
  }
  for deadline in plan.deadlines {
    for value in [deadline.what, deadline.to, deadline.contact, deadline.dateText] { check(value, deadline.source) }
    check(deadline.date, deadline.source)
  }
  for item in plan.coverage {
    check(item.subject, item.source)
    if !says(sourceText(item.source, in: text), percent: item.minPercent) { found.append("\(item.minPercent)%") }
  }
  for value in [plan.organisation.leadingGroup, plan.organisation.office] + plan.organisation.members.map(Optional.some)
  {
    check(value, plan.organisation.source)
  }
  return found
}

/// By bytes: a combining mark behind the words must not hide them.
private func holds(_ text: String, _ words: String) -> Bool { Array(text.utf8).contains(Array(words.utf8)) }

/// The year in digits, in Chinese numerals, or by 次年 after the year before.
private func says(_ words: String, year: Int) -> Bool {
  let next = words.contains("次年") || words.contains("翌年") || words.contains("明年")
  return writes(words, year) || next && writes(words, year - 1)
}

private func writes(_ words: String, _ year: Int) -> Bool {
  let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let chinese = String(year).compactMap(\.wholeNumberValue).map { numerals[$0] }.joined()
  return words.contains("\(year)") || words.replacingOccurrences(of: "○", with: "〇").contains(chinese)
}

private func says(_ words: String, percent: Double) -> Bool {
  let number = percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
  return holds(words, "\(number)%") || holds(words, "\(percent)%") || words.contains("百分")
    || fractions(words, are: percent)
    || percent == 100 && (words.contains("全") || words.contains("0%"))
}

/// 三分之二 is 66.67.
private func fractions(_ words: String, are percent: Double) -> Bool {
  let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
  return numerals.indices.contains { whole in
    (0...whole).contains { part in
      holds(words, "\(numerals[whole])分之\(numerals[part])")
        && abs(Double(part + 1) / Double(whole + 1) * 100 - percent) < 0.01
    }
  }
}
