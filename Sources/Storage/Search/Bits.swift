/// Which of 4,096 neighbouring records have a key.
struct Bits {
  static let room = 4096
  private var words = [UInt64](repeating: 0, count: room / 64)

  /// As stored: places of two bytes each, or all 4,096 bits where that is shorter. The length tells which.
  mutating func insert(_ stored: [UInt8]) {
    if stored.count == Bits.room / 8 {
      // Eight bytes at a time: a report adds itself to hundreds of these.
      stored.withUnsafeBytes { bytes in
        for index in words.indices {
          words[index] |= UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
      }
    } else {
      for index in stride(from: 0, to: stored.count - 1, by: 2) {
        insert(Int(stored[index]) | Int(stored[index + 1]) << 8)
      }
    }
  }

  var stored: [UInt8] {
    let count = count
    guard count * 2 < Bits.room / 8 else { return words.map { $0.littleEndian }.withUnsafeBytes { Array($0) } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 2)
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        let place = index * 64 + rest.trailingZeroBitCount
        bytes.append(UInt8(truncatingIfNeeded: place))
        bytes.append(UInt8(truncatingIfNeeded: place >> 8))
        rest &= rest - 1
      }
    }
    return bytes
  }

  mutating func insert(_ place: Int) { words[place / 64 % words.count] |= 1 << UInt64(place % 64) }
  mutating func remove(_ place: Int) { words[place / 64 % words.count] &= ~(1 << UInt64(place % 64)) }

  mutating func formUnion(_ other: Bits) { for index in words.indices { words[index] |= other.words[index] } }
  mutating func formIntersection(_ other: Bits) { for index in words.indices { words[index] &= other.words[index] } }
  mutating func subtract(_ other: Bits) { for index in words.indices { words[index] &= ~other.words[index] } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The latest first.
  var places: [Int] {
    var places: [Int] = []
    for (index, word) in words.enumerated().reversed() {
      var rest = word
      while rest != 0 {
        let bit = 63 - rest.leadingZeroBitCount
        places.append(index * 64 + bit)
        rest &= ~(1 << UInt64(bit))
      }
    }
    return places
  }
}
