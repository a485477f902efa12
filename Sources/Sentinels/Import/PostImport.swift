import Foundation
package import Kit
import Offices
import Registers
package import Storage
import Web

/// Import of a list of posts (导入哨点名册), all of it or nothing. The name of the kind only; see `StagedPosts`,
/// `AppliedPosts`.
package enum PostImport {}

extension RefKind { package static let postImport = RefKind("post-import") }
extension Deed { package static let importPosts = Deed("sentinels.import-posts") }

/// A file that was brought and waits for its confirmation. Its rows are sealed: they name contact persons.
struct StagedPosts: Sendable {
  let id: ID<PostImport>
  let county: County
  let file: String
  let sha256: String
  let sealed: String

  func rows(_ keys: Keys) throws -> [TableRow] {
    guard let plain = try SealedText.open(sealed, for: Self.subject(id), keys) else { throw PostImportRefusal.gone }
    return try JSONDecoder().decode([TableRow].self, from: Data(plain))
  }

  static func sealed(_ rows: [TableRow], _ id: ID<PostImport>, _ database: Database) throws -> String {
    try SealedText.seal(
      Array(JSONEncoder().encode(rows)), for: subject(id), database.folder.keys, database.world)
  }

  private static func subject(_ id: ID<PostImport>) -> String { "post-import:\(id.text)" }
}

/// An applied file: its rows are added, changed or the same as before.
struct AppliedPosts: Sendable {
  let id: ID<PostImport>
  let county: County
  let at: Instant
  let actor: String
  let file: String
  let sha256: String
  let added: Int64
  let changed: Int64
  let same: Int64
}

enum PostImportRefusal: Refusal, Hashable {
  case noFile
  case noHeader
  case columnTwice(String)
  case columnsMissing([String])
  case gone
  case bad(Int)
  case nothing
  case moved

  var code: String {
    switch self {
    case .noFile: "sentinels.import-no-file"
    case .noHeader: "sentinels.import-no-header"
    case .columnTwice: "sentinels.import-column-twice"
    case .columnsMissing: "sentinels.import-columns-missing"
    case .gone: "sentinels.import-gone"
    case .bad: "sentinels.import-bad"
    case .nothing: "sentinels.import-nothing"
    case .moved: "sentinels.import-moved"
    }
  }

  var sentence: String {
    switch self {
    case .noFile: "还没有选文件。"
    case .noHeader: "前 10 行里没有认得的表头。"
    case .columnTwice(let title): "有两列都是“\(title)”，一样东西只能有一列。"
    case .columnsMissing(let titles): "缺少这些列：\(titles.joined(separator: "、"))。"
    case .gone: "这份文件已经导入过，或者放了太久已经清掉。"
    case .bad(let count): "还有 \(count) 处要改，整份都没有导入。"
    case .nothing: "和登记的一样，没有要导入的。"
    case .moved: "预览以后登记变了，整份都没有导入。请看新的预览，再导入一次。"
    }
  }

  var field: String? {
    switch self {
    case .noFile, .noHeader, .columnTwice, .columnsMissing: "file"
    case .gone, .bad, .nothing, .moved: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .gone, .nothing, .moved: .conflict
    default: .invalid
    }
  }
}

extension Sentinels {
  static let mostImported = 1000

  /// Reads a file and keeps it sealed for three days; nothing is registered yet. Refuses what is no table and one without
  /// the columns that are needed.
  func stagePosts(_ file: StagedFile, county: County, _ database: Database) async throws -> ID<PostImport> {
    let rows = try TableFile.rows(of: file, most: Self.mostImported + PostSheet.deepest)
    _ = try PostSheet(rows, book.columns)
    let id = database.world.newID(PostImport.self)
    let staged = StagedPosts(
      id: id, county: county, file: file.name, sha256: file.sha256,
      sealed: try StagedPosts.sealed(rows, id, database))
    try await database.scratch { try PostImportStore.insert(staged, $0) }
    return id
  }

  /// Adds and changes every post of the file, in one deed whose entry holds the file's hash. `seen` is what the preview
  /// showed. Refuses a file that was applied or forgotten, one with a bad cell, one without news, and one whose posts were
  /// changed since the preview.
  func applyPosts(_ id: ID<PostImport>, _ sheet: PostSheet, seen: String, _ tx: Transaction) throws {
    guard try PostImportStore.applied(id, tx) == nil, let staged = try PostImportStore.staged(id, tx),
      staged.county == tx.county
    else { throw PostImportRefusal.gone }
    let rows = try PostRows(sheet, self, tx.county, tx)
    guard rows.faults.isEmpty else { throw PostImportRefusal.bad(rows.faults.count) }
    guard rows.mark == seen else { throw PostImportRefusal.moved }
    guard !rows.added.isEmpty || !rows.changed.isEmpty else { throw PostImportRefusal.nothing }
    for row in rows.added { try setContact(row, of: try add(row.values, tx), tx) }
    for row in rows.changed {
      guard let post = row.post else { continue }
      try amend(post, row.values, tx)
      try setContact(row, of: post, tx)
    }
    try PostImportStore.insertApplied(staged, rows, tx)
    tx.tell(
      Ref(.postImport, id),
      "导入哨点名册“\(staged.file)”，登记 \(rows.added.count) 个，修改 \(rows.changed.count) 个，相同 \(rows.same) 个",
      [Change("文件校验值（SHA-256）", nil, staged.sha256)])
  }

  private func setContact(_ row: PostRow, of post: ID<Post>, _ tx: Transaction) throws {
    guard let contact = row.contact else { return }
    let new = NewContact(
      part: .main, name: contact.name, telephone: contact.telephone, time: .part, since: tx.today)
    try setContact(new, of: post, tx)
  }
}
