import Kit

/// How records come into the index and leave it: only what changes is written.
enum SearchWriting {
  static func put(_ items: [SearchItem], known: [Ref: SearchStore.Known], _ tx: Transaction) throws {
    var changes = PostingStore.Changes()
    var new: [Int64: [SearchItem]] = [:]
    var gone: [Int64] = []
    var shelves: [Sort: Int64] = [:]
    for item in items {
      let shelf = try shelves[Sort(item)] ?? SearchStore.shelf(of: item, tx)
      shelves[Sort(item)] = shelf
      guard let old = known[item.ref] else {
        new[shelf, default: []].append(item)
        continue
      }
      if old.number >> 32 == shelf {
        try SearchStore.update(old.number, item, tx)
        changes.add(old.number, old.text.grams, item.text.grams)
      } else {
        gone.append(old.number)
        changes.add(old.number, old.text.grams, [])
        new[shelf, default: []].append(item)
      }
    }
    try SearchStore.delete(gone, tx)
    for (shelf, items) in new.sorted(by: { $0.key < $1.key }) { try add(items, shelf, &changes, tx) }
    try PostingStore.apply(changes, tx)
  }

  static func remove(_ known: [SearchStore.Known], _ tx: Transaction) throws {
    try SearchStore.delete(known.map(\.number), tx)
    var changes = PostingStore.Changes()
    for record in known { changes.add(record.number, record.text.grams, []) }
    try PostingStore.apply(changes, tx)
  }

  private static func add(
    _ items: [SearchItem], _ shelf: Int64, _ changes: inout PostingStore.Changes, _ tx: Transaction
  ) throws {
    let first = try SearchStore.places(items.count, onShelf: shelf, tx)
    let numbered = zip(first..., items).map { (number: Marks.number(shelf: shelf, place: $0), item: $1) }
    try SearchStore.insert(numbered, tx)
    for (number, item) in numbered { changes.add(number, [], item.text.grams) }
  }

  /// What decides about the shelf.
  private struct Sort: Hashable {
    let kind: RefKind
    let county: County
    let permission: String
    let agency: Int64

    init(_ item: SearchItem) {
      (kind, county, permission, agency) = (item.ref.kind, item.county, item.permission, item.agency)
    }
  }
}
