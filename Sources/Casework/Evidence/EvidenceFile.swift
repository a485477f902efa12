import Packs
import Procedure

/// One file under `evidence/`.
struct EvidenceFile {
  let kinds: [EvidenceKind]
  let lists: [GoodsListKind]
  let groups: [DossierGroup]

  static func read(_ node: PackNode) -> EvidenceFile {
    let file = EvidenceFile(
      kinds: node.recordsIfAny("kinds", EvidenceKind.read), lists: node.recordsIfAny("lists", GoodsListKind.read),
      groups: node.recordsIfAny("groups", DossierGroup.read))
    if file.kinds.isEmpty, file.lists.isEmpty, file.groups.isEmpty { node.refuse("kinds", "文件里没有内容") }
    return file
  }
}

extension EvidenceKind {
  fileprivate static func read(_ node: PackNode) -> EvidenceKind {
    let kind = EvidenceKind(
      id: node.slug("id"), title: node.text("title"), isExhibit: node.flag("exhibit", standard: false),
      isMedia: node.flag("media", standard: false), provenance: node.provenance())
    node.claim(kind.id, in: "evidence/kinds", key: "id")
    return kind
  }
}

extension GoodsListKind {
  fileprivate static func read(_ node: PackNode) -> GoodsListKind {
    let list = GoodsListKind(
      step: node.choice("step", standIn: .filing), title: node.text("title"),
      end: node.has("end") ? node.choice("end", standIn: .filing) : nil, ways: node.records("ways", GoodsWay.read),
      provenance: node.provenance(), waits: node.recordIfAny("waits") { $0.provenance() },
      value: node.recordIfAny("value") { $0.provenance() })
    node.claim(list.step.rawValue, in: "evidence/lists", key: "step")
    for way in list.ways { node.claim("\(list.step.rawValue) \(way.id)", in: "evidence/ways", key: "ways") }
    return list
  }
}

extension GoodsWay {
  fileprivate static func read(_ node: PackNode) -> GoodsWay {
    GoodsWay(
      id: node.slug("id"), title: node.text("title"),
      onward: node.has("onward") ? node.choice("onward", standIn: .filing) : nil,
      when: node.has("when") ? node.choice("when", standIn: .stands) : nil,
      needsReceipt: node.flag("receipt", standard: false))
  }
}

extension DossierGroup {
  fileprivate static func read(_ node: PackNode) -> DossierGroup {
    let group = DossierGroup(
      id: node.slug("id"), title: node.text("title"), steps: node.choicesIfAny("steps", StepKind.self),
      content: node.has("content") ? node.choice("content", standIn: .evidence) : nil, provenance: node.provenance())
    node.claim(group.id, in: "evidence/groups", key: "id")
    for step in group.steps { node.claim(step.rawValue, in: "evidence/order", key: "steps") }
    if group.steps.isEmpty == (group.content == nil) { node.refuse("steps", "应写 steps 或者 content，只写一样") }
    return group
  }
}
