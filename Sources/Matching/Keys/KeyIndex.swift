/// Keys → records, in two flat arrays sorted by the upper bits of the key, and a small table for what was added since.
///
/// An entry is the lower half of the key beside the number of the record. Room: eight bytes an entry and four a bucket.
struct KeyIndex {
  private var starts: [UInt32] = [0, 0]
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

  func count(_ key: UInt64) -> Int {
    var count = 0
    each(key) { _ in count += 1 }
    return count
  }

  /// At most so many as lie in the bucket of the key.
  func most(_ key: UInt64) -> Int {
    let bucket = Int(key >> shift)
    return Int(starts[bucket + 1] - starts[bucket]) + (added.isEmpty ? 0 : added[key]?.count ?? 0)
  }

  /// How many entries, and the bytes they take.
  var size: (entries: Int, bytes: Int) { (entries.count, entries.count * 8 + starts.count * 4) }
}
