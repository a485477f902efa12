internal import Kit

/// Violations (违法行为): what a task fights, in the text's words.
///
/// By construction, not by a list of offences: what stands between a fighting verb and 等行为, 问题; what 对…的企业 is
/// punished for; items under a label such as 重点查处：; else clauses with a word of unlawfulness.
enum Violations {
  /// How surely the items under a heading are acts, whatever their words.
  enum Listing { case none, likely, sure }

  /// The body's acts; the heading's only where the body names none, because it sums up what follows.
  static func read(_ script: Manuscript, _ node: Node) -> [String] {
    if let announced = Announced(script, node) {
      let items = announced.items.flatMap { item(script, $0, isSure: true) }.map(script.text)
      return Array((items + read(script, announced.rest).filter { !items.contains($0) }).prefix(40))
    }
    let body = read(script, node.texts, listing: listing(script, node))
    // 查处拆分项目收费等行为。重点查处：…: a heading that lists goes with its text, one that only sums up does not.
    if !body.isEmpty, !lists.occurs(script.plain, in: node.heading) { return body }
    return body + read(script, [node.heading]).filter { !isTold($0, in: body) }
  }

  private static let lists = Lexicon("等行为 等违法行为 等违规行为 等违法违规行为 等问题 等突出问题 等严重违法行为")

  private static func listing(_ script: Manuscript, _ node: Node) -> Listing {
    let labels = [node.heading] + node.ownText
    if labels.contains(where: {
      script.at($0.upperBound - 1) == ":" && fights.occurs(script.plain, in: $0.suffixRange(14))
    }) {
      return .sure
    }
    let items = node.children.map { $0.heading.lowerBound..<$0.rest.upperBound }
    if items.count >= 2, items.count(where: { endsInOf(script, $0) }) * 2 > items.count { return .sure }
    if !items.isEmpty, sums.ending(script.plain, at: node.heading.upperBound, from: node.heading.lowerBound) != nil {
      return .sure
    }
    let isNamed =
      Phrases.unlawful.occurs(script.plain, in: node.heading)
      || node.heading.count <= 12 && script.at(node.heading.upperBound - 1) == "题"
    return node.children.isEmpty && isNamed ? .likely : .none
  }

  /// 着力纠治：
  static func fightsBehind(_ script: Manuscript, _ label: Range<Int>) -> Bool {
    let end = script.at(label.upperBound - 1) == ":" ? label.upperBound : label.upperBound + 1
    return script.at(end - 1) == ":" && fights.occurs(script.plain, in: label.suffixRange(14))
  }

  private static func endsInOf(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    let core = Sentences.dropEnd(script, stops, from: span)
    return script.at(core.upperBound - 1) == "的"
  }

  static func read(_ script: Manuscript, _ spans: [Range<Int>], listing: Listing = .none) -> [String] {
    var found: [String] = []
    for span in spans {
      let sentences = asked(script, Array(Sentences.all(script, in: span).prefix(60)))
      let items = list(script, sentences, listing)
      for sentence in sentences where !isMeasure(script, sentence) && !isShare(script, sentence) {
        let acts = items.contains(sentence) ? item(script, sentence, isSure: listing == .sure) : acts(script, sentence)
        for text in (acts + quoted(script, sentence)).map(script.text)
        where !found.contains(where: { $0.contains(text) }) { found.append(text) }
      }
    }
    return Array(found.prefix(40))
  }

  private static func isMeasure(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    measures.occurs(script.plain, in: sentence) && investigated(script, sentence) == nil
  }

  /// (县医保局牵头负责，县公安局配合) or 由乡农技站承办，派出所配合 alone.
  private static func isShare(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    if Leads.isCharge(script, sentence) { return true }
    // 由网信办牵头，市场监管局配合，清理虚假广告 goes on with what is fought.
    let isTold = Sentences.clauses(script, in: sentence).dropFirst().contains {
      fights.matches(script.plain, $0.lowerBound)
    }
    let opens = script.at(sentence.lowerBound) == "(" || script.at(sentence.lowerBound) == "由" && !isTold
    return sentence.count < 120 && Leads.hasMark(script, sentence)
      && (opens || shareEnds.ending(script.plain, at: sentence.upperBound, from: sentence.lowerBound) != nil)
  }

  private static let shareEnds = Lexicon("配合 协办 承办 牵头 牵头负责 按职责负责 按职责分工负责")

  /// 是否存在A；B；C等问题 asks one question: its parts between ; are one sentence.
  private static func asked(_ script: Manuscript, _ sentences: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    var index = 0
    while index < sentences.count {
      var sentence = sentences[index]
      index += 1
      if whether.occurs(script.plain, in: sentence), closing(script, sentence) == nil {
        let parts = sentences[(index - 1)...].prefix(8)
        let run = parts.prefix { script.at($0.upperBound) == ";" }.count
        let last = parts.prefix(run + 1).firstIndex {
          closing(script, $0) != nil && $0.lowerBound > sentence.lowerBound
        }
        if let last {
          sentence = sentence.lowerBound..<sentences[last].upperBound
          index = last + 1
        }
      }
      joined.append(sentence)
    }
    return joined
  }

  /// Sentences between ; that are items of one list.
  private static func list(_ script: Manuscript, _ sentences: [Range<Int>], _ listing: Listing) -> Set<Range<Int>> {
    let items = sentences.filter { script.at($0.upperBound) == ";" || isBehindItem(script, $0) }
    let acts = sentences.count { endsInOf(script, $0) }
    if let told = listed(script, sentences) { return told }
    if sentences.count == 1, listing == .sure || acts == 1 { return Set(sentences) }
    if sentences.count == 1, listing == .likely, !isOwnWork(script, sentences[0]) { return Set(sentences) }
    return (listing != .none || acts >= 2) && items.count >= 2 ? Set(items) : []
  }

  /// 查处以下问题：一是A。二是B.
  private static func listed(_ script: Manuscript, _ sentences: [Range<Int>]) -> Set<Range<Int>>? {
    guard let first = sentences.firstIndex(where: { follows.occurs(script.plain, in: $0) }) else { return nil }
    let items = sentences[first...].filter { sentence in
      TaskText.ordinals.matches(script.plain, sentence.lowerBound) || sentence == sentences[first]
    }
    return items.count >= 2 ? Set(items) : nil
  }

  private static let follows = Lexicon("以下行为:一是 以下问题:一是 以下情形:一是 违法行为:一是 违规行为:一是 下列行为:一是 下列问题:一是 下列情形:一是")

  private static func item(_ script: Manuscript, _ sentence: Range<Int>, isSure: Bool) -> [Range<Int>] {
    if let closed = closed(script, sentence) { return closed.acts }
    if let sanctioned = sanctioned(script, sentence) { return sanctioned.acts }
    let label = sentence.prefixRange(14).last { script.at($0) == ":" }
    let own = label.map { fights.occurs(script.plain, in: sentence.lowerBound..<$0) ? $0 + 1 : sentence.lowerBound }
    let isNamed = isSure || endsInOf(script, sentence) || own.map { $0 > sentence.lowerBound } ?? false
    let act = (own ?? sentence.lowerBound)..<sentence.upperBound
    let parts = isCondition(script, act) ? [act] : Acts.parts(script, act)
    return parts.compactMap { part in
      // Under 重点治理： even 为非定点药店提供刷卡服务 is an act.
      let isAct = isUnlawful(script, part) || endsInOf(script, part) || script.at(part.lowerBound) == "为"
      let isOffice = isOwnWork(script, part) && !(isNamed && isAct)
      // 由市场监管所依法查处，烟草专卖所配合 says who acts.
      let isShared = script.at(part.lowerBound) == "由" || isShared(script, part)
      return isOffice || isShared ? nil : core(script, part)
    }
  }

  /// 未经检定，出具证书的; 对危险废物，未按规定贮存的: the first clause says of what or under which condition.
  private static func isCondition(_ script: Manuscript, _ item: Range<Int>) -> Bool {
    item.count <= 110 && endsInOf(script, item) && conditions.matches(script.plain, item.lowerBound)
  }

  private static let conditions = Lexicon("未经 未对 对 在 不具备 应当 依法应当")
  private static func acts(_ script: Manuscript, _ sentence: Range<Int>) -> [Range<Int>] {
    if let closed = closed(script, sentence) {
      let rest = Sentences.clauses(script, in: closed.end..<sentence.upperBound).compactMap { act(script, $0) }
      return closed.acts + rest
    }
    if let punished = punished(script, sentence) { return punished }
    if let sanctioned = sanctioned(script, sentence) {
      return sanctioned.acts + sanctioned.rest.compactMap { act(script, $0) }
    }
    if let cases = investigated(script, sentence) { return [cases] }
    var found: [Range<Int>] = []
    var isFighting = false
    let clauses = Sentences.clauses(script, in: sentence)
    for (clause, next) in zip(clauses, clauses.dropFirst() + [sentence]) where !isHelped(script, clause, before: next) {
      let own = act(script, clause)
      let act = own ?? (isFighting && isDealing(script, clause) ? core(script, clause) : nil)
      isFighting = act != nil && (isFighting || strictly(script, clause))
      if let act { found.append(act) }
    }
    return found
  }

  /// 查处A，B、C等行为; 对A、B等行为依法查处.
  private static func closed(_ script: Manuscript, _ sentence: Range<Int>) -> (acts: [Range<Int>], end: Int)? {
    openings(script, sentence).lazy.compactMap { open -> (acts: [Range<Int>], end: Int)? in
      guard let close = closing(script, open.start..<open.end) ?? etcetera(script, open.start..<open.end) else {
        return nil
      }
      // 检查用工合同，发现拖欠工资的问题: what is found, not where one looks.
      let start = discovers.all(script.plain, in: open.start..<close.lowerBound).last?.upperBound ?? open.start
      let listed = Sentences.dropEnd(script, tails, from: start..<close.lowerBound)
      let parts = Acts.parts(script, listed).compactMap { part in
        let isOffice = isOwnWork(script, part) && !opensFight(script, part) && !isServing(script, part)
        return part.lowerBound > start && isOffice ? nil : core(script, part)
      }
      let isSure = !open.isWeak || script.at(close.lowerBound) == "问"
      let acts = isSure ? parts : parts.filter { isUnlawful(script, $0) }
      return acts.isEmpty ? nil : (acts, close.upperBound)
    }.first
  }

  /// Where the objects may lie: between 对 at a clause's start and a fighting verb, behind the verb, behind a verb of
  /// checking. Checking is weaker: what is checked need not be wrong.
  private static func openings(_ script: Manuscript, _ sentence: Range<Int>) -> [(start: Int, end: Int, isWeak: Bool)] {
    let verb = firstFight(script, sentence)
    var found: [(start: Int, end: Int, isWeak: Bool)] = []
    if let verb {
      if !asks.isWord(script.plain, verb), let toward = toward(script, sentence.lowerBound..<verb.lowerBound) {
        found.append((toward, verb.lowerBound, false))
      }
      found.append((verb.upperBound, sentence.upperBound, false))
    } else if let toward = toward(script, sentence),
      Leads.hasMark(script, sentence) || inquires.occurs(script.plain, in: sentence)
    {
      // 对未建立进货记录的行为，文旅局牵头: who is to act says that it is wrong.
      found.append((toward, sentence.upperBound, false))
    }
    if let check = checks.first(script.plain, in: sentence) {
      found.append((check.upperBound, sentence.upperBound, true))
    }
    return found
  }

  /// 国家禁止网络销售的药品: the law forbids, not this sentence.
  static func isFight(_ script: Manuscript, _ verb: Range<Int>, _ span: Range<Int>) -> Bool {
    // 专项整治工作, 整治行动 name the campaign; 关闭取缔的矿山 is what has been fought already.
    if names.matches(script.plain, verb.upperBound) || script.at(verb.upperBound) == "的" { return false }
    if campaigning.ending(script.plain, at: verb.lowerBound, from: max(span.lowerBound, verb.lowerBound - 2)) != nil {
      return false
    }
    let isBan = script.at(verb.upperBound - 1) == "止" && script.at(verb.lowerBound) == "禁"
    return !isBan || verb.lowerBound == span.lowerBound || script.at(verb.lowerBound - 1).isComma
  }

  /// 专项, 集中: 集中整治 is the campaign, 诊疗中是否存在 asks.
  static let campaigning = Lexicon("专项 集中")
  private static let discovers = Lexicon("发现")
  static let names = Lexicon("工作 行动 领导 办 方案 阶段 活动 内容 重点 范围 任务 期间 步骤 措施 情况 成效 目标 力度 要求 能力 效果 机制 体系 对象")
  private static let asks = Lexicon("是否存在 是否有 存在")
  private static let whether = Lexicon("是否存在 是否有 有无 有没有")

  private static func toward(_ script: Manuscript, _ span: Range<Int>) -> Int? {
    span.first { script.at($0) == "对" && ($0 == span.lowerBound || script.at($0 - 1).isComma) }.map { $0 + 1 }
  }

  /// The last 行为, 问题, 现象 that ends a clause or stands before a verb of punishing.
  private static func closing(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    closers.all(script.plain, in: span).last {
      let next = script.at($0.upperBound)
      return $0.upperBound == span.upperBound || next.isComma || next == "("
        || after.matches(script.plain, $0.upperBound)
    }
  }

  /// 是否存在A，B等。: the list ends without 问题.
  private static func etcetera(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    let opener = max(0, span.lowerBound - 4)..<span.lowerBound
    guard whether.occurs(script.plain, in: opener), span.count > 4, script.at(span.upperBound - 1) == "等" else {
      return nil
    }
    return span.upperBound - 1..<span.upperBound
  }

  /// 对未批先建、超标排放的企业，依法责令停产.
  private static func punished(_ script: Manuscript, _ sentence: Range<Int>) -> [Range<Int>]? {
    guard script.at(sentence.lowerBound) == "对",
      punishes.occurs(script.plain, in: sentence) || isOutright(script, sentence),
      let doer = doers.first(script.plain, in: sentence) ?? outright.first(script.plain, in: sentence)
    else { return nil }
    let acts = Acts.parts(script, sentence.lowerBound + 1..<doer.lowerBound).compactMap { core(script, $0) }
    return isOutright(script, doer.upperBound..<sentence.upperBound) || acts.contains { isUnlawful(script, $0) }
      ? acts : nil
  }

  private static func act(_ script: Manuscript, _ whole: Range<Int>) -> Range<Int>? {
    let clause = DutyText.charge(script, whole)
    if let pressed = pressed(script, clause) { return pressed }
    var span = bare(script, clause)
    if isOwnWork(script, span), !fights.occurs(script.plain, in: clause) { return nil }
    if isShared(script, clause) || isListing(script, clause) { return nil }
    if let forbidden = forbidden(script, clause) { return core(script, forbidden) }
    let verbs = fights.all(script.plain, in: clause.prefixRange(60)).filter { isFight(script, $0, clause) }
    if verbs.isEmpty, told.occurs(script.plain, in: clause.prefixRange(20)) { return nil }
    if let verb = verbs.last, verb.upperBound < span.upperBound - 2 {
      span = verb.upperBound..<span.upperBound
    }
    let isBanned =
      bans.matches(script.plain, clause.lowerBound) || isTarget(script, verbs.last, span) || isAsked(script, clause)
    guard let core = core(script, span), isBanned || isUnlawful(script, core) && !isOwnWork(script, core),
      noActs.ending(script.plain, at: core.upperBound, from: core.lowerBound) == nil || isLacking(script, core),
      !isDue(script, core),
      !goods.matches(script.plain, core.lowerBound)
    else { return nil }
    return core
  }

  /// 有关部门要移送案件: who is told to do something does no wrong.
  private static let told = Lexicon("部门要 部门应 机关要 机关应 单位要 单位应")

  private static func isShared(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    shares.ending(script.plain, at: clause.upperBound, from: clause.lowerBound) != nil
  }

  /// Without the words around an act; nothing where only an empty word such as 违法违规 is left.
  static func core(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    let core = named(script, Sentences.dropEnd(script, tails, from: unpunished(script, bare(script, span))))
    guard (2...120).contains(core.count), !isCounted(script, core), !empty.isWord(script.plain, core),
      !isRate(script, core),
      !handed.matches(script.plain, core.lowerBound), !isShare(script, core),
      campaigns.ending(script.plain, at: core.upperBound, from: core.lowerBound) == nil,
      !vague.occurs(script.plain, in: core.suffixRange(5)) || core.count > 24
    else { return nil }
    return core
  }

  /// 非法经营药品的违法违规（行为）: the offence is what stands before.
  private static func named(_ script: Manuscript, _ core: Range<Int>) -> Range<Int> {
    guard let end = vague.ending(script.plain, at: core.upperBound, from: core.lowerBound),
      isUnlawful(script, core.lowerBound..<end.lowerBound)
    else { return core }
    return core.lowerBound..<end.lowerBound
  }

  /// Without words before the act; 有效, 对外 are words of their own.
  private static func bare(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    var start = span.lowerBound
    while start < span.upperBound, !whole.matches(script.plain, start),
      let length = heads.length(script.plain, start, before: span.upperBound)
    {
      start += length
    }
    // 眼科、口腔科等领域以及违规开展…: the fields are where one looks.
    let end = fields.first(script.plain, in: start..<span.upperBound)?.upperBound
    return (end ?? start)..<span.upperBound
  }

  private static let whole = Lexicon("有效 有关 有序 有偿 对外 及其 和谐 及时")
  private static let fields = Lexicon("领域以及 领域及 行业以及 区域以及 场所以及")
  /// 打击欺诈骗保专项治理 names a campaign; what an office checks is no act.
  private static let campaigns = Lexicon(
    "专项治理 专项整治 专项行动 整治行动 治理行动 具体实施 高压态势 进行督查 进行检查 进行抽查 进行核查 进行指导 专项检查 开展检查 监督检查 打击行动 移送工作 排查工作 整治工作 治理工作 查处工作 打击工作 行动 一处 一起 一批 以下六类 以下五类 以下四类 以下三类 以下几类"
  )
  private static let handed = Lexicon("涉嫌犯罪的 构成犯罪的 涉嫌违法犯罪的 涉嫌构成犯罪 情节严重的 违法情形严重 情形严重 逾期 拒不改正的 触犯 整改不 经整改 限期整改 案情")
  /// 广告经营单位的违法（行为） names no act.
  private static let vague = Lexicon("的违法 的违规 的违法违规 各类违法 其他违法 其它违法")

  private static func isOwnWork(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    ownWork.matches(script.plain, Sentences.drop(script, heads, from: span).lowerBound)
  }

  private static let bans = Lexicon("严禁 禁止 坚决杜绝 是否存在")
  private static let noActs = Lexicon("措施 制度 机制 台账 方案 检测 标准 规定 责任 监管 管理 及时 力度")
  /// (卫生健康局牵头负责,公安局配合)
  private static let shares = Lexicon("牵头负责 配合 配合) 负责) 牵头")

  static func isUnlawful(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    Phrases.unlawful.all(script.plain, in: span).contains { !lawful.matches(script.plain, $0.lowerBound) }
  }
}

extension Violations {
  /// Sentences about how the office works, not about what others do wrong.
  private static let measures = Lexicon(
    "责任追究 追究责任 挂牌督办 责任单位: 责任领导: 责任科室: 责任股室: 责任部门: 牵头单位: 牵头部门: 配合单位: 配合部门: 完成时限: 失职 渎职 移送机制 公开曝光 予以曝光 集中曝光 媒体曝光 进行曝光 曝光典型 曝光一批 曝光力度 通报曝光 曝光台 长效机制 举报奖励 不作为 履职不力 工作不力 协作机制 联动机制 衔接机制"
  )
  private static let ownWork = Lexicon(
    """
    为 提高 加强 建立 完善 健全 研究 配合 构成犯罪 拟制 加大 形成 营造 增强 提升 推进 推动 引导 鼓励 淘汰 做好 开展 及时 按照 根据 结合 督促 发现 涉嫌
    会同 定期 宣传举报 宣传教育 宣传贯彻 动员 广泛 做到 严格执行 严格落实 加快 深挖 追溯 追查 并追溯 并追查 规范 强化 落实 压实 严格管理 严格规范 严格控制 严格要求 确保 保障 制定 组织 认真 深入 进一步 同时 统一 各地 畅通 移送 纳入 依托 充分 努力 积极 切实 列入 全面建立 探索 明确 指导
    """)
  static let fights = Lexicon(
    """
    严厉打击 重点打击 重点查处 依法查处 严肃查处 依法取缔 严厉查处 坚决打击 打击 查处 整治 取缔 惩治 严禁 禁止 查办 治理 防止 杜绝 处罚 清理 是否存在 是否有 存在
    关闭取缔 取缔关闭 关闭 纠正 严查 惩处 遏制 制止 重点解决 着力解决 解决 纠治 査处 根治 查纠
    """)
  private static let checks = Lexicon("重点检查 检查 排查 监测 核查 监督 重点关注 摸排 巡查 处置 处理 聚焦 紧盯")
  private static let closers = Lexicon("行为 问题 现象 乱象 情形 违法活动 违法犯罪活动")
  private static let after = Lexicon(
    "依法 从严 从重 坚决 严肃 严厉 进行 予以 实施 及时 一律 开展 和 以及 、 及其 发现 立案 加大 给予 严格 严惩 查处 要 应 并")
  private static let punishes = Lexicon("查处 处罚 处理 取缔 责令 停产 整治 追究 打击 严惩 关闭 关停 吊销 从严 从重 惩处 惩戒 移送 停业 整改 清理")
  private static let doers = Lexicon(
    "的企业 的单位 的机构 的个人 的人员 的经营者 的经营户 的商户 的车辆 的网站 的行为 的场所 的门店 的药店 的学校 的项目 的生产 的经营 的平台 的店铺 的网店 的驾驶人 的船舶 的工地 的当事人 的一律 的从重 的从严 的责令 的坚决 的,"
  )
  /// 对查实的无证诊所一律取缔
  private static let outright = Lexicon("一律取缔 依法取缔 坚决取缔 一律予以取缔 依法予以取缔 一律关闭 一律关停")
  private static let stops = Lexicon("。 ; ! ，")
  private static let heads = Lexicon(
    """
    严厉 严肃 坚决 重点 依法 依规 全面 集中 对 将 的 : , 及 和 以及 或 或者 其他 以下行为: 以下问题: 以下情形: 下列行为: 下列问题: 行为: 问题: 情形: 各类 一批 各种形式的 各种 从严 依法依规 等 是 要 ; 、 重点看 看 有没有 有无 是否 有 着力 突出
    打击 查处 査处 整治 取缔 惩治 查办 严查 严禁 纠正 检查 排查 查实的 查明的 涉及 但 甚至 负责 负责关闭 特别是 尤其是 一是 二是 三是 四是 五是 针对 领域 以下
    """)
  private static let tails = Lexicon(
    "的查处 的处罚 的打击 进行清理 进行查处 进行打击 进行整治 进行处置 坚决从重从严处理 依法依规严肃处理 及时进行处置 违法违规行为 等违法违规行为 等行为 的行为 行为 等违法行为 违法行为 的 等 。 等问题 问题 的单位和个人 、 现象 等突出 突出 等违法违规 等违法 等不良 不良 等违规 等各类 情况 等情况 情形"
  )
  private static let empty = Lexicon(
    """
    严管 严打 严惩 违法 违规 违法违规 违法案件 违法违规案件 违法线索 违法者 违法必究 违法犯罪 违法信息 犯罪 涉嫌犯罪 违法所得 各类违法 经营 执业 诊疗 生产 突出 隐患 安全隐患 薄弱环节
    违法犯罪分子 存在 安全 管理 其它 其他 相关 有关 限期整改或 限期整改 一般 重大 共性 上述 以上 重点 此类 线索 案件 工作 秩序 力度 人员 投诉举报 情况
    """)
  private static let goods = Lexicon("合法 有序 规范")
  /// 未成年人 and 漏洞 are no offences.
  private static let lawful = Lexicon("未成年 未果 未来 超限检测 漏洞 偷闲 出租屋 出租房 出租车 承包地 承包人 承包商 承包户")
}
