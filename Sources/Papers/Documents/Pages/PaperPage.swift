/// On what a paper is printed.
package enum PaperSheet: String, CaseIterable, Sendable {
  case a4
  /// The 80 mm roll of a portable printer.
  case roll = "80"
}

/// A paper as a page: read on a screen, printed from the browser, or made into a PDF.
///
/// The page has no script, no style of its own and loads nothing but the one stylesheet (`Static/paper.css`), so that it
/// stands under the strictest content-security policy.
package struct PaperPage: Sendable {
  /// Another form of the same paper, or the way back; shown above the paper and never printed.
  package struct Way: Sendable {
    let title: String
    let address: String

    /// `address` is one of this site's own.
    package init(_ title: String, _ address: String) {
      self.title = title
      self.address = address
    }
  }

  let sheet: PaperSheet
  let stylesheet: String
  let checkAddress: String?
  let ways: [Way]

  /// `checkAddress` is what the hash is put behind in the QR code: an address where it can be checked; without it the
  /// code holds `sha256:` and the hash.
  package init(_ sheet: PaperSheet, stylesheet: String, checkAddress: String? = nil, ways: [Way] = []) {
    self.sheet = sheet
    self.stylesheet = stylesheet
    self.checkAddress = checkAddress
    self.ways = ways
  }

  /// The whole page in UTF-8; `slip` under it for the copy that the party is handed.
  package func html(_ document: PaperDocument, slip: PaperSlip? = nil) -> [UInt8] {
    let article = PaperArticle(document, checkAddress: checkAddress).html
    return page(document.title, of: sheet.rawValue, "\(tools)\(article)\(slip?.html ?? .none)")
  }

  func page(_ title: String, of kind: String, _ content: Markup) -> [UInt8] {
    let style = stylesheet
    let link: Markup = style.isEmpty ? .none : "<link rel=\"stylesheet\" \(Self.address("href", style))>"
    let page: Markup = """
      <!doctype html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      \(link)
      </head>
      <body class="s\(kind)">
      \(content)
      </body>
      </html>

      """
    return page.bytes
  }

  private var tools: Markup {
    if stylesheet.isEmpty { return .none }
    let paper: Markup = sheet == .a4 ? "纸张选 A4" : "打印机选 80 毫米的便携打印机，边距选“无”"
    let links = ways.map { way -> Markup in "<a \(Self.address("href", way.address))>\(way.title)</a>" }
    return "<nav class=\"tools\"><p>打印：按 Ctrl+P，\(paper)，比例 100%，不打印页眉和页脚。</p><p>\(links)</p></nav>\n"
  }

  static func address(_ name: Markup, _ address: String) -> Markup { "\(name)=\"\(address)\"" }
}
