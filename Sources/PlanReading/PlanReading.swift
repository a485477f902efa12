/// Plan reading (方案解读): a work plan's text in, its tasks, phases, duties and dates out.
///
/// Pure: no files, no clock, no network. Guarantees: linear time; never traps on any text; each value of an item stands
/// in the item's source ranges (nothing is invented); a blank such as `20__年__月` becomes a finding, never a date.
/// Refuses nothing: a text without a plan gives no plans.
///
/// The folder, in the order of the steps: `Text` (script and width, wrapped lines), `Structure` (markers, splitting,
/// headings and their roles), `Grammar` (dates, departments), `Items` (what a plan holds), `Output` (JSON, outline).
package struct PlanReading: Sendable {
  /// One for each separate plan, in the order of the text.
  package let plans: [ReadPlan]

  package static func read(_ text: String) -> PlanReading {
    let script = Manuscript(text)
    let (lines, page) = PageData.parted(script, Lines.read(script))
    let parts = Splitter(script: script, lines: lines).parts()
    let preface = Array(lines[..<(parts.first?.lowerBound ?? 0)].suffix(12)) + page.prefix(12)
    let read = parts.compactMap { part -> (plan: ReadPlan, span: Range<Int>)? in
      let verdict = Genre.judge(script, lines[part])
      if verdict == .other { return nil }
      let reader = PlanReader(script: script, lines: Array(lines[part]), preface: part == parts.first ? preface : [])
      let plan = reader.plan()
      return verdict == .plan || Evidence.speaks(for: plan, reader)
        ? (plan, lines[part.lowerBound].span.lowerBound..<lines[part.upperBound - 1].span.upperBound) : nil
    }
    return PlanReading(plans: Copies.mark(read.map(\.plan), script, read.map(\.span)))
  }
}
