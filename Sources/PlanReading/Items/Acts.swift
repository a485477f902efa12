internal import Kit

/// Cutting of a list of acts.
enum Acts {
  /// At commas, and at 、 where each piece is an act of its own. What begins with its means (通过…等方式，诱导…) is one.
  static func parts(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for clause in Sentences.clauses(script, in: span) {
      if let last = parts.last, opensMeans(script, last), isOpen(script, last),
        clause.upperBound - last.lowerBound < 120
      {
        parts[parts.count - 1] = last.lowerBound..<clause.upperBound
        continue
      }
      let pieces = opensMeans(script, clause) ? [] : pieces(script, clause)
      let isSplit =
        pieces.count > 1 && !isShared(script, pieces)
        && pieces.allSatisfy { $0.count >= 3 && Violations.isUnlawful(script, $0) }
        || pieces.count > 2 && pieces.allSatisfy { (2...6).contains($0.count) && !verbs.isWord(script.plain, $0) }
      parts += isSplit ? pieces : [clause]
    }
    return parts
  }

  /// 将科室出租、承包给他人 is one act: a verb before 、 and another behind it share their object.
  private static func isShared(_ script: Manuscript, _ pieces: [Range<Int>]) -> Bool {
    zip(pieces, pieces.dropFirst()).contains { first, second in
      verbs.matches(script.plain, second.lowerBound)
        && verbs.ending(script.plain, at: first.upperBound, from: first.lowerBound) != nil
    }
  }

  /// 生产、销售假药 is one act.
  private static let verbs = Lexicon(
    "生产 销售 使用 加工 制作 制售 经营 运输 储存 贮存 买卖 出租 出借 转让 承包 转包 转租 开设 采购 收购 挤占 截留 挪用 侵占 倒卖 伪造 变造 涂改 制造 购买 种植 养殖 屠宰 携带 燃放 发布 传播 复制 收取 安排 组织 提供 开展"
  )

  private static func opensMeans(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    means.matches(script.plain, clause.lowerBound) && !noMeans.matches(script.plain, clause.lowerBound)
  }

  /// 采取拆分收费等方式变相提价 names its act already; 利用…等方式, goes on with it.
  private static func isOpen(_ script: Manuscript, _ part: Range<Int>) -> Bool {
    guard let way = ways.all(script.plain, in: part).last else { return true }
    return way.upperBound + 2 >= part.upperBound
  }

  private static let ways = Lexicon("方式 手段 名义 形式 幌子")
  private static let noMeans = Lexicon("以下 以上 以及 在册 将要")
  private static let means = Lexicon("以 利用 通过 借 采取 采用 打着 假借 将 把 使用 在")

  private static func pieces(_ script: Manuscript, _ clause: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = clause.lowerBound
    var depth = 0
    for position in clause {
      if "(《“".unicodeScalars.contains(script.plain[position]) { depth += 1 }
      if ")》”".unicodeScalars.contains(script.plain[position]) { depth = max(depth - 1, 0) }
      guard script.plain[position] == "、", depth == 0 else { continue }
      pieces.append(start..<position)
      start = position + 1
    }
    return pieces + [start..<clause.upperBound]
  }
}
