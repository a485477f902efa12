import Web

/// What every role sees, does and never does, and the rights behind it: printed from the same data that decides.
enum RolePages {
  static func list(_ book: RoleBook) -> Page {
    let lines = book.roles.map { role in
      Table.Line([
        "\(role.name)<span class=\"s\">\(role.code)\(if: role.isAlone, "，不能兼任")\(if: !role.hasAccount, "，不用账号")</span>",
        "\(role.sees)", "\(role.does)", "\(role.never)", "<span class=\"small dim\">\(rights(role, book))</span>",
      ])
    }
    return Page(
      "岗位表", crumbs: [("账号与岗位", "/accounts")],
      """
      \(head("岗位表", meta: ["没有列出的权限一律没有"]))\
      \(Table("岗位 \(lines.count) 个", ["岗位", "看什么", "办什么", "从不", "权限"].map { Table.Column($0) }, lines).html)
      """)
  }

  private static func rights(_ role: Role, _ book: RoleBook) -> String {
    let words: [(Reach, String)] = [(.own, "本人"), (.agency, "本单位"), (.jurisdiction, "辖区")]
    return words.compactMap { reach, word in
      let names = role.grants.filter { $0.value == reach }.map { book.words[$0.key.name] ?? $0.key.name }.sorted()
      return names.isEmpty ? nil : "\(word)：\(names.joined(separator: "、"))"
    }.joined(separator: "；")
  }
}
