/// A key that is looked up: where its list begins and how long it may be.
struct AskedKey {
  let family: KeyFamily
  let value: UInt64
  var from: UInt32 = 0
  var count = 0
  var first: UInt64 = 0
}

/// Keys → records, in two flat arrays sorted by the upper bits of the key, and a small table for what was added since.
///
/// An entry is the lower half of the key beside the number of the record. Room: eight bytes an entry and four a bucket.
struct KeyIndex {
  /// Two empty buckets, so that a register that began empty can be asked.
  private var starts: [UInt32] = [0, 0, 0]
  private var entries: [UInt64] = []
  private var shift: UInt64 = 63
  private var added: [UInt64: [UInt32]] = [:]

  init() {}

  /// `keys` of all records one after the other; the keys of record n begin at `ends[n - 1]`.
  init(keys: [UInt64], ends: [UInt32]) {
    var bits: UInt64 = 1
    while bits < 26, UInt64(1) << bits < UInt64(max(keys.count, 1)) { bits += 1 }
    let shift = 64 - bits
    self.shift = shift
    starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 2)
    starts.withUnsafeMutableBufferPointer { starts in
      keys.withUnsafeBufferPointer { keys in
        for key in keys { starts[Int(key >> shift) + 2] += 1 }
        for bucket in 2..<starts.count { starts[bucket] += starts[bucket - 1] }
        entries = [UInt64](unsafeUninitializedCapacity: keys.count) { entries, count in
          var at = 0
          for (record, end) in ends.enumerated() {
            while at < Int(end) {
              let bucket = Int(keys[at] >> shift) + 1
              entries[Int(starts[bucket])] = keys[at] << 32 | UInt64(record)
              starts[bucket] += 1
              at += 1
            }
          }
          count = keys.count
        }
      }
    }
  }

  mutating func add(_ key: UInt64, _ record: UInt32) { added[key, default: []].append(record) }

  /// Gives every record under the key.
  @inline(__always) func each(_ key: UInt64, _ found: (UInt32) -> Void) {
    let bucket = Int(key >> shift)
    let (from, to) = (Int(starts[bucket]), Int(starts[bucket + 1]))
    let tag = key << 32
    entries.withUnsafeBufferPointer { entries in
      for at in from..<to where (entries[at] ^ tag) >> 32 == 0 { found(UInt32(truncatingIfNeeded: entries[at])) }
    }
    if !added.isEmpty, let more = added[key] { for record in more { found(record) } }
  }

  /// Where the keys lie and how many records they may have.
  func find(_ keys: inout [AskedKey]) {
    starts.withUnsafeBufferPointer { starts in
      entries.withUnsafeBufferPointer { entries in
        for at in keys.indices {
          let bucket = Int(keys[at].value >> shift)
          keys[at].from = starts[bucket]
          keys[at].count = Int(starts[bucket + 1] - starts[bucket])
        }
        for at in keys.indices where keys[at].count > 0 { keys[at].first = entries[Int(keys[at].from)] }
      }
    }
    if !added.isEmpty {
      for at in keys.indices { keys[at].count += added[keys[at].value]?.count ?? 0 }
    }
  }

  @inline(__always) func each(_ key: UInt64, _ from: UInt32, _ count: Int, _ found: (UInt32) -> Void) {
    let tag = key << 32
    let more = added.isEmpty ? nil : added[key]
    entries.withUnsafeBufferPointer { entries in
      for at in Int(from)..<Int(from) + count - (more?.count ?? 0) where (entries[at] ^ tag) >> 32 == 0 {
        found(UInt32(truncatingIfNeeded: entries[at]))
      }
    }
    for record in more ?? [] { found(record) }
  }

  func count(_ key: UInt64) -> Int {
    var count = 0
    each(key) { _ in count += 1 }
    return count
  }

  /// How many entries, and the bytes they take.
  var size: (entries: Int, bytes: Int) { (entries.count, entries.count * 8 + starts.count * 4) }
}
