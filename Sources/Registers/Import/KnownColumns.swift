package import Web

/// The columns that a list may have (认得的列), for the page on which another room brings one in; the institutions' own page
/// tells more of each.
///
///     knownColumns([("哨点名称", true, ["名称"])])
package func knownColumns(_ columns: [(title: String, isRequired: Bool, aliases: [String])]) -> HTML {
  let lines = columns.map { column in
    Table.Line([
      "\(column.title)", column.isRequired ? "必填" : "可不填",
      "<span class=\"small dim\">\(column.aliases.joined(separator: "、"))</span>",
    ])
  }
  return Table("共 \(lines.count) 列", ["列名", "要不要填", "也认这些列名"].map { Table.Column($0) }, lines).html
}
