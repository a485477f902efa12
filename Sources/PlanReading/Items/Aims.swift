internal import Kit

/// Goals (工作目标): the aims of the goal chapters, else of the purpose sentence 为…，制定本方案.
extension PlanReader {
  func goals() -> [Sourced<String>] {
    let parts = goalChapters()
    var spans = parts.flatMap { chapter in
      chapter.role.intersection([.tasks, .scope, .phases]).isEmpty
        ? chapter.node.aimTexts(script) : chapter.node.goalTexts(script)
    }
    if spans.isEmpty { spans = labelled(Aims.labels) }
    let aims = spans.flatMap { Aims.clauses(script, $0) }
    if !aims.isEmpty { return unique(aims.prefix(40).map { sourced($0) }) }
    let head = chapters.first { $0.isOrphan && $0.role == [] }?.node.paragraphs ?? []
    let purpose = head.prefix(12).flatMap { Aims.purpose(script, $0) }
    let told = purpose.isEmpty ? head.first.map { Aims.rest(script, $0, isAlone: head.count == 1) } ?? [] : purpose
    return unique(told.prefix(6).map { sourced($0) })
  }

  /// 一、指导思想 adds nothing where 二、工作目标 says what is to be reached.
  private func goalChapters() -> [Chapter] {
    let all = chapters.filter { $0.role.contains(.goals) }
    let named = all.filter { Aims.named.occurs(script.plain, in: $0.node.heading) }
    let isSaid = named.contains { chapter in chapter.node.texts.contains { !Aims.clauses(script, $0).isEmpty } }
    return isSaid
      ? all.filter {
        !Aims.spirit.occurs(script.plain, in: $0.node.heading) || Aims.named.occurs(script.plain, in: $0.node.heading)
      } : all
  }

  /// What follows a label such as 工作目标： in any paragraph.
  func labelled(_ label: Lexicon) -> [Range<Int>] {
    lines.enumerated().compactMap { index, line in
      guard let length = label.length(script.plain, line.body.lowerBound, before: line.body.upperBound) else {
        return nil
      }
      // 治理目标：⏎抽检合格率达到98%。: the label stands alone.
      if line.body.lowerBound + length == line.body.upperBound, index + 1 < lines.count { return lines[index + 1].body }
      return line.body.lowerBound + length..<line.body.upperBound
    }
  }

  func unique(_ items: [Sourced<String>]) -> [Sourced<String>] {
    var seen: Set<String> = []
    return items.filter { seen.insert($0.value).inserted }
  }
}

extension Node {
  /// All text under the heading, the children's headings included.
  var texts: [Range<Int>] { ownText + children.flatMap { $0.headed } }
  private var headed: [Range<Int>] { [heading.lowerBound..<rest.upperBound] + paragraphs + children.flatMap(\.headed) }

  /// 一、总体要求（一）指导思想（二）基本原则（三）工作目标: only what is said of the goal, else without the principles.
  func aimTexts(_ script: Manuscript) -> [Range<Int>] {
    let named = children.filter { Aims.named.occurs(script.plain, in: $0.heading.prefixRange(12)) }
    if !named.isEmpty, children.count >= 2, children.contains(where: { Aims.isSpirit(script, $0.heading) }) {
      return named.flatMap(\.texts)
    }
    return ownText + children.filter { !Aims.isSpirit(script, $0.heading) }.flatMap(\.headed)
  }

  /// In a chapter of several roles: the children that are about goals, else the chapter's own text.
  func goalTexts(_ script: Manuscript) -> [Range<Int>] {
    let named = children.filter { Role.of(script.plain, $0.heading).contains(.goals) }
    return named.isEmpty ? ownText : named.flatMap(\.texts)
  }
}

enum Aims {
  static let labels = Lexicon("治理工作目标: 治理目标: 工作目标: 总体目标: 整治目标: 行动目标: 目标:")
  private static let label = Lexicon("目标")
  /// Headings that say what is to be reached, and those that say in which spirit.
  static let named = Lexicon("目标 目的")
  static let spirit = Lexicon("指导思想")
  private static let principles = Lexicon("指导思想 基本原则 工作原则 原则")

  /// 指导思想, 工作原则: no aims stand there where others do.
  static func isSpirit(_ script: Manuscript, _ heading: Range<Int>) -> Bool {
    heading.count <= 8 && principles.ending(script.plain, at: heading.upperBound, from: heading.lowerBound) != nil
  }

  /// The clauses that say an aim, without those that say in which spirit or by which means.
  static func clauses(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    Sentences.clauses(script, in: span).compactMap { clause in
      // 工作目标明确为：
      if script.at(clause.upperBound) == ":", clause.count < 14, label.occurs(script.plain, in: clause) { return nil }
      let bare = Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: undated(script, clause)))
      // 打击“幽灵餐厅”: the mark belongs to its word.
      let isQuoted = script.at(bare.upperBound) == "”" && script.plain[bare].contains("“")
      let aim = bare.lowerBound..<bare.upperBound + (isQuoted && bare.upperBound < clause.upperBound ? 1 : 0)
      guard (6...80).contains(aim.count) || aim.count >= 4 && shorts.matches(script.plain, aim.lowerBound),
        !means.matches(script.plain, aim.lowerBound),
        !ends.occurs(script.plain, in: max(aim.lowerBound, aim.upperBound - 3)..<aim.upperBound),
        !isActivity(script, aim),
        Departments.leading(script, from: aim.lowerBound, before: aim.upperBound).end < aim.upperBound
      else { return nil }
      return aim
    }
  }

  /// 深入开展专项治理, 依法开展集中整治行动, 对违法者起到震慑作用: what is done and what comes of it, not what for.
  private static func isActivity(_ script: Manuscript, _ aim: Range<Int>) -> Bool {
    if sures.matches(script.plain, aim.lowerBound),
      smooth.ending(script.plain, at: aim.upperBound, from: aim.lowerBound) != nil
    {
      return true
    }
    if deterrence.ending(script.plain, at: aim.upperBound, from: aim.lowerBound) != nil { return true }
    return opens.occurs(script.plain, in: aim.prefixRange(6))
      && activities.ending(script.plain, at: aim.upperBound, from: aim.lowerBound) != nil
  }

  /// 确保专项行动顺利实施: of the campaign itself.
  private static let sures = Lexicon("确保 保证")
  private static let smooth = Lexicon("顺利实施 顺利开展 顺利进行 顺利推进 有序开展 扎实开展 有序推进 有效开展 取得实效")
  private static let shorts = Lexicon("降低 减少 节省 节约 消除 遏制 净化 杜绝 保障 保护 防止 预防")
  private static let deterrence = Lexicon("震慑作用 威慑作用")
  private static let opens = Lexicon("开展 组织开展 部署开展")
  private static let activities = Lexicon("专项治理 专项整治 专项行动 整治行动 治理行动 专项检查 集中整治 整治活动 治理活动 专项活动 整治工作 治理工作")

  /// Without a date at its beginning: 到2026年底，….
  private static func undated(_ script: Manuscript, _ clause: Range<Int>) -> Range<Int> {
    let start = Sentences.drop(script, dateHeads, from: clause).lowerBound
    guard let mention = Dates.all(script, in: start..<clause.upperBound).first, mention.span.lowerBound <= start + 1
    else {
      return clause
    }
    return Sentences.drop(script, dateTails, from: mention.span.upperBound..<clause.upperBound)
  }

  private static let dateHeads = Lexicon("到 至 力争 在 于")
  private static let dateTails = Lexicon("前 底 之前 , 底前")

  /// 为A，B，根据C，制定本方案 says A and B.
  static func purpose(_ script: Manuscript, _ paragraph: Range<Int>) -> [Range<Int>] {
    for sentence in Sentences.all(script, in: paragraph).prefix(4) {
      guard let make = makes.all(script.plain, in: sentence).first(where: { !script.isCited[$0.lowerBound] }),
        let start = opening(script, sentence.lowerBound..<make.lowerBound)
      else {
        let aims = launched(script, sentence)
        if aims.isEmpty { continue }
        return aims
      }
      let clauses = Sentences.clauses(script, in: start..<make.lowerBound)
      return clauses.prefix { !basis.matches(script.plain, $0.lowerBound) && !acts(script, $0, before: make) }
        .flatMap { self.clauses(script, $0) }
    }
    return []
  }

  /// A fragment that begins within the purpose sentence (维护群众利益，经局务会研究，决定开展…) or within the aims before 一、.
  static func rest(_ script: Manuscript, _ paragraph: Range<Int>, isAlone: Bool) -> [Range<Int>] {
    guard paragraph.lowerBound == 0, let sentence = Sentences.all(script, in: paragraph).first else { return [] }
    let clauses = Sentences.clauses(script, in: sentence)
    let aims = clauses.prefix { reaches.matches(script.plain, Sentences.drop(script, heads, from: $0).lowerBound) }
    let isPurpose = makes.occurs(script.plain, in: (aims.last?.upperBound ?? 0)..<sentence.upperBound)
    guard !aims.isEmpty, isPurpose && aims.count < clauses.count || isAlone && aims.count >= 2 else { return [] }
    return aims.flatMap { self.clauses(script, $0) }
  }

  private static let reaches = Lexicon(
    """
    保障 确保 保证 维护 提高 提升 促进 净化 遏制 防范 防止 推动 推进 加快 营造 打造 构建 守护 守牢 守住 消除 增强 优化 改善 激发 杜绝 减少 预防 更大 巩固 完善 健全 坚决 实现 形成
    """)

  /// 为了打击A，维护B，经局领导批准，自1月16日起开展专项行动: says A and B although nothing is 制定.
  private static func launched(_ script: Manuscript, _ sentence: Range<Int>) -> [Range<Int>] {
    guard let length = purposeWord.length(script.plain, sentence.lowerBound) else { return [] }
    let clauses = Sentences.clauses(script, in: sentence.lowerBound + length..<sentence.upperBound)
    guard
      let end = clauses.firstIndex(where: {
        basis.matches(script.plain, $0.lowerBound) || starts.matches(script.plain, $0.lowerBound)
      }),
      opens.occurs(script.plain, in: clauses[end].lowerBound..<sentence.upperBound)
    else { return [] }
    return clauses[..<end].flatMap { self.clauses(script, $0) }
  }

  private static let starts = Lexicon("自 从 即日起 在全")

  /// 区安委会办公室在全区 (部署开展…) says who acts, not what for.
  private static func acts(_ script: Manuscript, _ clause: Range<Int>, before make: Range<Int>) -> Bool {
    clause.upperBound == make.lowerBound
      && !Departments.leading(script, from: clause.lowerBound, before: clause.upperBound).names.isEmpty
  }

  /// Where 为 or 为了 opens a clause.
  private static func opening(_ script: Manuscript, _ span: Range<Int>) -> Int? {
    for clause in Sentences.clauses(script, in: span) {
      if let length = purposeWord.length(script.plain, clause.lowerBound) { return clause.lowerBound + length }
    }
    return nil
  }

  private static let purposeWord = Lexicon("为了 为")
  private static let makes = Lexicon("制定 制订 决定 特拟定 现就 开展本次 印发 特制定 拟定 定于 现将 现提出 提出如下 提出以下 现就有关 现作如下 通知如下 部署开展 开展全")
  private static let basis = Lexicon("根据 按照 依据 结合 现 特 经 决定 我 依照 参照 遵照")
  private static let heads = Lexicon(
    "—— 一是 二是 三是 四是 五是 进一步 努力 切实 不断 积极 使 从而 有效 达到 实现了 并 同时 为 以 “ 确实 推动实现")
  private static let tails = Lexicon("为目标 目标 的目标 等 为目的 ”")
  private static let means = Lexicon(
    "邓小平 习近平 马克思 新时代 科学发展观 党的 三个代表 坚持 按照 根据 认真贯彻 深入贯彻 全面贯彻 贯彻 认真落实 深入学习 紧紧围绕 围绕 结合 牢固树立 通过 依照 遵循 在 本着 深入落实 充分发挥 力争用 从源头 从严 紧扣 树立 自即日 紧紧抓住 紧抓 采取 依托 深刻吸取 吸取 深刻汲取 汲取 以下 各地 各单位 各部门 对照 针对 聚焦 把 抓住 利用 运用 集中时间 紧盯 盯住 着眼 立足 坚持问题导向 迎接 动员社会 动员全 广泛动员 统筹力量 落实科学 全面落实科学 震慑"
  )
  private static let ends = Lexicon(
    "指导 为主线 为抓手 为重点 为契机 为载体 为突破口 为主题 为切入点 为出发点 落脚点 为核心 方针 原则 相结合 依据 为导向 为统领 精神 如下 任务 方法 原则")
}
