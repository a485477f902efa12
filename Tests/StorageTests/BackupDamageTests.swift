import Foundation
import Kit
import TestKit
import Testing

@testable import Storage

@Suite struct BackupDamageTests {
  @Test(arguments: Store.both) func `a damaged copy and a wrong secret leave nothing behind`(store: Store) async throws
  {
    try await BackupScene.withCopy(store) { _, copy in
      let whole = try Data(contentsOf: copy)
      let bad = copy.appendingPathExtension("bad")
      defer { try? FileManager.default.removeItem(at: bad) }
      try await EmptyPlace.with(store) { place in
        for (name, bytes) in damages(whole) {
          try bytes.write(to: bad)
          await #expect(throws: BackupRefusal.self, "\(name)") { try await BackupScene.restore(bad, to: place) }
          try await BackupScene.expectUntouched(place, "\(name)")
        }
        await #expect(throws: BackupRefusal.wrongSecret) {
          try await BackupScene.restore(copy, to: place, word: "另一串够长的口令")
        }
        try await BackupScene.expectUntouched(place)
        _ = try await BackupScene.restore(copy, to: place)
      }
    }
  }

  private func damages(_ whole: Data) -> [(String, Data)] {
    func flipped(_ place: Int) -> Data {
      var bytes = whole
      bytes[place] ^= 1
      return bytes
    }
    let middle = whole.count / 2
    return [0, 16, 20, 40, 50, 60, middle, whole.count - 1].map { ("第 \($0) 字节", flipped($0)) } + [
      ("空文件", Data()), ("只有开头", whole.prefix(50)), ("截掉一个字节", whole.dropLast()), ("截掉一半", whole.prefix(middle)),
      ("多一个字节", whole + Data([0])),
    ]
  }

  @Test func `frames that are changed, cut, swapped, repeated or added are refused`() async throws {
    try await BackupScene.withCopy(.sqlite, tallied: false) { _, copy in
      let whole = [UInt8](try Data(contentsOf: copy))
      let head = try SealedHead.read(Array(whole.prefix(SealedHead.length)), BackupScene.secret())
      let frames = frames(of: whole)
      try #require(frames.count >= 3, "要有几段才有得换")
      let start = Array(whole.prefix(SealedHead.length))
      func joined(_ order: [Int]) -> [UInt8] { start + order.flatMap { whole[frames[$0]] } }
      let all = Array(frames.indices)
      let orders: [[Int]] = [
        Array(all.dropLast()), Array(all.dropFirst()), [1, 0] + all.dropFirst(2), [0, 0] + all.dropFirst(), all + [0],
        all + all,
        [all.count - 1],
      ]
      try drain(joined(all), head)
      for order in orders { #expect(throws: BackupRefusal.self, "\(order)") { try drain(joined(order), head) } }
      let edges = frames.flatMap { Array($0.prefix(8)) + Array($0.suffix(17)) }
      for place in edges + stride(from: SealedHead.length, to: whole.count, by: 4999) {
        var bytes = whole
        bytes[place] ^= 0x40
        #expect(throws: BackupRefusal.self, "第 \(place) 字节") { try drain(bytes, head) }
      }
    }
  }

  /// Reads a copy to its end as a restore does, without a store.
  private func drain(_ bytes: [UInt8], _ head: SealedHead) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "qingyuan-frames-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let handle = try FileHandle(forReadingFrom: file)
    try handle.seek(toOffset: UInt64(SealedHead.length))
    let reader = SealedReader(handle, head)
    while try !reader.next().isLast {}
  }

  private func frames(of whole: [UInt8]) -> [Range<Int>] {
    var (frames, position): ([Range<Int>], Int) = ([], SealedHead.length)
    while position + 5 <= whole.count {
      let count = whole[position + 1..<position + 5].reduce(0) { $0 << 8 | Int($1) }
      let end = position + 5 + count + Seal.tagLength
      frames.append(position..<end)
      position = end
    }
    return frames
  }

  @Test func `the same store never gives the same file twice, and a short secret is refused`() async throws {
    try await BackupScene.withCopy(.sqlite, tallied: false) { database, copy in
      let again = copy.appendingPathExtension("again")
      defer { try? FileManager.default.removeItem(at: again) }
      _ = try await database.backUp(
        to: again, BackupScene.secret(), withKeys: true, product: "0.0.1", rooms: BackupScene.schema)
      let (one, other) = (try Data(contentsOf: copy), try Data(contentsOf: again))
      #expect(one != other)
      #expect(one.range(of: Data("物品".utf8)) == nil, "备份里读不到明文")
      await #expect(throws: BackupRefusal.exists(again.path)) {
        try await database.backUp(to: again, BackupScene.secret(), product: "0.0.1", rooms: BackupScene.schema)
      }
      #expect(throws: BackupRefusal.weakSecret) { try BackupScene.secret(" 123456789 \n") }
    }
  }
}
