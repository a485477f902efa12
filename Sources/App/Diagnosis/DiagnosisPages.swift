import Kit
import Storage
import Web

enum DiagnosisPages {
  static func page(facts: [Fact], jobs: [JobState], found: [String: Int64], today: CivilDate) -> Page {
    let bad = facts.count { $0.state == .bad }
    let state: HTML = bad == 0 ? Chip.done.html("可以使用") : Chip.bad.html("\(bad) 项要马上处理")
    return Page(
      "运行诊断",
      """
      \(head("运行诊断", meta: [state, "不含业务数据"]))\
      \(section("现在", Table("系统情况 \(facts.count) 项", columns("项目", "情况", "状态", "怎么办"), facts.map(line)).html))\
      \(section("定时任务", jobs.isEmpty ? empty("本进程没有运行定时任务", "由 qingyuan serve 运行。") : table(jobs, today)))\
      \(section("自检", note: "规则编号见使用说明，记录由业务岗位改正", findings(found)))
      """)
  }

  private static func columns(_ titles: String...) -> [Table.Column] { titles.map { Table.Column($0) } }

  private static func line(_ fact: Fact) -> Table.Line {
    let chip =
      switch fact.state {
      case .well: Chip.done.html("正常")
      case .watch: Chip.warn.html("留意")
      case .bad: Chip.bad.html("要处理")
      }
    return Table.Line(["\(fact.title)", "\(fact.words)", chip, "\(fact.next)"])
  }

  private static func table(_ jobs: [JobState], _ today: CivilDate) -> HTML {
    let lines = jobs.map { job -> Table.Line in
      let last: HTML = job.ended.map { "\($0.chinese(today: today))" } ?? "还没有做完一次"
      let state = job.error.map { Chip.bad.html("没有做成：\($0)") } ?? Chip.done.html("正常")
      return Table.Line(["\(job.purpose)", "\(job.name)", last, "\(job.runs)", state])
    }
    return Table("定时任务 \(jobs.count) 个", columns("做什么", "名称", "上次做完", "次数", "结果"), lines).html
  }

  private static func findings(_ found: [String: Int64]) -> HTML {
    guard !found.isEmpty else { return "<p class=\"dim\">没有自检留下、等着改正的记录。</p>" }
    let lines = found.sorted { $0.key < $1.key }.map { Table.Line(["\($0.key)", "\($0.value)"]) }
    return Table("有发现的规则 \(found.count) 条", columns("规则", "发现"), lines).html
  }
}
