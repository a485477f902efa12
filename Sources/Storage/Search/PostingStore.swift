import Kit

/// Which records have which key: per key, shelf and 4,096 places one row of bits.
enum PostingStore {
  /// Keys that records gain and lose, by block: a key with a place in one number, so that millions sort quickly.
  struct Changes {
    fileprivate var gains: [Int64: [Int64]] = [:]
    fileprivate var losses: [Int64: [Int64]] = [:]

    mutating func add(_ number: Int64, _ old: Set<Int64>, _ new: Set<Int64>) {
      let (block, place) = (Marks.block(of: number), Int64(Marks.place(of: number)))
      for gram in new where !old.contains(gram) { gains[block, default: []].append(gram << 12 | place) }
      for gram in old where !new.contains(gram) { losses[block, default: []].append(gram << 12 | place) }
    }
  }

  /// In the order of the key, so that neighbouring rows go to one page; piece by piece, so that little stands in memory.
  static func apply(_ changes: Changes, _ tx: Transaction) throws {
    for block in Set(changes.gains.keys).union(changes.losses.keys).sorted() {
      try apply(changes.losses[block] ?? [], isGain: false, block, tx)
      try apply(changes.gains[block] ?? [], isGain: true, block, tx)
    }
  }

  private static func apply(_ changes: [Int64], isGain: Bool, _ block: Int64, _ tx: Transaction) throws {
    var piece: [(gram: Int64, places: ArraySlice<Int64>)] = []
    for run in changes.sorted().runs {
      piece.append(run)
      guard piece.count == 512 else { continue }
      try write(piece, isGain: isGain, block, tx)
      piece.removeAll(keepingCapacity: true)
    }
    if !piece.isEmpty { try write(piece, isGain: isGain, block, tx) }
  }

  private static func write(
    _ runs: [(gram: Int64, places: ArraySlice<Int64>)], isGain: Bool, _ block: Int64, _ tx: Transaction
  ) throws {
    let (shelf, chunk) = (Marks.shelf(ofBlock: block), Marks.chunk(ofBlock: block))
    let known = try stored(runs.map(\.gram), shelf, chunk, tx)
    var (kept, gone): ([[SQLValue]], [Int64]) = ([], [])
    for run in runs {
      var bits = Bits()
      if let before = known[run.gram] { bits.insert(before) }
      for change in run.places {
        if isGain { bits.insert(Int(change & 0xFFF)) } else { bits.remove(Int(change & 0xFFF)) }
      }
      if bits.isEmpty {
        gone.append(run.gram)
      } else {
        kept.append([.int(run.gram), .int(shelf), .int(chunk), .blob(bits.stored)])
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

  private static func stored(
    _ grams: [Int64], _ shelf: Int64, _ chunk: Int64, _ tx: Transaction
  ) throws -> [Int64: [UInt8]] {
    let rows = try tx.query(
      """
      SELECT gram, bits FROM search_posting
      WHERE gram IN \(sql: .even(grams)) AND shelf = \(shelf) AND chunk = \(chunk)
      """
    ) { (try $0.int(0), try $0.blob(1)) }
    return Dictionary(rows) { first, _ in first }
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
}

extension [Int64] {
  /// Neighbours with the same key together.
  fileprivate var runs: [(gram: Int64, places: ArraySlice<Int64>)] {
    var (runs, start): ([(gram: Int64, places: ArraySlice<Int64>)], Int) = ([], 0)
    for index in indices where index + 1 == count || self[index] >> 12 != self[index + 1] >> 12 {
      runs.append((self[index] >> 12, self[start...index]))
      start = index + 1
    }
    return runs
  }
}
