import Kit

/// One chain being checked, entry by entry.
struct LedgerWalk {
  let county: County
  private(set) var count: Int64 = 0
  private(set) var faults: [LedgerFault] = []
  private var last: (height: Int64, hash: String)
  private var expected: [Int64: [Checkpoint]]
  private var highestCheckpoint: Int64 = 0

  init(_ county: County, checkpoints: [Checkpoint], key: [UInt8]) {
    self.county = county
    last = (0, LedgerStore.root(of: county))
    expected = Dictionary(grouping: checkpoints, by: \.height)
    for checkpoint in checkpoints where !checkpoint.isSigned(by: key) {
      fault(checkpoint.height, "高度 \(checkpoint.height) 的检查点签名不对，检查点文件被改过，或密钥不是原来的。")
    }
  }

  var uncovered: Int64 { max(last.height - highestCheckpoint, 0) }

  mutating func take(_ entry: LedgerEntry) {
    count += 1
    checkPlace(entry)
    if entry.computedHash() != entry.hash { fault(entry.height, "第 \(entry.height) 条的内容被改过，与它的校验值不符。") }
    for checkpoint in expected.removeValue(forKey: entry.height) ?? [] {
      highestCheckpoint = max(highestCheckpoint, checkpoint.height)
      if checkpoint.hash != entry.hash {
        fault(entry.height, "第 \(entry.height) 条与当时签名的检查点不符，这一段台账被整体重写过。")
      }
    }
    last = (entry.height, entry.hash)
  }

  /// After the last entry: what the head row and the checkpoints say of a tail that should be there.
  mutating func finish(head: LedgerStore.Head?) {
    for (height, _) in expected.sorted(by: { $0.key < $1.key }) where height > last.height {
      fault(last.height + 1, "检查点证明曾有第 \(height) 条，现在只到第 \(last.height) 条，尾部被删掉了。")
    }
    guard let head else {
      if count > 0 { fault(last.height, "链头记录不见了。") }
      return
    }
    if head.height != last.height || head.hash != last.hash {
      fault(min(head.height, last.height) + 1, "链头写的是第 \(head.height) 条，台账实际到第 \(last.height) 条，首尾不符。")
    }
  }

  private mutating func checkPlace(_ entry: LedgerEntry) {
    if entry.height != last.height + 1 {
      fault(last.height + 1, "第 \(last.height + 1) 条不见了，后面直接是第 \(entry.height) 条。")
    } else if entry.previous != last.hash {
      fault(entry.height, "第 \(entry.height) 条没有接在第 \(last.height) 条后面，中间被插入、调换或重写过。")
    }
  }

  private mutating func fault(_ height: Int64, _ sentence: String) {
    faults.append(LedgerFault(county: county, height: height, sentence: sentence))
  }
}
