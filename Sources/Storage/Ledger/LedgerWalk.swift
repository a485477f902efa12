import Kit

/// One chain being checked, entry by entry, from its root or from any entry on.
struct LedgerWalk {
  let county: County
  private(set) var count: Int64 = 0
  private(set) var faults: [LedgerFault] = []
  private var last: (height: Int64, hash: String)
  private var expected: [Int64: [Checkpoint]] = [:]
  /// The last entry that a checkpoint agreed with; `proven` is where the walk began until there is one.
  private var proven: Int64
  private var highestCheckpoint: Int64 = 0
  /// No later entry can be older than this.
  private var floor = Int64.min

  /// Checkpoints whose signature does not hold are a fault and prove nothing.
  init(_ county: County, after start: (height: Int64, hash: String)? = nil, checkpoints: [Checkpoint], key: [UInt8]) {
    self.county = county
    last = start ?? (height: 0, hash: LedgerStore.root(of: county))
    proven = last.height
    for checkpoint in checkpoints {
      if checkpoint.isSigned(by: key) {
        expected[checkpoint.height, default: []].append(checkpoint)
      } else {
        fault(checkpoint.height, "第 \(checkpoint.height) 条的检查点签名不对：检查点文件被改过，或密钥不是原来的。")
      }
    }
  }

  var uncovered: Int64 { max(last.height - highestCheckpoint, 0) }

  mutating func take(_ entry: LedgerEntry) {
    count += 1
    checkPlace(entry)
    if entry.computedHash() != entry.hash { fault(entry.height, "第 \(entry.height) 条的内容被改过，与它的校验值不符。") }
    checkClock(entry)
    for checkpoint in expected.removeValue(forKey: entry.height) ?? [] { compare(entry, checkpoint) }
    last = (entry.height, entry.hash)
  }

  /// After the last entry: what the head row, the number of rows and the checkpoints say of what should be there.
  mutating func finish(head: LedgerStore.Head?, rows: Int64) {
    if let cut = expected.keys.filter({ $0 > last.height }).max() {
      fault(last.height &+ 1, "第 \(last.height &+ 1) 条起不见了：检查点证明曾有第 \(cut) 条，尾部被删掉，或放回了旧库。")
    }
    if rows != count { fault(last.height, "表里有 \(rows) 条，链上只有 \(count) 条，有重复的记录。") }
    if let head {
      if head.height != last.height || head.hash != last.hash {
        fault(min(head.height, last.height) &+ 1, "链头写的是第 \(head.height) 条，台账实际到第 \(last.height) 条，首尾不符。")
      }
    } else if count > 0 {
      fault(last.height, "链头记录不见了。")
    }
    faults.sort { $0.height < $1.height }
  }

  /// After the last entry on the way to a checkpoint: it must have been met.
  mutating func arrive(at checkpoint: Checkpoint?) {
    guard let checkpoint, expected[checkpoint.height] != nil else { return }
    fault(last.height &+ 1, "第 \(last.height &+ 1) 条起不见了：检查点证明曾有第 \(checkpoint.height) 条。")
  }

  private mutating func checkPlace(_ entry: LedgerEntry) {
    if entry.height <= last.height {
      fault(entry.height, "第 \(entry.height) 条不止一条。")
    } else if entry.height != last.height + 1 {
      fault(last.height + 1, "第 \(last.height + 1) 条不见了，后面直接是第 \(entry.height) 条。")
    } else if entry.previous != last.hash {
      fault(entry.height, "第 \(entry.height) 条没有接在第 \(last.height) 条后面，中间被插入、调换或重写过。")
    }
  }

  private mutating func checkClock(_ entry: LedgerEntry) {
    if entry.at.milliseconds < floor {
      let reached = Instant(milliseconds: floor).text
      fault(entry.height, "第 \(entry.height) 条的时间是 \(entry.at.text)，而此前已经到了 \(reached)：服务器时钟被调回过，或这一条被倒签。")
    }
    floor = entry.at.milliseconds
  }

  private mutating func compare(_ entry: LedgerEntry, _ checkpoint: Checkpoint) {
    highestCheckpoint = max(highestCheckpoint, checkpoint.height)
    if checkpoint.hash == entry.hash {
      proven = entry.height
    } else {
      fault(entry.height, "第 \(entry.height) 条与当时签名的检查点不符：第 \(proven &+ 1) 至 \(entry.height) 条这一段台账被整体重写过。")
    }
    // The clock of whoever signed may differ a little from the clock of whoever does the next deed.
    floor = max(floor, checkpoint.at - LedgerClock.slack)
  }

  private mutating func fault(_ height: Int64, _ sentence: String) {
    faults.append(LedgerFault(county: county, height: height, sentence: sentence))
  }
}
