import Kit
package import Storage
import Web

extension Deed { package static let readRules = Deed("sentinels.read-rules") }

/// A contact person and when he last said that he has read the rules (确认读过规则); nil: never, or other rules than those of today.
struct RulesReader: Sendable {
  let post: ID<Post>
  let postName: String
  let name: String
  let part: ContactRecord.Part
  let since: CivilDate
  let readAt: Instant?
}

extension SentinelBook {
  /// Of the rules as they stand: other words have to be read anew.
  var publishedDigest: String {
    SHA256.hex(of: published.map { ([$0.title] + $0.lines).joined(separator: "\n") }.joined(separator: "\n\n"))
  }
}

extension Sentinels {
  /// The contact person whose telephone it is says that he has read the rules. The same rules a second time change nothing.
  ///
  /// Refuses a post that is not in use, and rules that changed since the page was opened.
  func readRules(_ digest: String, by tie: TieRecord, _ tx: Transaction) throws {
    let post = try inUse(tie.post, tx)
    guard digest == book.publishedDigest else { throw SentinelRefusal.rulesChanged }
    guard try RulesReadStore.readAt(tie.contact, digest, tx) == nil else { return }
    try RulesReadStore.insert(tie.contact, of: post.id, digest, tx)
    let part = try PostStore.contacts(of: post.id, tx).first { $0.id == tie.contact }?.part.title ?? "联系人"
    tx.tell(post.ref, "监测哨点“\(post.name)”的\(part)确认读过哨点规则")
  }
}
