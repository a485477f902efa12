import Kit

/// A ledger on a page: sorted, filtered and paged by the server; rows become blocks on a phone.
package struct Table: Sendable {
  package struct Column: Sendable {
    let title: String
    let sort: String?
    let numeric: Bool

    /// `sort` is the name of the order in the address; nil where the column cannot be sorted.
    package init(_ title: String, sort: String? = nil, numeric: Bool = false) {
      self.title = title
      self.sort = sort
      self.numeric = numeric
    }
  }

  package struct Line: Sendable {
    let cells: [HTML]
    let selected: Bool
    package init(_ cells: [HTML], selected: Bool = false) {
      self.cells = cells
      self.selected = selected
    }
  }

  let caption: String
  let columns: [Column]
  let lines: [Line]
  let listing: Listing?

  /// The first cell of a line is its head and carries the link.
  package init(_ caption: String, _ columns: [Column], _ lines: [Line], listing: Listing? = nil) {
    self.caption = caption
    self.columns = columns
    self.lines = lines
    self.listing = listing
  }

  package var html: HTML {
    """
    <table class="tbl cards tight"><caption>\(caption)</caption><thead><tr>\(columns.map(title))</tr></thead>\
    <tbody>\(HTML.written { page in for line in lines { write(line, &page) } })</tbody></table>\(listing?.pager)
    """
  }

  private func title(_ column: Column) -> HTML {
    guard let sort = column.sort, let listing else {
      return "<th scope=\"col\"\(if: column.numeric, " class=\"n\"")>\(column.title)</th>"
    }
    let state = listing.sort == sort ? (listing.descending ? "descending" : "ascending") : nil
    return """
      <th scope="col"\(if: column.numeric, " class=\"n\"")\(state.map { " aria-sort=\"\($0)\"" as HTML })>\
      <a href="\(link: listing.sorted(by: sort))">\(column.title)</a></th>
      """
  }

  private func write(_ line: Line, _ page: inout HTML.Interpolation) {
    page.appendLiteral(line.selected ? "<tr class=\"sel\">" : "<tr>")
    for (index, (column, cell)) in zip(columns, line.cells).enumerated() {
      if index == 0 {
        page.appendLiteral("<th scope=\"row\">")
        page.appendInterpolation(cell)
        page.appendLiteral("</th>")
      } else {
        page.appendLiteral("<td data-l=\"")
        page.appendInterpolation(column.title)
        page.appendLiteral(column.numeric ? "\" class=\"n\"><span>" : "\"><span>")
        page.appendInterpolation(cell)
        page.appendLiteral("</span></td>")
      }
    }
    page.appendLiteral("</tr>")
  }
}

/// Which part of a list is shown: page, order and the filters, all in the address.
package struct Listing: Sendable {
  package static let size = 20

  package let base: Link
  package let page: Int
  package let sort: String
  package let descending: Bool
  package let filters: [(String, String?)]
  package private(set) var total: Int64 = 0

  /// `sorts` are the allowed orders; the first is the usual one. `-name` in the address turns it round.
  package init(_ call: Call, base: Link, sorts: [String], descending: Bool, filters: [String]) {
    self.base = base
    self.filters = filters.map { ($0, call.asked($0)) }
    page = min(max(Int(call.asked("page") ?? "") ?? 1, 1), 100_000)
    let asked = call.asked("sort") ?? ""
    let name = asked.hasPrefix("-") ? String(asked.dropFirst()) : asked
    if sorts.contains(name) {
      (sort, self.descending) = (name, asked.hasPrefix("-"))
    } else {
      (sort, self.descending) = (sorts.first ?? "", descending)
    }
  }

  package var offset: Int { (page - 1) * Listing.size }
  package func filter(_ name: String) -> String? { filters.first { $0.0 == name }?.1 }
  package var isFiltered: Bool { filters.contains { $0.1 != nil } }

  package func counting(_ total: Int64) -> Listing {
    var listing = self
    listing.total = total
    return listing
  }

  /// `共 41 条，显示 1 至 20 条`.
  package func caption(_ noun: String, unit: String = "条") -> String {
    guard total > 0 else { return "\(noun) 0 \(unit)" }
    let last = min(Int64(offset + Listing.size), total)
    return total <= Int64(Listing.size) && page == 1
      ? "\(noun) \(total) \(unit)" : "\(noun) \(total) \(unit)，显示 \(min(Int64(offset) + 1, total)) 至 \(last) \(unit)"
  }

  func sorted(by name: String) -> Link {
    base.asking(filters + [("sort", name == sort && !descending ? "-\(name)" : name)])
  }

  var pager: HTML {
    let last = Int((total + Int64(Listing.size) - 1) / Int64(Listing.size))
    guard last > 1 else { return .none }
    let near = Set([1, page - 1, page, page + 1, last].filter { (1...last).contains($0) }).sorted()
    let links = near.map { number -> HTML in
      number == page
        ? "<b aria-current=\"page\">\(number)</b>"
        : "<a href=\"\(link: at(number))\" aria-label=\"第 \(number) 页\">\(number)</a>"
    }
    return """
      <nav class="pages" aria-label="翻页"><span>第 \(page) 页，共 \(last) 页</span>\
      \(if: page > 1, "<a href=\"\(link: at(page - 1))\">上一页</a>")\(links)\
      \(if: page < last, "<a href=\"\(link: at(page + 1))\">下一页</a>")</nav>
      """
  }

  private func at(_ number: Int) -> Link {
    base.asking(filters + [("sort", descending ? "-\(sort)" : sort), ("page", number == 1 ? nil : "\(number)")])
  }
}
