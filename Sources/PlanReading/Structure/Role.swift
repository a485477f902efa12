internal import Kit

/// What a chapter of a plan is for. A heading such as 整治范围和任务 has two roles.
struct Role: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let goals = Role(rawValue: 1)
  static let scope = Role(rawValue: 2)
  static let tasks = Role(rawValue: 4)
  static let duties = Role(rawValue: 8)
  static let phases = Role(rawValue: 16)
  static let requirements = Role(rawValue: 32)
  static let organisation = Role(rawValue: 64)

  /// From the heading's words. 工作要求和保障措施 is about requirements although 措施 would name tasks.
  static func of(_ text: [Unicode.Scalar], _ heading: Range<Int>) -> Role {
    var role: Role = []
    for (lexicon, one) in words where lexicon.occurs(text, in: heading) { role.insert(one) }
    if role.contains(.requirements), !strongTasks.occurs(text, in: heading) { role.remove(.tasks) }
    if role.contains(.scope), !scopeTasks.occurs(text, in: heading) { role.remove(.tasks) }
    if role.contains(.duties), !strongTasks.occurs(text, in: heading) { role.remove(.tasks) }
    if role.contains(.phases), !strongTasks.occurs(text, in: heading) { role.remove(.tasks) }
    if role.contains(.goals), !taskNouns.occurs(text, in: heading) { role.remove(.tasks) }
    // 推进安排 and the like say when, where nothing else is said.
    if role.isEmpty, arranges.ending(text, at: heading.upperBound, from: heading.lowerBound) != nil { return .phases }
    return role
  }

  private static let arranges = Lexicon("推进安排 实施安排 检查安排 整治安排 治理安排 时序安排 具体安排 总体安排")

  /// Whether a line is nothing but the heading of a chapter.
  static func isHeading(_ text: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
    guard (4...12).contains(line.count), !text[line].contains(where: \.isComma) else { return false }
    return heads.ending(text, at: line.upperBound, from: line.lowerBound) != nil
      && (heads.isWord(text, line) || openers.matches(text, line.lowerBound))
  }

  /// The end of the genre's heading that begins there, where what follows does not go on with it (工作目标和任务).
  static func opening(_ text: [Unicode.Scalar], _ position: Int) -> Int? {
    guard let length = heads.length(text, position) ?? shaped(text, position) ?? named(text, position),
      position + length < text.count
    else { return nil }
    return goesOn.matches(text, position + length) ? nil : position + length
  }

  /// Whether the words are nothing but such a heading: 排查范围, 时间安排.
  static func names(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    heads.isWord(text, span) || shaped(text, span.lowerBound) == span.count
  }

  /// A few words that end as headings do: 信息报送要求, 排查整治步骤.
  static func ends(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    (2...10).contains(span.count) && text[span].allSatisfy { $0.isHan || $0 == "、" }
      && nouns.ending(text, at: span.upperBound, from: span.lowerBound) != nil
  }

  /// 整顿目标, 抽查对象, 检查时间: two letters of work before one of the genre's words.
  private static func shaped(_ text: [Unicode.Scalar], _ position: Int) -> Int? {
    guard works.matches(text, position) else { return nil }
    return nouns.length(text, position + 2).map { $0 + 2 }
  }

  private static let works = Lexicon("整顿 抽查 抽检 检查 整治 治理 排查 督查 监测 行动 活动 工作 专项 清理 评价 自查 监督 宣传 培训 保障 攻坚 方法 实施 推进 时间 打击")
  private static let nouns = Lexicon("目标 范围 对象 任务 重点 内容 步骤 时间 安排 要求 分工 原则 目的 方式 措施")

  /// 查禁范围, 清剿步骤: any two letters and what only a chapter is about.
  private static func named(_ text: [Unicode.Scalar], _ position: Int) -> Int? {
    guard position + 4 < text.count, text[position].isHan, text[position + 1].isHan,
      !Phrases.deed.isWord(text, position..<position + 2) || !vague.matches(text, position + 2)
    else { return nil }
    return topics.length(text, position + 2).map { $0 + 2 }
  }

  private static let topics = Lexicon("范围 对象 目标 步骤")
  /// 落实目标 demands, 整治范围 names.
  private static let vague = Lexicon("目标 对象")
  private static let goesOn = Lexicon("和 及 与 、 : 。 ( 以及 , 的 是 为 包括 如下 任务 要求 安排 重点")

  /// Whether one of the genre's headings begins there.
  static func opens(_ text: [Unicode.Scalar], _ position: Int) -> Bool { heads.matches(text, position) }

  /// Whether one of the genre's headings, alone in its line but for a number, ends there.
  static func closes(_ text: [Unicode.Scalar], _ end: Int, from start: Int) -> Bool {
    guard let head = heads.ending(text, at: end, from: start) else { return false }
    let number = Marker.read(text, start)?.length ?? 0
    return head.lowerBound == start + number
      || head.lowerBound - start - number <= 6
        && !text[start + number..<end].contains(where: \.isComma)
  }

  /// Four to eight scalars before a colon that name a chapter: 整治时间, 部门职责.
  static func isLabel(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    (!of(text, span).isEmpty || text[span].last == "式") && text[span.lowerBound] != "各"
      && labelEnds.ending(text, at: span.upperBound, from: span.lowerBound) != nil
      && text[span].allSatisfy(\.isHan)
  }

  private static let labelEnds = Lexicon("目标 范围 对象 任务 重点 内容 措施 分工 职责 步骤 时间 安排 进度 要求 组织领导 保障 组织机构 方法 方式")
  private static let words: [(Lexicon, Role)] = [
    (Lexicon("目标 指导思想 总体要求 总体思路 目的 宗旨"), .goals),
    (
      Lexicon(
        "范围 对象 重点区域 重点场所 重点领域 重点地区 重点单位 重点行业 重点对象 重点部位 重点品类 重点品种 重点产品 检查单位 治理品种 整治品种 检查品种 抽检品种 整治区域 治理区域 检查区域 检查场所 整治场所 整治领域 治理领域"
      ), .scope
    ),
    (Lexicon("任务 重点 内容 措施 事项 工作安排 行动安排 项目 问题 整治要点 主要工作 检查要点 举措 做法 检查什么 查什么 干什么 做什么 整治什么"), .tasks),
    (Lexicon("分工 职责 责任分解 责任划分 责任单位 任务分解 部门责任 责任落实 落实责任 责任主体"), .duties),
    (Lexicon("步骤 阶段 时间 进度 工作安排 实施安排 日程 行动安排 活动安排 实施计划 推进计划"), .phases),
    (Lexicon("要求 保障 纪律 原则 强化措施 督导 考核 监督 有关事项 其他事项 组织实施"), .requirements),
    (Lexicon("组织 领导 机构 工作机制 领导小组 专班"), .organisation),
  ]
  private static let strongTasks = Lexicon("任务 内容 重点")
  private static let scopeTasks = Lexicon("任务 内容 措施 工作重点 整治重点 检查重点 和重点 及重点 与重点")
  private static let taskNouns = Lexicon("任务 内容 措施 重点")
  private static let heads = Lexicon(
    """
    工作目标 指导思想 总体要求 目标任务 总体目标 行动目标 整治目标 整治范围 行动范围 工作范围 检查范围 实施范围 整治对象 检查对象
    工作任务 重点任务 主要任务 工作重点 整治重点 工作内容 检查内容 整治内容 主要内容 工作措施 职责分工 责任分工 部门职责 任务分工
    实施步骤 工作步骤 方法步骤 时间安排 工作安排 进度安排 时间步骤 步骤安排 工作要求 保障措施 有关要求 组织领导 组织保障 组织机构 组织实施
    """)
  private static let openers = Lexicon("工作 重点 主要 整治 行动 专项 检查 实施 总体 组织 职责 部门 时间 方法 保障 任务 治理 有关 相关")
}
