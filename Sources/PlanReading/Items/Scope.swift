internal import Kit

/// Scope (整治范围): the chapters about it, sentences such as 重点区域是…, else the bodies that the aims name.
extension PlanReader {
  func scope() -> [Sourced<String>] {
    let parts = chapters.filter { $0.role.contains(.scope) && !$0.isOrphan || $0.role == .scope }
    var spans = parts.flatMap { part -> [Range<Int>] in
      if part.role.intersection([.tasks, .phases, .goals]).isEmpty { return within(part.node).flatMap { listed($0) } }
      return []
    }
    spans += named() + tableScope() + included()
    if spans.isEmpty {
      spans = chapters.filter { $0.role == .tasks && ScopeWords.lists(script, $0.node) }.flatMap(\.node.ownText)
        .flatMap { Sentences.all(script, in: $0) }
    }
    if spans.isEmpty || parts.isEmpty { spans += told() }
    if spans.isEmpty { spans = targets() }
    if spans.isEmpty { spans = whole() }
    if spans.isEmpty { spans = covered() + keyAreas() }
    if spans.isEmpty { spans = pointed() }
    if spans.isEmpty { spans = wholes() }
    return unique(spans.prefix(20).map { sourced($0) })
  }

  /// 二、清查范围城区所有旅店、浴场。: where the text ran into the heading, what stands behind the heading's word.
  private func within(_ node: Node) -> [Range<Int>] {
    guard node.texts.isEmpty, node.heading.count >= 12,
      let noun = ScopeWords.noun.first(script.plain, in: node.heading.prefixRange(8))
    else { return node.texts }
    return [noun.upperBound..<node.heading.upperBound]
  }

  /// Sentences of a scope chapter, cut at 、 and ; where that leaves names and not fragments.
  private func listed(_ span: Range<Int>) -> [Range<Int>] {
    Sentences.all(script, in: span).compactMap { sentence in
      if ScopeWords.announces(script, sentence) || ScopeWords.counts.occurs(script.plain, in: sentence) { return nil }
      guard let copula = ScopeWords.copula.first(script.plain, in: sentence.prefixRange(40)),
        ScopeWords.noun.occurs(script.plain, in: sentence.lowerBound..<copula.lowerBound)
      else { return ScopeWords.clean(script, sentence) }
      return ScopeWords.clean(script, copula.upperBound..<sentence.upperBound)
    }
  }

  /// 检查对象：… or 整治范围是… in any place.
  private func named() -> [Range<Int>] {
    let chapterSpans = chapters.filter {
      $0.role.contains(.scope) && $0.role.intersection([.tasks, .phases, .goals]).isEmpty
    }
    return lines.flatMap { line -> [Range<Int>] in
      if chapterSpans.contains(where: { $0.node.span.contains(line.span.lowerBound) }) { return [] }
      return Sentences.all(script, in: line.body).compactMap { sentence in
        let head = sentence.prefixRange(40)
        let copulas = ScopeWords.noun.all(script.plain, in: head).filter {
          $0.lowerBound - Group.clauseStart(script, $0.lowerBound, sentence) < 14
        }
        .compactMap { noun in
          ScopeWords.copula.first(
            script.plain, in: noun.upperBound..<min(sentence.upperBound, noun.upperBound + 4))
        }
        guard let copula = copulas.first else { return nil }
        return ScopeWords.clean(script, copula.upperBound..<sentence.upperBound)
      }
    }
  }

  /// 此次行动的重点是高层建筑、学校、医院等场所: places, not deeds.
  private func told() -> [Range<Int>] {
    lines.flatMap { line in
      ScopeWords.told.all(script.plain, in: line.body).compactMap { word in
        let clause =
          word
          .upperBound..<(Sentences.clauses(script, in: word.upperBound..<line.body.upperBound).first?.upperBound
          ?? word.upperBound)
        guard !Phrases.deed.matches(script.plain, clause.lowerBound),
          ScopeWords.places.ending(script.plain, at: clause.upperBound, from: clause.lowerBound) != nil
        else { return nil }
        return ScopeWords.clean(script, clause)
      }
    }
  }

  /// 全县医疗机构 and the like in the head or the goals.
  private func whole() -> [Range<Int>] {
    let head = chapters.filter { $0.isOrphan && $0.role == [] && !isDutyList($0.node.paragraphs) }.flatMap {
      $0.node.texts
    }
    let title = headLines.map(\.span).filter { Lines.isTitle(script.plain[$0]) }
    return kinds(in: title + head)
  }

  /// Where nothing else says it: the bodies of the whole area that the aims, principles and tasks name.
  private func covered() -> [Range<Int>] {
    let parts = chapters.filter {
      !$0.role.intersection([.goals, .tasks]).isEmpty && $0.role.intersection([.phases, .duties]).isEmpty
        || ScopeWords.principles.occurs(script.plain, in: $0.node.heading)
    }
    return Array(kinds(in: parts.flatMap(\.node.texts)).filter { isKind($0) }.prefix(3))
  }

  /// 全县相关单位 and 全县11家机构 say nothing of the kind, 督促辖区企业 nothing of the whole area.
  private func isKind(_ span: Range<Int>) -> Bool {
    script.at(span.lowerBound) == "全" && !Departments.generic.occurs(script.plain, in: span)
      && !script.plain[span].contains(where: \.isDigit)
  }

  /// 学校、车站等重点场所 of a task.
  private func keyAreas() -> [Range<Int>] {
    let spans = chapters.filter { $0.role.contains(.tasks) }.flatMap(\.node.texts)
    return spans.flatMap { span in
      ScopeWords.keyAreas.all(script.plain, in: span).compactMap { word in
        let clause = Group.clauseStart(script, word.lowerBound, span)..<word.lowerBound
        let start = ScopeWords.aims.all(script.plain, in: clause).last?.upperBound ?? clause.lowerBound
        return (3...60).contains(word.lowerBound - start) ? start..<word.upperBound : nil
      }
    }
  }

  /// 以医保经办机构和定点医药机构为重点: bodies or places, and nothing that is done.
  private func pointed() -> [Range<Int>] {
    lines.flatMap { line in
      ScopeWords.points.all(script.plain, in: line.body).compactMap { word in
        let clause = Group.clauseStart(script, word.lowerBound, line.body)..<word.lowerBound
        guard let start = script.plain[clause].lastIndex(of: "以").map({ $0 + 1 }),
          (3...60).contains(word.lowerBound - start),
          ScopeWords.places.ending(script.plain, at: word.lowerBound, from: start) != nil
            || ScopeWords.kind.ending(script.plain, at: word.lowerBound, from: start) != nil,
          !Phrases.deed.occurs(script.plain, in: start..<word.lowerBound)
        else { return nil }
        return start..<word.lowerBound
      }
    }
  }

  private func kinds(in spans: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for span in spans {
      for word in ScopeWords.area.all(script.plain, in: span) {
        let end = min(span.upperBound, word.upperBound + 14)
        // 质量安全县（市）, and what a cited title says.
        guard script.at(word.lowerBound - 1) != "安", !script.isCited[word.lowerBound] else { continue }
        guard let kind = ScopeWords.kind.first(script.plain, in: word.upperBound..<end),
          !script.plain[word.lowerBound..<kind.upperBound].contains(where: { $0.isComma || $0 == "、" }),
          !ScopeWords.verb.occurs(script.plain, in: word.upperBound..<kind.lowerBound)
        else { continue }
        found.append(word.lowerBound..<kind.upperBound)
      }
    }
    return found
  }
}

extension Range<Int> {
  func prefixRange(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
  func suffixRange(_ count: Int) -> Range<Int> { Swift.max(lowerBound, upperBound - count)..<upperBound }
}

enum ScopeWords {
  static let noun = Lexicon("范围 对象 重点区域 重点场所 重点领域 重点地区 重点单位 重点部位 重点行业 检查单位")
  static let copula = Lexicon("包括: 包括 是: 为: 是 为 涵盖 覆盖 :")
  static let told = Lexicon("重点是 重点对 重点针对 重点为")
  static let places = Lexicon("场所 领域 区域 单位 机构 企业 行业 部位 地区 路段 项目 工程 市场 医院 学校 门店")
  static let area = Lexicon("全国 全县 全市 全区 全省 全镇 全乡 全院 全旗 全州 辖区内 辖区 我县 我市 我区 本市 本县 本区 全街道 全行业 县域内")
  static let points = Lexicon("为重点")
  static let principles = Lexicon("原则")
  static let keyAreas = Lexicon("等重点区域 等重点场所 等重点地区 等重点领域 等重点部位 等重点行业 等重点单位")
  /// After these the places begin.
  static let aims = Lexicon("打击 查处 整治 检查 排查 聚焦 紧盯 针对 对 在 加强 突出 围绕 抓好 深入 加大 强化 以 包括 治理")
  static let kind = Lexicon(
    "医疗机构 卫生机构 机构 企业 单位 场所 学校 经营者 药店 门店 医院 诊所 市场主体 工地 餐饮店 商户 从业人员 卫生院 食堂 幼儿园 部门 队伍")
  static let verb = Lexicon("开展 进行 加强 打击 的 整治")

  /// 检查的主要内容是：, 主要治理内容如下：: what follows is no scope.
  static func announces(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard script.at(span.upperBound - 1) == ":", let last = Sentences.all(script, in: span).last else { return false }
    return contents.occurs(script.plain, in: last.suffixRange(14))
  }

  /// 每省抽查企业数量不少于6个, 检查时点为8月底: how many and when, not whom.
  static let counts = Lexicon("数量不少于 不少于 不低于 时点为 时点是 比例为 随机确定 随机抽取")
  private static let contents = Lexicon("内容 任务 问题 事项 行为 重点整治 重点查处")

  /// 整治对象是…。重点针对…场所。: nothing but where.
  static func says(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    let sentences = Sentences.all(script, in: span)
    return sentences.allSatisfy { sentence in
      let isTold = told.first(script.plain, in: sentence.prefixRange(8)) != nil
      guard let word = noun.first(script.plain, in: sentence.prefixRange(14)) else { return isTold }
      return isTold || copula.matches(script.plain, word.upperBound)
    }
  }

  /// 检查重点：集镇市场、快递网点、景区周边农家乐。: places under 重点, and nothing that is done.
  static func lists(_ script: Manuscript, _ node: Node) -> Bool {
    guard node.children.isEmpty, node.ownText.count == 1, let text = node.ownText.first, text.count <= 120,
      script.at(node.heading.upperBound - 1) == "点", node.heading.count <= 6,
      script.plain[text].count(where: { $0 == "、" }) >= 2, !Violations.isUnlawful(script, text)
    else { return false }
    let sentences = Sentences.all(script, in: text)
    return sentences.count == 1 && !Phrases.deed.occurs(script.plain, in: text)
      && script.plain[text].split(separator: "、").allSatisfy { (2...14).contains($0.count) }
      && sites.occurs(script.plain, in: text)
  }

  private static let sites = Lexicon("市场 网点 场所 周边 门店 学校 医院 企业 工地 路段 区域 车站 码头 商场 酒店 饭店 景区 小区 农家乐 机构 公司 作坊 仓库")
  static func clean(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    let core = Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: span))
    return (3...160).contains(core.count) ? core : nil
  }

  private static let heads = Lexicon(": 一是 二是 三是 主要 主要是 包括 —— ,")
  private static let tails = Lexicon("等")
}
