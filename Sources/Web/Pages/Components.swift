/// State of a record: word, shape and colour together.
package enum Chip: String, Sendable {
  case open = ""
  case half, full, done, hold, shut, warn, bad

  package func html(_ words: String) -> HTML { "<span class=\"chip \(rawValue)\">\(words)</span>" }
}

/// A figure that opens the list of its records.
package func figure(_ number: some BinaryInteger, _ link: Link, bad: Bool = false) -> HTML {
  "<a class=\"fig\(if: bad, " bad")\" href=\"\(link: link)\">\(Int64(number))</a>"
}

package func figure(_ text: String, _ link: Link) -> HTML { "<a class=\"fig\" href=\"\(link: link)\">\(text)</a>" }

/// The head of a page: title, a line of facts, actions at the right.
package func head(_ title: String, meta: [HTML] = [], actions: [HTML] = []) -> HTML {
  """
  <div class="head"><div><h1>\(title)</h1>\
  \(if: !meta.isEmpty, "<p class=\"meta\">\(meta.map { "<span>\($0)</span>" as HTML })</p>")</div>\
  \(if: !actions.isEmpty, "<div class=\"row\">\(actions)</div>")</div>
  """
}

/// A section with its heading and a line beside it.
package func section(_ title: String, note: HTML = .none, id: String = "", _ content: HTML) -> HTML {
  """
  <section class="block"\(if: !id.isEmpty, " id=\"\(id)\"")><div class="bh"><h2>\(title)</h2>\
  \(if: !note.isEmpty, "<p>\(note)</p>")</div>\(content)</section>
  """
}

/// The groups of a list side by side; `isHere` marks the one that is shown.
package func tabs(_ label: String, _ items: [(words: String, link: Link, isHere: Bool)]) -> HTML {
  let links = items.map { item -> HTML in
    "<a href=\"\(link: item.link)\"\(if: item.isHere, " aria-current=\"page\"")>\(item.words)</a>"
  }
  return "<nav class=\"tabs\" aria-label=\"\(label)\">\(links)</nav>"
}

package func button(_ words: String, _ link: Link, plain: Bool = false) -> HTML {
  "<a class=\"btn\(if: plain, " p")\" href=\"\(link: link)\">\(words)</a>"
}

/// What is not there, and the first step.
package func empty(_ what: String, _ next: HTML) -> HTML {
  "<div class=\"empty\"><b>\(what)</b>\(next)</div>"
}

/// Plain words to be copied into a group chat (工作群): folded, and selected as a whole by one tap or click, without a script
/// (decision 15).
package func copyBox(_ words: String, _ title: HTML = "发到工作群的文字") -> HTML {
  """
  <details class="more block"><summary>\(title)</summary>\
  <p class="small dim">点一下文字就全部选中，再复制。</p><pre class="copy" tabindex="0">\(words)</pre></details>
  """
}

/// Facts of a record: label and value. Absent values are left out.
package func facts(_ rows: [(String, HTML?)]) -> HTML {
  let lines = rows.compactMap { label, value in value.map { "<dt>\(label)</dt><dd>\($0)</dd>" as HTML } }
  return "<dl class=\"facts\">\(lines)</dl>"
}

/// What happened, oldest first.
package func timeline(_ entries: [(time: String, words: HTML, note: HTML?)]) -> HTML {
  let items = entries.map { entry -> HTML in
    "<li><time>\(entry.time)</time>\(entry.words)\(entry.note.map { "<span class=\"s\">\($0)</span>" as HTML })</li>"
  }
  return "<ol class=\"tl\">\(items)</ol>"
}

/// Text of several lines, as it was typed.
package func paragraphs(_ text: String) -> HTML {
  let lines = text.split(whereSeparator: \.isNewline).map { "<p>\($0)</p>" as HTML }
  return "<div class=\"stack\">\(lines)</div>"
}

/// A share against a target, with the numbers always beside it.
package func bar(share: Double, target: Double?, label: String, short: Bool) -> HTML {
  let width = Int((min(max(share, 0), 1) * 1000).rounded())
  let place = target.map { Int((min(max($0, 0), 1) * 994).rounded()) }
  return """
    <svg class="bar\(if: short, " short")" viewBox="0 0 1000 80" preserveAspectRatio="none" role="img" aria-label="\(label)">\
    <rect class="v" width="\(width)" height="80"/>\(place.map { "<path class=\"t\" d=\"M\($0) -20V100\"/>" as HTML })</svg>
    """
}
