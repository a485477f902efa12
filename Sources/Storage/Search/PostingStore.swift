import Kit

/// Which records have which key: per key, shelf and 4,096 places one row of bits.
enum PostingStore {
  /// What a record gains or loses.
  struct Change {
    let gram: Int64
    let number: Int64
    let isGain: Bool

    var block: Int64 { Marks.block(of: number) }
  }

  /// In the order of the key, so that neighbouring rows go to one page; piece by piece, so that little stands in memory.
  static func apply(_ changes: [Change], _ tx: Transaction) throws {
    let blocks = Dictionary(grouping: changes, by: \.block)
    for (block, changes) in blocks.sorted(by: { $0.key < $1.key }) {
      var sorted = changes
      sorted.sort { $0.gram < $1.gram }
      var piece: [(gram: Int64, changes: ArraySlice<Change>)] = []
      for run in sorted.runs(by: \.gram) {
        piece.append(run)
        if piece.count == 512 {
          try apply(piece, block, tx)
          piece.removeAll(keepingCapacity: true)
        }
      }
      if !piece.isEmpty { try apply(piece, block, tx) }
    }
  }

  private static func apply(_ runs: [(gram: Int64, changes: ArraySlice<Change>)], _ block: Int64, _ tx: Transaction) throws {
    let (shelf, chunk) = (Marks.shelf(ofBlock: block), Marks.chunk(ofBlock: block))
    let old = try tx.query(
      """
      SELECT gram, bits FROM search_posting
      WHERE gram IN \(sql: .even(runs.map(\.gram))) AND shelf = \(shelf) AND chunk = \(chunk)
      """) { (try $0.int(0), try $0.blob(1)) }
    var known = Dictionary(old) { first, _ in first }
    var (kept, gone): ([[SQLValue]], [Int64]) = ([], [])
    for run in runs {
      var bits = Bits()
      let before = known.removeValue(forKey: run.gram)
      if let before { bits.insert(before) }
      for change in run.changes {
        let place = Marks.place(of: change.number)
        if change.isGain { bits.insert(place) } else { bits.remove(place) }
      }
      if !bits.isEmpty {
        kept.append([.int(run.gram), .int(shelf), .int(chunk), .blob(bits.stored)])
      } else if before != nil {
        gone.append(run.gram)
      }
    }
    for rows in kept.evenPieces(most: 64) {
      try tx.insert(
        into: "search_posting (gram, shelf, chunk, bits)", rows: rows,
        conflict: " ON CONFLICT (gram, shelf, chunk) DO UPDATE SET bits = excluded.bits")
    }
    guard !gone.isEmpty else { return }
    try tx.execute(
      "DELETE FROM search_posting WHERE gram IN \(sql: .even(gone)) AND shelf = \(shelf) AND chunk = \(chunk)")
  }

  /// Adds what is stored of some ranges of keys to `found`.
  static func read(
    _ ranges: [Range<Int64>], _ shelves: Set<Int64>, _ reader: Reader, _ found: (Int64, Int64, [UInt8]) -> Void
  ) throws {
    // Of very many shelves, all are read and the rest passed over.
    let inside: SQL = shelves.count > 64 ? "" : " AND shelf IN \(sql: .even(shelves.sorted()))"
    func take(_ condition: SQL) throws {
      let rows = SQL("SELECT gram, shelf, chunk, bits FROM search_posting WHERE ") + condition + inside
      _ = try reader.query(rows) { row in
        let shelf = try row.int(1)
        guard shelves.contains(shelf) else { return }
        found(try row.int(0), Marks.block(shelf: shelf, chunk: try row.int(2)), try row.blob(3))
      }
    }
    for piece in ranges.filter({ $0.count == 1 }).map(\.lowerBound).sorted().chunks(of: 256) {
      try take("gram IN \(sql: .even(piece))")
    }
    for range in ranges where range.count > 1 {
      try take("gram >= \(range.lowerBound) AND gram < \(range.upperBound)")
    }
  }
}

extension Array {
  /// In pieces of 64, 32, 16 … rows: so few lengths that their statements stay prepared.
  fileprivate func evenPieces(most: Int) -> [ArraySlice<Element>] {
    var (pieces, start, size): ([ArraySlice<Element>], Int, Int) = ([], 0, most)
    while start < count {
      while size > count - start { size /= 2 }
      pieces.append(self[start..<start + size])
      start += size
    }
    return pieces
  }

  /// Neighbours with the same key together.
  fileprivate func runs<Key: Equatable>(by key: (Element) -> Key) -> [(gram: Key, changes: ArraySlice<Element>)] {
    var (runs, start): ([(gram: Key, changes: ArraySlice<Element>)], Int) = ([], 0)
    for index in indices where index + 1 == count || key(self[index]) != key(self[index + 1]) {
      runs.append((key(self[index]), self[start...index]))
      start = index + 1
    }
    return runs
  }
}
