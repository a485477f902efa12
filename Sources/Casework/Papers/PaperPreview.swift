import Papers
import Web

/// A paper inside a page, as it will be printed: what is missing stands in its place by name.
struct PaperPreview {
  let document: PaperDocument
  let template: PaperTemplate

  init(_ document: PaperDocument, _ template: PaperTemplate) {
    self.document = document
    self.template = template
  }

  var html: HTML {
    """
    <article class="sheet doc" aria-label="\(document.title)"><header><p>\(document.agency)</p><h2>\(document.title)</h2></header>\
    \(document.number.map { "<p class=\"no\">\($0)</p>" as HTML })\(document.blocks.map(html))</article>
    """
  }

  private func html(_ block: PaperBlock) -> HTML {
    switch block {
    case .heading(let line): "<h3>\(html(line))</h3>"
    case .paragraph(let line): "<p class=\"\(isSalutation(line) ? "" : "t")\">\(html(line))</p>"
    case .note(let line): "<p class=\"small\">\(html(line))</p>"
    case .facts(let facts): "<table class=\"form\">\(facts.map(html))</table>"
    case .table(let table): html(table)
    case .blank(let count): "\((0..<count).map { _ in "<p class=\"fill\"></p>" as HTML })"
    case .sign(let lines): "\(lines.map { "<p class=\"hand\">\(html($0))：<span>年　　月　　日</span></p>" as HTML })"
    case .seal(let agency, let date):
      "<div class=\"place\"><p>\(html(agency))</p><p>\(html(date))</p><p class=\"small\">（印章）</p></div>"
    case .pageBreak: "<hr>"
    }
  }

  /// Whom it speaks to: `卢茂生：`.
  private func isSalutation(_ line: PaperLine) -> Bool {
    document.blocks.first == .paragraph(line) && line.words.hasSuffix("：") && !line.words.contains("，")
  }

  private func html(_ fact: PaperFact) -> HTML {
    "<tr><th scope=\"row\">\(html(fact.label))</th><td>\(html(fact.value))</td></tr>"
  }

  private func html(_ table: PaperTable) -> HTML {
    let heads = table.columns.map { "<th scope=\"col\">\($0.label)</th>" as HTML }
    let rows = table.rows.map { row in
      "<tr>\(zip(row, table.columns).map { cell, column in "<td data-l=\"\(column.label)\">\(html(cell))</td>" as HTML })</tr>"
        as HTML
    }
    return "<table class=\"form list\"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table>"
  }

  private func html(_ lines: [PaperLine]) -> HTML { HTML.join(lines.map(html), "<br>") }

  private func html(_ line: PaperLine) -> HTML {
    let runs = line.runs.map { run -> HTML in
      switch run {
      case .words(let words): "\(words)"
      case .gap(let name): "<mark>\(template.title(of: name))</mark>"
      }
    }
    return "\(runs)"
  }
}
