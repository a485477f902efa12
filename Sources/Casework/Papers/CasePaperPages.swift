import Kit
import Papers
import Web

/// What the page of one paper shows.
struct PaperDetail {
  let record: CaseRecord
  let row: PaperRow
  let document: PaperDocument
  /// Who began it, and who issued it.
  let author: String?
  let issuer: String?
  /// The viewer may write on it.
  let mayWrite: Bool
  /// The viewer hands the paper to the party, with its code.
  let mayHandOut: Bool
  /// The viewer may write what papers say of the agency.
  let mayDetail: Bool
  /// Where its paper is served; nil where it is no paper of a step.
  let service: Link?
  /// PDF files can be made on this machine.
  let hasPress: Bool
  let today: CivilDate

  var base: Link { "/cases/\(record.id)/papers/\(row.paper.number)" }
}

enum CasePaperPages {
  static func page(_ model: PaperDetail, _ state: FormState = .empty) -> Page {
    let (record, template) = (model.record, model.row.template)
    return Page(
      template.title, crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head(template.title, meta: meta(model)))\(state.summary)\(model.row.paper.issue == nil ? draft(model) : issued(model))\
      <div class="gap">\(PaperPreview(model.document, template).html)</div>
      """)
  }

  private static func meta(_ model: PaperDetail) -> [HTML] {
    [
      "\(model.record.number)",
      model.document.number.map { "\($0)" } ?? "\(model.row.paper.day.chinese(today: model.today))",
      PaperWords.state(model.row),
    ]
  }

  // MARK: Draft

  private static func draft(_ model: PaperDetail) -> HTML {
    let gaps = model.document.gaps
    guard model.mayWrite else { return section("草稿", "<p class=\"dim\">\(model.author ?? "办案人员")正在起草，还没有出具。</p>") }
    return """
      <section class="panel"><h2>\(gaps.isEmpty ? "看过没有错，就可以出具" : "还缺 \(gaps.count) 处")</h2>\(missing(gaps, model))\
      <form method="post" action="\(link: Link("\(model.base)/issue"))" class="under">\(byHand(gaps, model))\
      <p class="row"><button class="btn">出具</button><a class="btn p" href="\(link: Link("\(model.base)/edit"))">修改</a></p></form>\
      <form method="post" action="\(link: Link("\(model.base)/discard"))" class="under"><button class="btn p">删除草稿</button></form>\
      <p class="dim under">出具后\(if: model.row.template.number != nil, "给文号，")内容和校验值固定下来，不能再改。</p></section>
      """
  }

  private static func missing(_ gaps: [String], _ model: PaperDetail) -> HTML {
    guard !gaps.isEmpty else { return .none }
    let names = gaps.map { model.row.template.title(of: $0) }.joined(separator: "、")
    let isOfAgency = gaps.contains { AgencyDetail.names.contains($0) }
    let settings: HTML =
      if !isOfAgency { .none } else if model.mayDetail {
        "机关的地址、电话等，在<a href=\"\(link: "/agency/papers")\">文书用的单位信息</a>里填一次就行。"
      } else {
        "机关的地址、电话等，请负责人在“文书用的单位信息”里填一次。"
      }
    return "<p>\(names)。\(settings)</p>"
  }

  /// Records that stay in the file may be finished by hand: names and lines that nobody knows before.
  private static func byHand(_ gaps: [String], _ model: PaperDetail) -> HTML {
    guard !gaps.isEmpty, model.row.template.audience == .internal else { return .none }
    return
      "<label class=\"pick\"><input type=\"checkbox\" name=\"by-hand\" value=\"yes\"> <span>缺的地方印成空行，打印后手写</span></label>"
  }

  // MARK: Issued

  private static func issued(_ model: PaperDetail) -> HTML {
    let paper = model.row.paper
    return """
      \(if: model.mayHandOut, handOut(model))\
      <p class="row under">\(button("打印", Link("\(model.base)/print"), plain: model.mayHandOut))\
      \(if: model.document.width == .a4AndRoll, button("80 毫米打印", Link("\(model.base)/print").asking([("sheet", PaperSheet.roll.rawValue)]), plain: true))\
      \(button("下载 Word", Link("\(model.base)/word"), plain: true))</p>\
      \(pdf(model))\
      \(facts([
        ("文号", paper.issue?.number.map { "\($0)" }), ("文书日期", "\(paper.day.chinese(today: model.today))"),
        ("出具", paper.issue.map { "\($0.at.chinese(today: model.today))　\(model.issuer ?? "")" }), ("送达", service(model)),
        ("校验值", paper.issue.map { "<a href=\"\(link: "/paper/\($0.digest)")\">\($0.digest.prefix(16))…</a>" }),
      ]))
      """
  }

  /// The copy for the party: the only one that carries its code.
  private static func handOut(_ model: PaperDetail) -> HTML {
    """
    <form method="post" action="\(link: Link("\(model.base)/hand-out"))" class="panel"><p class="row">\
    <button class="btn" name="sheet" value="\(PaperSheet.a4.rawValue)">打印交当事人</button>\
    \(if: model.document.width == .a4AndRoll, "<button class=\"btn p\" name=\"sheet\" value=\"\(PaperSheet.roll.rawValue)\">80 毫米打印交当事人</button>")</p>\
    <p class="dim under">文书后面附当事人的查询码，可以撕下。只有本案执法人员能这样打印，每次都记入台账；下面各种不附查询码。</p></form>
    """
  }

  private static func pdf(_ model: PaperDetail) -> HTML {
    guard model.hasPress else {
      return "<p class=\"dim under\">要 PDF，在打印页按 Ctrl+P，目标选“另存为 PDF”：这台服务器没有安装生成 PDF 的程序。</p>"
    }
    return
      "<form method=\"post\" action=\"\(link: Link("\(model.base)/pdf"))\" class=\"under\"><button class=\"btn p\">下载 PDF</button></form>"
  }

  private static func service(_ model: PaperDetail) -> HTML? {
    guard model.row.template.isServed else { return nil }
    if let served = model.row.served { return "\(served.chinese(today: model.today))送达" }
    guard let service = model.service, model.mayWrite else { return "还没有送达" }
    return "还没有送达，送达后<a href=\"\(link: service)\">登记送达</a>"
  }
}
