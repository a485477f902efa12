internal import Kit
internal import Packs

/// One file under `discretion/`.
struct DiscretionFile {
  let circumstances: [Circumstance]
  let rules: [DiscretionRule]
  let provinces: [ProvinceDiscretion]

  static func read(_ node: PackNode, _ statutes: Statutes) -> DiscretionFile {
    DiscretionFile(
      circumstances: node.recordsIfAny("circumstances", Circumstance.read),
      rules: node.recordsIfAny("rules") { DiscretionRule.read($0, statutes) },
      provinces: node.recordsIfAny("provinces", ProvinceDiscretion.read))
  }
}

extension Discretion {
  /// Refuses packs without the rule that one act is fined once.
  init(_ files: [DiscretionFile], _ reader: PackReader) {
    rules = files.flatMap(\.rules)
    circumstances = files.flatMap(\.circumstances)
    provinces = files.flatMap(\.provinces)
    let rule = rules.first { $0.key == Self.oneFineKey }
    if rule == nil { reader.refuse("discretion", "缺少规则 \(Self.oneFineKey)") }
    oneFine =
      rule
      ?? DiscretionRule(
        key: "", effect: .method, needs: [], says: "", citation: Citation(law: "", title: "", article: ""),
        confidence: .doubtful, note: nil)
  }
}

extension Circumstance {
  static func read(_ node: PackNode) -> Circumstance {
    let circumstance = Circumstance(key: node.slug("key"), asks: node.text("asks"))
    node.claim(circumstance.key, in: "circumstances", key: "key")
    return circumstance
  }
}

extension DiscretionRule {
  static func read(_ node: PackNode, _ statutes: Statutes) -> DiscretionRule {
    let rule = DiscretionRule(
      key: node.slug("key"), effect: node.choice("effect", standIn: .method), needs: node.textsIfAny("needs"),
      says: node.text("says"), citation: Citation.read(node, statutes),
      confidence: node.choice("confidence", standIn: .doubtful), note: node.textIfAny("note"))
    node.claim(rule.key, in: "discretion", key: "key")
    for need in rule.needs { node.refer(to: need, in: "circumstances", key: "needs") }
    if rule.effect != .method, rule.needs.isEmpty { node.refuse("needs", "没有写明要有哪些情节") }
    return rule
  }
}

extension ProvinceDiscretion {
  static func read(_ node: PackNode) -> ProvinceDiscretion {
    let hearing = node.recordIfAny("hearing") {
      (person: $0.moneyIfAny("person"), organisation: $0.moneyIfAny("organisation"))
    }
    let province = ProvinceDiscretion(
      code: node.written("code"), name: node.text("name"), from: node.date("from"), hearingPerson: hearing?.person,
      hearingOrganisation: hearing?.organisation, steps: node.recordsIfAny("steps", DiscretionStep.read),
      provenance: node.provenance())
    node.claim("\(province.code) \(province.from.iso)", in: "provinces", key: "code")
    return province
  }
}

extension DiscretionStep {
  static func read(_ node: PackNode) -> DiscretionStep {
    let step = DiscretionStep(
      violation: node.slug("violation"), name: node.text("name"), when: node.text("when"), min: node.money("min"),
      max: node.money("max"))
    node.refer(to: step.violation, in: "violations", key: "violation")
    if step.min > step.max { node.refuse("min", "下限大于上限") }
    return step
  }
}
