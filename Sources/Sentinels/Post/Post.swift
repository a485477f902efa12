package import Kit
import Offices
package import Storage
package import Web

/// Monitoring post (监测哨点): an institution or a person in town and village who tells the authority what is seen there.
/// The name of the kind only; see `PostRecord`.
package enum Post {}

extension RefKind { package static let post = RefKind("post") }

extension Permission {
  package static let postSee = Permission("post.see")
  /// Register posts, hand out codes, answer alarms.
  package static let postWork = Permission("post.work")
}

extension Deed {
  package static let addPost = Deed("sentinels.add-post")
  package static let amendPost = Deed("sentinels.amend-post")
  package static let movePost = Deed("sentinels.move-post")
  package static let changeContact = Deed("sentinels.change-contact")
}

/// Where a post stands.
package enum PostState: String, CaseIterable, Sendable {
  case active, suspended, closed

  package var title: String {
    switch self {
    case .active: "在用"
    case .suspended: "暂停"
    case .closed: "撤销"
    }
  }

  var chip: HTML {
    switch self {
    case .active: Chip.done.html(title)
    case .suspended: Chip.hold.html(title)
    case .closed: Chip.shut.html(title)
    }
  }
}

/// A post as it stands.
package struct PostRecord: Sendable {
  package let id: ID<Post>
  package let county: County
  package let name: String
  /// Key of a `PostKind`.
  let kind: String
  let level: Int
  let town: Int64
  /// Region number of the village, 0 for a post of a town.
  let village: Int64
  let address: String
  /// Number of the institution where it sits; nil where it sits in none.
  let institution: Int64?
  /// Officer of the agency whom the post turns to (监督联系人).
  let supervisor: ID<Account>
  /// Since when the plaque hangs (挂牌), since when the file is kept (建档); nil: not yet.
  let plaque: CivilDate?
  let file: CivilDate?
  let begun: CivilDate
  let state: PostState

  var ref: Ref { Ref(.post, id) }
  var actor: Actor { Actor(kind: .citizen, number: 0, title: "监测哨点“\(name)”") }
}

/// What the form of a post says.
struct PostValues: Sendable {
  let name: String
  let kind: PostKind
  let town: Int64
  let village: Int64
  let address: String
  let institution: Int64?
  let supervisor: ID<Account>
  let plaque: CivilDate?
  let file: CivilDate?
}

/// Contact person of a post (哨点联系人). Name and telephone stay in the row; the ledger tells that somebody changed.
struct ContactRecord: Sendable {
  enum Part: String, CaseIterable, Sendable {
    case main, backup
    var title: String { self == .main ? "联系人" : "备用联系人" }
  }

  enum Time: String, CaseIterable, Sendable {
    case full, part
    var title: String { self == .full ? "专职" : "兼职" }
  }

  let id: ID<ContactRecord>
  let post: ID<Post>
  let part: Part
  let name: String
  let telephone: String
  let time: Time
  let since: CivilDate
  /// The first day on which he is it no more; nil while he is.
  let until: CivilDate?
}

struct NewContact: Sendable {
  let part: ContactRecord.Part
  let name: String
  let telephone: String
  let time: ContactRecord.Time
  let since: CivilDate
}
