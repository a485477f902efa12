import Kit
import Matching
import Web

/// What the page of a look-up shows: compared anew, with what people judged of it.
struct LookModel {
  let look: LookRecord
  let result: LookUp
  let verdict: Verdict
  let candidates: [LookCandidate]
  let subject: HTML?
  /// What rooms above have to show on it.
  let panels: HTML
  let viewer: Viewer
  let today: CivilDate
}

struct LookCandidate {
  let person: OffenderPerson
  /// The record that fits best, masked.
  let record: MatchRecord
  let verdict: Verdict
  let score: Double
  let explanation: MatchExplanation
  let judgement: Judgement?
  /// On which black list he stands: apart from all that is weighed.
  let listed: HTML
}

enum LookPages {
  static let anchor = "candidates"

  static func page(_ model: LookModel, _ state: FormState) -> Page {
    let look = model.look
    return Page(
      "比对结果", crumbs: [("违法人员库", "/offenders")],
      """
      \(head("比对结果", meta: [chip(model.verdict), "\(look.at.chinese(today: model.today))", "\(look.title)查询"]))\
      \(state.summary)\(conclusion(model))\
      \(section("查的是", facts([
        ("描述", "\(LookWords.line(look.asked.masked))"), ("用途", "\(look.purpose)"), ("来自", model.subject),
        ("当时的结论", look.verdict == model.verdict ? nil : "\(look.verdict.title)；此后库里有了新的记录，下面是现在的比对"),
      ])))\
      \(if: !model.candidates.isEmpty, section("候选人", note: "共 \(model.candidates.count) 名，最像的在前", id: anchor, """
        <div class="scroll">\(table(model))</div>\(model.candidates.map { reasons($0, model, state) })
        """))\(model.panels)
      """)
  }

  static func chip(_ verdict: Verdict) -> HTML {
    switch verdict {
    case .same: Chip.warn.html("同一人")
    case .possible: Chip.half.html("可能")
    case .none: Chip.done.html("未发现")
    }
  }

  private static func conclusion(_ model: LookModel) -> HTML {
    let skipped = model.result.answer.skipped.map(\.title)
    let cut: HTML =
      skipped.isEmpty
      ? .none
      : """
      <p class="note">“\(Array(Set(skipped)).sorted().joined(separator: "”“"))”的人太多，这几条线索没有逐个看；再多写一项（证件号码、电话、籍贯、地址），就能找得准。</p>
      """
    let words: HTML =
      switch model.verdict {
      case .same: "库里有一个人很可能就是他。这是机器的比对，不是结论：请看下面的理由，由人确认。"
      case .possible: "库里有像他的人，单凭这些还分不清。请看下面的理由，由人判断。"
      case .none:
        model.candidates.isEmpty
          ? "库里没有找到像他的人。没有找到不等于没有：换了名字、没有号码的人找不到。" : "库里没有找到他。下面的人只有一点像，供参考。"
      }
    return "<p class=\"panel\">\(words)</p>\(cut)"
  }

  /// Side by side: what was asked, then the first candidates.
  private static func table(_ model: LookModel) -> HTML {
    let shown = model.candidates.prefix(4)
    let rows = LookWords.fields.compactMap { title, field -> HTML? in
      let own = model.look.asked.masked[keyPath: field]
      let others = shown.map { $0.record[keyPath: field] }
      guard !own.isEmpty || others.contains(where: { !$0.isEmpty }) else { return nil }
      return """
        <tr><th scope="row">\(title)</th><td class="me">\(own.isEmpty ? "—" : own)</td>\
        \(others.map { "<td>\($0.isEmpty ? "—" : $0)</td>" as HTML })</tr>
        """
    }
    let heads = shown.map { candidate -> HTML in
      "<th scope=\"col\"><a href=\"\(link: "/offenders/\(candidate.person.id)")\">\(candidate.person.name)</a> \(chip(candidate.verdict))</th>"
    }
    return """
      <table class="tbl cmp"><caption>要查的人和候选人</caption><thead><tr><th scope="col">项目</th>\
      <th scope="col" class="me">要查的人</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private static func reasons(_ candidate: LookCandidate, _ model: LookModel, _ state: FormState) -> HTML {
    let person = candidate.person
    let pieces = candidate.explanation.pieces.filter { $0.topic != .base }
    return """
      <section class="panel under" id="p-\(person.id.text)"><h3><a href="\(link: "/offenders/\(person.id)")">\(person.name)</a>　\
      \(chip(candidate.verdict))</h3><p class="small dim">\(PersonWords.basics(person))；\(person.records) 条记录，\
      \(person.penalties) 次有效处罚，\(person.counties) 个县</p>\
      \(candidate.explanation.warning.map { "<p class=\"note bad\">\($0)</p>" as HTML })\(candidate.listed)\
      <ul class="stack">\(pieces.map { piece($0) })</ul>\
      \(judged(candidate.judgement, person, model.today))\
      \(if: model.viewer.may(.offenderWork), JudgeForm.form(person.id, model.look.about, look: model.look.id, state))</section>
      """
  }

  private static func piece(_ piece: MatchPiece) -> HTML {
    let amount = Int((piece.amount * 10).rounded())
    let way: HTML =
      amount > 0
      ? "<span class=\"chip full\">像 +\(tenths(amount))</span>"
      : amount < 0 ? "<span class=\"chip shut\">不像 −\(tenths(-amount))</span>" : "<span class=\"chip done\">不作依据</span>"
    return "<li>\(way)　\(piece.sentence)</li>"
  }

  private static func tenths(_ amount: Int) -> String { "\(amount / 10).\(amount % 10)" }

  static func judged(_ judgement: Judgement?, _ person: OffenderPerson, _ today: CivilDate) -> HTML {
    guard let judgement else { return .none }
    return """
      <p class="under"><b>\(judgement.title)判断：\(judgement.answer.title)</b>（\(judgement.at.chinese(today: today))）　\(judgement.reason)\
      \(if: judgement.isStale(person), "<span class=\"tag bad\">此后有新的记录，请再看一次</span>")</p>
      """
  }

  static func list(_ looks: [LookRecord], _ listing: Listing, _ names: [Int64: OffenderPerson], today: CivilDate)
    -> Page
  {
    let lines = looks.map { look in
      Table.Line([
        "<a href=\"\(link: "/offenders/looks/\(look.id)")\">\(look.at.chinese(today: today))</a>", "\(look.title)",
        "\(look.purpose)", "\(LookWords.line(look.asked.masked))", chip(look.verdict),
        look.person.flatMap { names[$0.value] }.map { "<a href=\"\(link: "/offenders/\($0.id)")\">\($0.name)</a>" }
          ?? "—",
      ])
    }
    let columns = ["时间", "谁查的", "用途", "查的是", "当时的结论", "最像的人"].map { Table.Column($0) }
    let table = Table(listing.caption("查询", unit: "次"), columns, lines, listing: listing).html
    return Page(
      "查询记录", crumbs: [("违法人员库", "/offenders")],
      """
      \(head("查询记录", meta: ["谁、什么时候、为什么查过谁"]))\
      \(looks.isEmpty ? empty("还没有人查过", "在违法人员库里查一个人，或者在案件页上比对当事人，会记在这里。") : table)
      """)
  }
}

enum LookWords {
  static let fields: [(title: String, field: MatchRecord.Field)] = [
    ("姓名", \.name), ("别名", \.aliases), ("曾用名", \.formerNames), ("性别", \.sex), ("出生年", \.birthYear),
    ("证件号码", \.idNumber), ("民族", \.ethnicity), ("电话", \.phone), ("籍贯", \.homePlace),
    ("执业县", \.practiceCounty), ("执业地址", \.practiceAddress), ("场所", \.institution), ("日期", \.caseDate),
  ]

  /// `王伟，男，1978，32****1234`.
  static func line(_ record: MatchRecord) -> String {
    let parts = fields.map { record[keyPath: $0.field] }.filter { !$0.isEmpty }
    return parts.joined(separator: "，")
  }
}
