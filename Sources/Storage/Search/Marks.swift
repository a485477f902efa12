/// A set of records, in blocks of `Bits`. A record's number in the index is its shelf (架) and its place there.
struct Marks {
  private var blocks: [Int64: Bits] = [:]

  static func number(shelf: Int64, place: Int64) -> Int64 { shelf << 32 | place }
  static func block(of number: Int64) -> Int64 { number >> 12 }
  static func place(of number: Int64) -> Int { Int(number & 0xFFF) }
  static func shelf(ofBlock block: Int64) -> Int64 { block >> 20 }
  static func chunk(ofBlock block: Int64) -> Int64 { block & 0xF_FFFF }
  static func block(shelf: Int64, chunk: Int64) -> Int64 { shelf << 20 | chunk }

  mutating func insert(_ stored: [UInt8], inBlock block: Int64) { blocks[block, default: Bits()].insert(stored) }

  mutating func insert(_ number: Int64) {
    blocks[Marks.block(of: number), default: Bits()].insert(Marks.place(of: number))
  }

  mutating func formUnion(_ other: Marks) {
    blocks.merge(other.blocks) { mine, theirs in
      var both = mine
      both.formUnion(theirs)
      return both
    }
  }

  func intersection(_ other: Marks) -> Marks {
    guard blocks.count <= other.blocks.count else { return other.intersection(self) }
    return kept { block, bits in
      bits.formIntersection(other.blocks[block] ?? Bits())
    }
  }

  func subtracting(_ other: Marks) -> Marks {
    other.isEmpty ? self : kept { block, bits in if let theirs = other.blocks[block] { bits.subtract(theirs) } }
  }

  private func kept(_ change: (Int64, inout Bits) -> Void) -> Marks {
    var result = Marks()
    for (block, bits) in blocks {
      var bits = bits
      change(block, &bits)
      if !bits.isEmpty { result.blocks[block] = bits }
    }
    return result
  }

  var isEmpty: Bool { blocks.isEmpty }
  var size: Int { blocks.count }
  var count: Int { blocks.values.reduce(0) { $0 + $1.count } }

  /// The latest of every shelf, at most so many of each.
  func newest(_ most: Int) -> [Int64] {
    var left: [Int64: Int] = [:]
    var numbers: [Int64] = []
    for (block, bits) in blocks.sorted(by: { $0.key > $1.key }) {
      let room = left[Marks.shelf(ofBlock: block)] ?? most
      guard room > 0 else { continue }
      let taken = bits.places.prefix(room)
      numbers += taken.map { block << 12 | Int64($0) }
      left[Marks.shelf(ofBlock: block)] = room - taken.count
    }
    return numbers
  }
}
