import Kit
import Law
import Web

/// The public answers «does this place have a licence?».
enum LookupPages {
  static func page(_ asked: String, _ answer: LookupAnswer?, today: CivilDate) -> Page {
    Page(
      "查机构", kind: .open,
      """
      <h1>这家诊所正规吗？</h1>\
      <form action="\(link: "/lookup")" class="go under" role="search"><label class="vh" for="k">机构名称或地址</label>\
      <input id="k" name="q" type="search" value="\(asked)" placeholder="机构名称或地址，写几个字就行" maxlength="40">\
      <button class="btn">查询</button></form>\
      \(answer.map { results($0, today: today) })\(answer == nil ? hint : notThere)
      """)
  }

  private static let hint: HTML = """
    <p class="dim under">这里能查到本地有医疗机构执业许可证或备案的机构，看许可到哪天为止、能看哪些科。</p>
    """

  private static let notThere: HTML = """
    <div class="empty under"><b>没有你要找的那家？</b>\
    招牌上的名称可能跟许可证上的不同，换两三个字或换成街道名再查一次。<br>\
    怎么查也查不到的，可能没有许可证。<br><a class="btn" href="\(link: "/report")">报给我们查</a></div>
    """

  private static func results(_ answer: LookupAnswer, today: CivilDate) -> HTML {
    guard answer.total > 0 else { return "<p class=\"under\" role=\"status\">没有查到这样的机构。</p>" }
    let more = answer.total > Int64(answer.found.count)
    return """
      <p class="small dim under" role="status">找到 \(answer.total) 家\
      \(if: more, "，先列出 \(answer.found.count) 家；多写几个字可以缩小范围")：</p>\
      \(answer.found.map { card($0, held(answer.marks[$0.id.value], today), answer.words, today: today) })
      """
  }

  private static func held(_ marks: [LicenceMark]?, _ today: CivilDate) -> [LicenceMark] {
    (marks ?? []).filter { $0.holds(on: today) }
  }

  private static func card(
    _ record: InstitutionRecord, _ marks: [LicenceMark], _ words: InstitutionWords, today: CivilDate
  ) -> HTML {
    let values = record.values
    return """
      <article class="panel under"><div class="row"><h2>\(values.name)</h2>\(marks.isEmpty ? chip(values, words, today: today) : "\(MarkPages.chips(marks, today: today))")</div>\
      \(facts([
        ("类型", "\(words.type(values.type))"), ("地址", "\(values.address)"),
        ("可以看", marks.isEmpty ? subjects(values, words) : left(values, marks)),
        ("变动", marks.isEmpty ? nil : "\(marks.map(\.words).joined(separator: "；"))"), ("有效期", end(values, today: today)),
      ]))</article>
      """
  }

  private static func chip(_ values: InstitutionValues, _ words: InstitutionWords, today: CivilDate) -> HTML {
    guard words.types[values.type]?.licensed != false else { return Chip.hold.html("不是凭医疗许可开办的") }
    return switch LicenceState(values.validTo, on: today) {
    case .valid, .expiring: Chip.done.html("许可（备案）有效")
    case .expired: Chip.bad.html("许可已过期")
    case .unknown: Chip.half.html("有许可（备案）")
    }
  }

  private static func subjects(_ values: InstitutionValues, _ words: InstitutionWords) -> HTML {
    guard words.types[values.type]?.licensed != false else {
      return "这一类机构不凭医疗许可开办。看病、打针、输液、做医疗美容都要另有许可。"
    }
    return values.subjects.isEmpty ? "没有登记科目" : "\(values.subjects)。<b>不能</b>看没有列出的科"
  }

  /// What an institution may still do after a decision: nothing, or what it did not lose.
  private static func left(_ values: InstitutionValues, _ marks: [LicenceMark]) -> HTML {
    guard marks.allSatisfy({ $0.new.kind == .subjects }) else { return "现在<b>不能</b>看病" }
    let lost = Set(marks.flatMap(\.new.subjects))
    let kept = LicenceSubjects.parts(values.subjects).filter { !lost.contains($0) }
    return kept.isEmpty ? "没有可以看的科目" : "\(kept.joined(separator: "、"))。<b>不能</b>看没有列出的科"
  }

  private static func end(_ values: InstitutionValues, today: CivilDate) -> HTML {
    switch values.validTo {
    case nil: "没有登记，可以向我们核实"
    case InstitutionValues.endless?: "长期"
    case let end? where end < today: "到 \(end.chinese()) 为止，<b>已经过期</b>"
    case let end?: "到 \(end.chinese()) 为止"
    }
  }
}
