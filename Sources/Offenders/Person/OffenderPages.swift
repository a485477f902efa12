import Kit
import Matching
import Storage
import Web

/// What the page of a person shows.
struct OffenderDetail {
  let file: OffenderFile
  /// Other persons who may be the same one, the likeliest first.
  let alike: [LookCandidate]
  let judgements: [Judgement]
  let moves: [RecordMove]
  let counties: [County: String]
  let links: [Ref: Link]
  let history: HTML
  let panels: HTML
  /// What stands on the black list today, said at the top; and all entries.
  let listed: HTML
  let black: HTML
  let viewer: Viewer
  let today: CivilDate

  func county(_ record: OffenderRecord) -> String {
    record.said.practiceCounty.isEmpty ? counties[record.county] ?? "—" : record.said.practiceCounty
  }
}

enum OffenderPages {
  static func page(_ model: OffenderDetail, _ state: FormState) -> Page {
    let person = model.file.person
    return Page(
      person.name, crumbs: [("违法人员库", "/offenders")],
      """
      \(head(person.name, meta: meta(person)))\(state.summary)\(gone(person))\(model.listed)\
      \(if: !model.file.records.isEmpty, about(model) + MovePages.waiting(model.moves, model.viewer, state) + path(model)
        + penalties(model) + records(model, state) + alike(model, state))\
      \(model.black)\(judgements(model))\(MovePages.past(model.moves, model.today))\(model.panels)\(model.history)
      """)
  }

  private static func meta(_ person: OffenderPerson) -> [HTML] {
    ["\(PersonWords.basics(person))", "\(person.records) 条记录", "\(person.penalties) 次有效处罚", "\(person.counties) 个县"]
  }

  private static func gone(_ person: OffenderPerson) -> HTML {
    guard let into = person.into else { return .none }
    return into == person.id
      ? "<p class=\"note\">这个人名下已经没有记录。</p>"
      : "<p class=\"note\">已经并入<a href=\"\(link: "/offenders/\(into)")\">另一个人</a>，记录都在那里。合并可以由两个人撤回。</p>"
  }

  private static func about(_ model: OffenderDetail) -> HTML {
    let (person, records) = (model.file.person, model.file.records)
    func all(_ field: KeyPath<OffenderRecord, String>) -> HTML? {
      var seen = Set<String>()
      let values = records.map { $0[keyPath: field] }.filter { !$0.isEmpty && seen.insert($0).inserted }
      return values.isEmpty ? nil : "\(values.joined(separator: "；"))"
    }
    let open: HTML =
      model.viewer.may(.offenderOpen)
      ? "<a href=\"\(link: "/offenders/\(person.id)/open")\">看完整的证件号码、电话</a>" : .none
    return section(
      "这个人", note: open,
      facts([
        ("姓名", "\(person.name)"),
        ("又名", person.otherNames.isEmpty ? nil : "\(person.otherNames.joined(separator: "、"))"),
        ("证件号码", all(\.masked.idNumber)), ("电话", all(\.masked.phone)), ("籍贯", all(\.said.homePlace)),
        ("民族", all(\.said.ethnicity)), ("做过的地方", all(\.said.institution)),
      ]))
  }

  /// Where he was when: drawn, and the same as a table for whoever does not see the picture.
  private static func path(_ model: OffenderDetail) -> HTML {
    let lines = model.file.records.map { record in
      Table.Line([
        "\(record.on.map { $0.chinese(today: model.today) } ?? "日期不明")", "\(model.county(record))",
        "\(record.said.practiceAddress.isEmpty ? "—" : record.said.practiceAddress)",
        "\(record.said.institution.isEmpty ? "—" : record.said.institution)", "\(record.said.name)",
      ])
    }
    let columns = ["日期", "县", "地址", "场所", "用的名字"].map { Table.Column($0) }
    return section(
      "走过的地方", note: "按时间", id: "path",
      """
      \(PathDrawing.html(model))\(Table("走过的地方 \(lines.count) 处", columns, lines).html)
      """)
  }

  private static func penalties(_ model: OffenderDetail) -> HTML {
    let lines = model.file.records.filter { $0.penalty.standing != .none || $0.penalty.transferredOn != nil }.map {
      record -> Table.Line in
      let penalty = record.penalty
      func day(_ date: CivilDate?) -> HTML { "\(date.map { $0.chinese(today: model.today) } ?? "—")" }
      return Table.Line([
        "\(penalty.decisionNumber.isEmpty ? "没有文号" : penalty.decisionNumber)<span class=\"s\">\(penalty.authority)</span>",
        "\(penalty.violationName)",
        "\(penalty.kinds.isEmpty ? "—" : penalty.kinds.map(\.title).joined(separator: "、"))",
        day(penalty.decidedOn), day(penalty.servedOn), day(penalty.remedyEnd), standing(penalty),
        day(penalty.transferredOn),
      ])
    }
    let columns = ["决定书", "案由", "处罚", "决定", "送达", "救济期限届满", "效力", "移送公安机关"].map { Table.Column($0) }
    return section(
      "处罚和移送", note: "取缔不是行政处罚，不计入次数", id: "penalties",
      """
      \(lines.isEmpty ? "<p class=\"dim\">没有处罚，也没有移送。</p>" : Table("处罚和移送 \(lines.count) 件", columns, lines).html)
      """)
  }

  private static func standing(_ penalty: PenaltyFacts) -> HTML {
    switch penalty.standing {
    case .none: Chip.half.html(penalty.standing.title)
    case .stands, .changed: Chip.full.html(penalty.standing.title)
    case .revoked: Chip.shut.html(penalty.standing.title)
    }
  }

  private static func records(_ model: OffenderDetail, _ state: FormState) -> HTML {
    let mayPart =
      model.viewer.may(.offenderWork) && model.file.records.count > 1 && !model.moves.contains { $0.state == .proposed }
    let items = model.file.records.map { record -> HTML in
      let box: HTML =
        mayPart
        ? "<label class=\"opt\"><input type=\"checkbox\" name=\"record\" value=\"\(record.id.text)\"> 拆出去</label>"
        : .none
      let source: HTML =
        record.subject.flatMap { model.links[$0] }.map { "<a href=\"\(link: $0)\">\(record.source)</a>" }
        ?? "\(record.source)"
      return """
        <li><b>\(record.origin.title)</b>　\(source)　<span class="dim">\(record.at.chinese(today: model.today))登记</span>\
        <p>\(LookWords.line(record.masked))</p>\(box)</li>
        """
    }
    let list: HTML = "<ul class=\"steps\">\(items)</ul>"
    return section(
      "来源记录", note: "\(items.count) 条", id: "records",
      mayPart ? MovePages.splitForm(model.file.person, list, state) : list)
  }

  private static func alike(_ model: OffenderDetail, _ state: FormState) -> HTML {
    guard !model.alike.isEmpty else { return .none }
    let items = model.alike.map { candidate -> HTML in
      let pieces = candidate.explanation.pieces.filter { $0.topic != .base && abs($0.amount) >= 0.05 }
      return """
        <li><a href="\(link: "/offenders/\(candidate.person.id)")">\(candidate.person.name)</a>　\(LookPages.chip(candidate.verdict))\
        \(candidate.explanation.warning.map { "<p class=\"note bad\">\($0)</p>" as HTML })\(candidate.listed)\
        <p class="why">\(pieces.map(\.sentence).joined(separator: "；"))</p>\
        \(LookPages.judged(candidate.judgement, candidate.person, model.today))\
        \(if: model.viewer.may(.offenderWork), JudgeForm.form(model.file.person.id, candidate.person.ref, look: nil, state) + MovePages.mergeForm(model.file.person, candidate.person, state))</li>
        """
    }
    return section("库里还有像他的人", note: "是同一人的，提出合并，由另一个人确认", id: "alike", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func judgements(_ model: OffenderDetail) -> HTML {
    guard !model.judgements.isEmpty else { return .none }
    let items = model.judgements.map { judgement -> HTML in
      let place: HTML = model.links[judgement.subject].map { "　<a href=\"\(link: $0)\">对象</a>" } ?? .none
      return """
        <li><b>\(judgement.answer.title)</b>　<span class="dim">\(judgement.title)，\(judgement.at.chinese(today: model.today))</span>\(place)\
        <p>\(judgement.reason)</p>\(if: judgement.isStale(model.file.person), "<p class=\"tag bad\">此后有新的记录，请再看一次</p>")</li>
        """
    }
    return section("做过的判断", note: "\(items.count) 次", id: "judgements", "<ul class=\"steps\">\(items)</ul>")
  }

  static func openForm(_ person: OffenderPerson, _ state: FormState) -> Page {
    Page(
      "看完整的号码", crumbs: [("违法人员库", "/offenders"), (person.name, "/offenders/\(person.id)")],
      """
      \(head("看完整的证件号码、电话", meta: ["\(person.name)"]))\(state.summary)\
      <form method="post" action="\(link: "/offenders/\(person.id)/open")" class="panel">\
      <p>每看一次，台账里记一次：谁、什么时候、为什么。</p>\
      \(Field("reason", "为什么要看", state, hint: "例如“制作询问通知书”").line(most: 300))\
      <button class="btn">看</button></form>
      """)
  }

  /// Shown once, as the answer to the form.
  static func opened(_ file: OffenderFile) -> Page {
    let items = file.records.map { record -> HTML in
      """
      <li><b>\(record.source)</b>\(facts([
        ("姓名", "\(record.said.name)"), ("证件号码", record.said.idNumber.isEmpty ? nil : "\(record.said.idNumber)"),
        ("电话", record.said.phone.isEmpty ? nil : "\(record.said.phone)"),
      ]))</li>
      """
    }
    return Page(
      "完整的号码", crumbs: [("违法人员库", "/offenders"), (file.person.name, "/offenders/\(file.person.id)")],
      "\(head("\(file.person.name)的证件号码、电话", meta: ["已记入台账；离开这一页就看不到了"]))<ul class=\"steps panel\">\(items)</ul>")
  }
}

/// The path over time and places: a line per county, a mark per record.
enum PathDrawing {
  static func html(_ model: OffenderDetail) -> HTML {
    let marks = model.file.records.compactMap { record in record.on.map { (record: record, on: $0) } }
    guard marks.count > 1, let first = marks.map(\.on).min(), let last = marks.map(\.on).max() else { return .none }
    var places: [String] = []
    for mark in marks where !places.contains(model.county(mark.record)) { places.append(model.county(mark.record)) }
    let span = max(last.dayNumber - first.dayNumber, 1)
    func x(_ day: CivilDate) -> Int { 120 + (day.dayNumber - first.dayNumber) * 480 / span }
    func y(_ place: String) -> Int { 26 + (places.firstIndex(of: place) ?? 0) * 30 }
    let height = 30 * places.count + 36
    let rows = places.map { place -> HTML in
      """
      <text x="0" y="\(y(place) + 4)" font-size="13" fill="currentColor">\(place.clipped(to: 9))</text>\
      <line x1="120" x2="600" y1="\(y(place))" y2="\(y(place))" stroke="currentColor" stroke-opacity=".2"/>
      """
    }
    let points = marks.map { "\(x($0.on)),\(y(model.county($0.record)))" }.joined(separator: " ")
    let dots = marks.map { mark -> HTML in
      """
      <circle cx="\(x(mark.on))" cy="\(y(model.county(mark.record)))" r="6" fill="\(mark.record.penalty.isPenalty ? "currentColor" : "none")" \
      stroke="currentColor" stroke-width="2"><title>\(mark.on.iso)　\(model.county(mark.record))　\(mark.record.said.institution)</title></circle>
      """
    }
    let years: HTML = """
      <text x="120" y="\(height - 4)" font-size="12" fill="currentColor">\(first.iso)</text>\
      <text x="600" y="\(height - 4)" font-size="12" fill="currentColor" text-anchor="end">\(last.iso)</text>
      """
    return """
      <div class="scroll"><svg viewBox="0 0 620 \(height)" width="620" height="\(height)" role="img" aria-label="从 \(first.iso) 到 \(last.iso)，\(places.count) 个县，\(marks.count) 处">\
      \(rows)<polyline points="\(points)" fill="none" stroke="currentColor" stroke-opacity=".5" stroke-dasharray="4 3"/>\(dots)\(years)</svg></div>\
      <p class="small dim">实心的点有有效处罚，空心的没有。</p>
      """
  }
}
