internal import Kit
internal import Law
internal import Packs
internal import Web

/// The calculator on the page of a violation: a form that asks, and the whole reasoning.
enum FinePages {
  static func section(_ violation: Violation, _ fine: FineAsked, _ measures: Measures) -> HTML {
    Web.section("能罚多少", note: "法定幅度，不是一个数", id: "fine", "\(form(violation, fine))\(answer(fine, measures))")
  }

  private static func form(_ violation: Violation, _ fine: FineAsked) -> HTML {
    let amounts = fine.bases.map { base in
      Field(base.rawValue, base.title, fine.state, hint: base == .gains ? "单位元；没有查到就空着" : "单位元", required: false)
        .line(most: 20, narrow: true, mode: "decimal")
    }
    let subjects: HTML =
      fine.subjects.isEmpty
      ? .none
      : Field("subject", "谁的行为", fine.state, required: false).select(
        fine.subjects.map { ($0.rawValue, $0.title) }, empty: "不限")
    return """
      <form method="get" action="\(link: Link("/law/violations/\(violation.id)").at("fine"))" class="panel gap">\
      \(Field("on", "行为日期", fine.state, hint: "连续或者继续的，写终了那天").date())\
      <div class="three">\(amounts)</div>\(subjects)\(stages(fine))<button class="btn">算</button></form>
      """
  }

  private static func stages(_ fine: FineAsked) -> HTML {
    let choices: [(name: String, words: String, isAsked: Bool)] = [
      ("refused", "已经责令改正，逾期不改或者拒不改正", fine.stages.contains(.refused)),
      ("serious", "情节严重", !fine.stages.isDisjoint(with: [.heavier, .serious])),
      ("harm", "已经造成法律规定的后果", fine.stages.contains(.harm)),
    ]
    let picks = choices.filter(\.isAsked).map { choice -> HTML in
      """
      <label class="pick"><input type="checkbox" name="\(choice.name)" value="1"\
      \(if: fine.state.has(choice.name, "1"), " checked")> <span>\(choice.words)</span></label>
      """
    }
    return picks.isEmpty ? .none : "<fieldset class=\"field\"><legend>情形</legend>\(picks)</fieldset>"
  }

  private static func answer(_ fine: FineAsked, _ measures: Measures) -> HTML {
    switch fine.answer {
    case .none: .none
    case .unclear: "<div class=\"note bad block\" role=\"alert\"><b>还没有算。</b>上面有的格子填得不对。</div>"
    case .refused(let refusal):
      "<div class=\"note bad block\" role=\"alert\"><b>算不出来。</b>\(refusal.plain)\(refusal.advice)</div>"
    case .known(let answer): known(answer, measures)
    }
  }

  private static func known(_ answer: FineAnswer, _ measures: Measures) -> HTML {
    let chosen = answer.chosen
    let steps = answer.reasoning.enumerated().map { "<li>\($0 + 1). \(FineBase.withoutOptions($1))</li>" as HTML }
    let warnings = answer.warnings.map { "<li>\(FineBase.withoutOptions($0))</li>" as HTML }
    return """
      <div class="block"><h3>\(chosen.amount)</h3>\(facts([
        ("依据", "\(chosen.penalty.basis)"), ("没收", words(chosen.confiscate, measures)), ("责令、吊销等", words(chosen.orders + chosen.measures, measures)),
        ("可信程度", chosen.confidence.isFirm ? nil : Chip.warn.html(chosen.confidence.title)),
      ]))</div>\
      <div class="block"><h3>怎样得出</h3><ol class="steps">\(steps)</ol></div>\
      \(if: !answer.alternatives.isEmpty, alternatives(answer.alternatives))\
      \(if: !warnings.isEmpty, "<div class=\"note warn block\"><b>注意</b><ul>\(warnings)</ul></div>")
      """
  }

  private static func words(_ tokens: [String], _ measures: Measures) -> HTML? {
    tokens.isEmpty ? nil : "\(measures.words(tokens))"
  }

  private static func alternatives(_ all: [FineAlternative]) -> HTML {
    let lines = all.map { alternative -> Table.Line in
      switch alternative {
      case .known(let result):
        Table.Line([
          name(result.violation, result.violationName), "\(result.amount)",
          "\(result.penalty.basis)\(only(result.penalty))",
        ])
      case .open(let violation, let title, let article, let why):
        Table.Line([name(violation, title), "没有算出：\(FineBase.withoutOptions(why))", "\(article)"])
      }
    }
    let columns = ["违法行为", "罚款", "依据"].map { Table.Column($0) }
    return
      "<div class=\"block\"><h3>同一行为的其他罚则</h3><p class=\"dim\">同一个行为只罚款一次，不能相加。</p>\(Table("共 \(lines.count) 条", columns, lines).html)</div>"
  }

  private static func only(_ penalty: Penalty) -> HTML {
    penalty.when.map { "<span class=\"s\">只在这种情形：\($0)</span>" } ?? .none
  }

  private static func name(_ id: String, _ title: String) -> HTML {
    "<a href=\"\(link: "/law/violations/\(id)")\">\(title)</a>"
  }
}
