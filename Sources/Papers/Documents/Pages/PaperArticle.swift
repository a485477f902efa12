/// The body of a paper in HTML, the same on screen, on A4, on the roll and in a file of a case.
struct PaperArticle {
  let document: PaperDocument
  let checkAddress: String?
  /// What links inside a file point at.
  let anchor: Markup
  /// Its record is kept somewhere, so that its hash can be compared.
  let isKept: Bool

  init(_ document: PaperDocument, checkAddress: String?, anchor: Markup = .none, isKept: Bool = true) {
    self.isKept = isKept
    self.document = document
    self.checkAddress = checkAddress
    self.anchor = anchor
  }

  var html: Markup {
    """
    <article class="paper"\(anchor)>
    <header><p class="agency">\(document.agency)</p><h1>\(document.title)</h1></header>
    \(number)\(salutation)\(document.blocks.dropFirst(document.hasSalutation ? 1 : 0).map(html))\(foot)</article>

    """
  }

  private var number: Markup {
    guard let number = document.number else { return .none }
    return "<p class=\"no\">\(number)</p>\n"
  }

  private var salutation: Markup {
    guard document.hasSalutation, case .paragraph(let line)? = document.blocks.first else { return .none }
    return "<p class=\"to\">\(html(line))</p>\n"
  }

  private func html(_ block: PaperBlock) -> Markup {
    switch block {
    case .heading(let line): "<h2>\(html(line))</h2>\n"
    case .paragraph(let line) where line.isGap: "<p class=\"fill\"></p><p class=\"fill\"></p><p class=\"fill\"></p>\n"
    case .paragraph(let line): "<p>\(html(line))</p>\n"
    case .note(let line): "<p class=\"note\">\(html(line))</p>\n"
    case .facts(let facts): "<table class=\"facts\">\n\(facts.map(html))</table>\n"
    case .table(let table): html(table)
    case .blank(let count): "\((0..<count).map { _ in "<p class=\"fill\"></p>" as Markup })\n"
    case .sign(let lines): "<div class=\"sign\">\(lines.map(signature))</div>\n"
    case .seal(let agency, let date):
      "<div class=\"seal\"><p>\(html(agency))</p><p>\(date.isGap ? "　　年　月　日" : html(date))</p><p class=\"place\">（印章）</p></div>\n"
    case .pageBreak: "<div class=\"turn\"></div>\n"
    }
  }

  private func html(_ fact: PaperFact) -> Markup {
    "<tr><th scope=\"row\">\(html(fact.label))</th><td>\(html(fact.value))</td></tr>\n"
  }

  private func html(_ table: PaperTable) -> Markup {
    let whole = max(table.columns.reduce(0) { $0 + $1.width }, 1)
    let widths = table.columns.map { column -> Markup in "<col class=\"w\(20 * column.width / whole)\"/>" }
    let heads = table.columns.map { column -> Markup in "<th scope=\"col\">\(column.label)</th>" }
    return """
      <table class="rows"><colgroup>\(widths)</colgroup><thead><tr>\(heads)</tr></thead>
      <tbody>
      \(table.rows.map { html($0, table.columns) })</tbody></table>

      """
  }

  private func html(_ row: [[PaperLine]], _ columns: [PaperTable.Column]) -> Markup {
    let cells = zip(row, columns).map { cell, column -> Markup in
      "<td data-l=\"\(column.label)\">\(html(cell))</td>"
    }
    return "<tr>\(cells)</tr>\n"
  }

  private func html(_ lines: [PaperLine]) -> Markup {
    var all: Markup = ""
    for (index, line) in lines.enumerated() { all += index == 0 ? html(line) : "<br/>\(html(line))" }
    return all
  }

  private func html(_ line: PaperLine) -> Markup {
    let runs = line.runs.map { run -> Markup in
      switch run {
      case .words(let words): "\(words)"
      case .gap: Self.gap
      }
    }
    return "\(runs)"
  }

  private func signature(_ line: PaperLine) -> Markup {
    "<p><span class=\"who\">\(html(line))：</span><span class=\"line\"></span><span class=\"day\">年　　月　　日</span></p>"
  }

  private static let gap: Markup = "<span class=\"gap\">　　　　　</span>"

  /// The hash with its code, and the code of the party's own page.
  private var foot: Markup {
    guard isKept else { return .none }
    let hash = document.hash
    let check = QRPicture(checkAddress.map { $0 + hash } ?? "sha256:\(hash)")
    let own = document.address.flatMap { QRPicture($0) }
    return """
      <footer><table><tr><td class="code">\(check?.svg(label: "校验码") ?? .none)</td>
      <td class="words"><p>校验值（SHA-256）</p><p class="hash">\(Self.grouped(hash))</p>\
      <p>保存的文书与校验值一致，就是本文书的原文。</p></td>
      \(own.map { "<td class=\"words own\"><p>当事人查阅</p><p>扫码看文书、提意见</p></td><td class=\"code\">\($0.svg(label: "当事人查阅码"))</td>" } ?? Markup.none)</tr></table></footer>

      """
  }

  /// In groups of eight, so that eyes can compare it and lines can break.
  static func grouped(_ hash: String) -> String {
    let digits = Array(hash.utf8)
    return stride(from: 0, to: digits.count, by: 8).map { start in
      String(decoding: digits[start..<min(start + 8, digits.count)], as: UTF8.self)
    }.joined(separator: " ")
  }
}
