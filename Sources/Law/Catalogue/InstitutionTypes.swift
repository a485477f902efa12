internal import Kit

/// All types of institution, and which of them a text names.
package struct InstitutionTypes: Sendable {
  /// In the order of the files.
  package let all: [InstitutionType]
  private let table: WordTable
  private let byID: [String: Int]

  package init(_ all: [InstitutionType]) {
    self.all = all
    byID = Dictionary(all.indices.map { (all[$0].id, $0) }) { first, _ in first }
    var words: [WordTable.Word] = []
    for (index, type) in all.enumerated() {
      words += ([type.name] + type.aliases).map { .init(text: $0, type: index, isGeneral: false) }
      words += type.general.map { .init(text: $0, type: index, isGeneral: true) }
    }
    table = WordTable(words)
  }

  package subscript(id: String) -> InstitutionType? { byID[id].map { all[$0] } }

  /// The types that the subject of a plan's coverage means, in the order of the files: `医院、诊所` means hospitals,
  /// with private ones, and clinics.
  ///
  /// The longest word wins (民营医院 is not also 医院). A group word such as 医疗机构 means its whole group, unless closer
  /// words stand beside it. Nothing is guessed, and nothing answered, where the text takes something out (除医院以外) or
  /// leaves open what remains (其他医疗机构).
  package func matching(_ words: String) -> [InstitutionType] {
    if contains(["除", "以外", "之外"], words) { return [] }
    let found = table.find(words)
    let named = found.close.isEmpty && !contains(["其他", "其它"], words) ? found.general : found.close
    let ids = Set(named.map { all[$0].id })
    return all.indices.filter { named.contains($0) || all[$0].kindOf.map(ids.contains) == true }.map { all[$0] }
  }

  /// The one type that a register's cell names; nil where it names none or several.
  package func naming(_ word: String) -> InstitutionType? {
    let found = table.find(word).close
    return found.count == 1 ? found.first.map { all[$0] } : nil
  }

  private func contains(_ marks: [String], _ words: String) -> Bool { marks.contains { words.contains($0) } }
}
