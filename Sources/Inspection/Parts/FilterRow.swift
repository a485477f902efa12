package import Web

/// The row of filters above a list: what is chosen stands in the address, so that it can be sent and kept.
package struct FilterRow: Sendable {
  private let base: Link
  private let listing: Listing
  private var parts: [HTML] = []

  package init(_ base: Link, _ listing: Listing) {
    self.base = base
    self.listing = listing
  }

  package func select(_ name: String, _ label: String, _ choices: [(String, String)], all: String) -> FilterRow {
    let chosen = listing.filter(name) ?? ""
    let options = choices.map { value, words -> HTML in
      "<option value=\"\(value)\"\(if: value == chosen, " selected")>\(words)</option>"
    }
    return adding(
      """
      <select name="\(name)" aria-label="\(label)" class="w12"><option value="">\(all)</option>\(options)</select>
      """)
  }

  /// A filter that came with a link and is kept as it is; `words` says in the row what it narrows to.
  package func keep(_ name: String, _ words: String?) -> FilterRow {
    guard let value = listing.filter(name) else { return self }
    return adding(
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\(words.map { "<span class=\"tag\">\($0)</span>" as HTML })"
    )
  }

  package var html: HTML {
    """
    <form class="row block" method="get" action="\(link: base)">\(parts)<button class="btn p">筛选</button>\
    \(if: listing.isFiltered, "<a href=\"\(link: base)\">清除筛选</a>")</form>
    """
  }

  private func adding(_ part: HTML) -> FilterRow {
    var row = self
    row.parts.append(part)
    return row
  }
}
