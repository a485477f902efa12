import Duties
import Kit
import Offices
import Storage
import Web

extension Sentinels {
  /// Puts a post on file, in use from today. Refuses a name that the county has, a place that does not suit its kind, a
  /// supervisor who may not work posts, days to come.
  func add(_ new: PostValues, _ tx: Transaction) throws -> ID<Post> {
    try check(new, but: nil, tx)
    let post = PostRecord(
      id: tx.world.newID(), county: tx.county, name: new.name, kind: new.kind.key, level: new.kind.level,
      town: new.town,
      village: new.village, address: new.address, institution: new.institution, supervisor: new.supervisor,
      plaque: new.plaque, file: new.file, begun: tx.today, state: .active)
    try PostStore.insert(post, folded: PostRecord.folded([new.name, new.address]), tx)
    try SearchIndex.putNew([post.searchItem], tx)
    tx.tell(
      post.ref, "登记监测哨点“\(post.name)”（\(new.kind.title)）",
      [
        Change("状态", nil, post.state.title), Change("挂牌", nil, new.plaque?.iso), Change("建档", nil, new.file?.iso),
      ])
    return post.id
  }

  /// Other values of a post that is not closed. Refuses what `add` refuses.
  func amend(_ id: ID<Post>, _ new: PostValues, _ tx: Transaction) throws {
    let post = try standing(id, tx)
    try check(new, but: id, tx)
    try PostStore.update(id, new, folded: PostRecord.folded([new.name, new.address]), tx)
    if post.supervisor != new.supervisor { try Duties.handOver(post.ref, kind: nil, to: new.supervisor, tx) }
    if let changed = try PostStore.find(id, tx) { try SearchIndex.put([changed.searchItem], tx) }
    tx.tell(
      post.ref, "修改监测哨点“\(post.name)”的登记",
      [
        Change("名称", post.name, new.name), Change("种类", book.kind(post.kind)?.title, new.kind.title),
        Change("挂牌", post.plaque?.iso, new.plaque?.iso), Change("建档", post.file?.iso, new.file?.iso),
      ].filter { $0.before != $0.after })
  }

  /// Suspends (暂停), resumes (恢复) or closes (撤销) a post, for a reason. Its telephones and codes end with the use of it;
  /// its history stays. Refuses a closed post, and the state that it has.
  static func move(_ id: ID<Post>, to state: PostState, _ tx: Transaction) throws {
    let post = try standing(id, tx)
    guard post.state != state else { throw SentinelRefusal.alreadySo(state.title) }
    try PostStore.setState(id, state, tx)
    if state != .active { try PassStore.cutAll(of: id, tx) }
    try settleTraining(of: id, tx)
    let verb = ["active": "恢复", "suspended": "暂停", "closed": "撤销"][state.rawValue] ?? ""
    tx.tell(post.ref, "\(verb)监测哨点“\(post.name)”", [Change("状态", post.state.title, state.title)])
  }

  /// Somebody is contact person from a day on; whoever was it before is it no more, and his telephone and codes end at
  /// once. The new one owes training. Refuses a closed post, a day to come, and a day before the one who was it began.
  func setContact(_ new: NewContact, of id: ID<Post>, _ tx: Transaction) throws {
    let post = try Self.standing(id, tx)
    guard new.since <= tx.today else { throw SentinelRefusal.future(field: "since") }
    let before = try PostStore.contacts(of: id, tx).first { $0.part == new.part && $0.until == nil }
    if let before {
      guard new.since >= before.since else { throw SentinelRefusal.contactBefore(before.since) }
      try PostStore.end(before.id, on: new.since, tx)
      try PassStore.cutAll(of: before.id, tx)
    }
    let contact = tx.world.newID(ContactRecord.self)
    try PostStore.insert(new, contact, of: id, tx)
    try oweTraining(contact, of: post, tx)
    let verb = before == nil ? "登记" : "更换"
    tx.tell(post.ref, "\(verb)监测哨点“\(post.name)”的\(new.part.title)（\(new.time.title)），自 \(new.since.iso) 起")
  }

  /// Another officer is the supervision contact; what the former owes on the post goes along.
  func supervise(_ id: ID<Post>, by account: ID<Account>, _ tx: Transaction) throws {
    let post = try Self.standing(id, tx)
    try refuseStranger(account, tx)
    try PostStore.setSupervisor(id, account, tx)
    try Duties.handOver(post.ref, kind: nil, to: account, tx)
    let names = try Offices.names(of: [post.supervisor.value, account.value], tx)
    tx.tell(
      post.ref, "监测哨点“\(post.name)”的监督联系人换人",
      [Change("监督联系人", names[post.supervisor.value], names[account.value])])
  }

  static func standing(_ id: ID<Post>, _ reader: Reader) throws -> PostRecord {
    guard let post = try PostStore.find(id, reader) else { throw MissingRecord("个哨点") }
    guard post.state != .closed else { throw SentinelRefusal.closed(post.name) }
    return post
  }

  private func standing(_ id: ID<Post>, _ tx: Transaction) throws -> PostRecord { try Self.standing(id, tx) }

  private func check(_ new: PostValues, but id: ID<Post>?, _ tx: Transaction) throws {
    guard try !PostStore.isKnown(new.name, but: id, in: tx.county, tx) else {
      throw SentinelRefusal.nameTaken(new.name)
    }
    guard !new.kind.isOfVillage || new.village != 0 else { throw SentinelRefusal.wantsVillage(new.kind.title) }
    guard new.kind.isOfVillage || new.village == 0 else { throw SentinelRefusal.wantsTown(new.kind.title) }
    for (day, field) in [(new.plaque, "plaque"), (new.file, "file")] {
      if let day, day > tx.today { throw SentinelRefusal.future(field: field) }
    }
    try refuseStranger(new.supervisor, tx)
  }

  private func refuseStranger(_ account: ID<Account>, _ tx: Transaction) throws {
    let people = try Offices.people(in: tx.county, holding: .postWork, roles: roles, tx)
    guard people.contains(where: { $0.id == account }) else { throw SentinelRefusal.notSupervisor }
  }
}

extension PostRecord {
  var searchItem: SearchItem {
    SearchItem(ref, county: county, permission: Permission.postSee.name, title: name, detail: address)
  }
}
