internal import Kit

/// What kind of thing was read from a plan.
enum ItemKind: String, Sendable, CaseIterable {
  case title, phase, task, deadline, coverage, organisation, goal, scope, finding

  /// Heading of its section, and what one of it is called.
  var noun: String {
    switch self {
    case .title: "标题与年度"
    case .phase: "阶段"
    case .task: "任务"
    case .deadline: "报送与期限"
    case .coverage: "覆盖目标"
    case .organisation: "组织"
    case .goal: "目标"
    case .scope: "范围"
    case .finding: "疑点"
    }
  }

  /// What a person may write, in the order of the form.
  var fields: [ItemField] {
    switch self {
    case .title: [.text, .place, .year]
    case .phase: [.name, .start, .end, .text]
    case .task: [.no, .text, .lead, .cooperating, .violations]
    case .deadline: [.what, .date, .recurring, .to, .contact]
    case .coverage: [.subject, .percent, .types]
    case .organisation: [.group, .office, .members]
    case .goal, .scope: [.text]
    case .finding: []
    }
  }

  /// Without these the item says nothing.
  var required: Set<ItemField> {
    switch self {
    case .title, .task, .goal, .scope: [.text]
    case .phase: [.name]
    case .deadline: [.what]
    case .coverage: [.subject, .percent]
    case .organisation, .finding: []
    }
  }

  /// Every plan has exactly one of these, also where nothing was read for it.
  var isSingle: Bool { self == .title || self == .organisation }
  /// A person may add one by hand.
  var canBeAdded: Bool { !isSingle && self != .finding }
}

/// A value of an item.
enum ItemField: String, Sendable, CaseIterable {
  case text, place, year
  case no, lead, cooperating, violations
  case name, start, end, dateText
  case what, to, date, contact, recurring
  case subject, percent, types
  case group, office, members
  case finding, message, suggestion

  enum Input: Sendable {
    case line(Int), lines, year, date, percent, tick, types
    /// Several bodies, parted by 、.
    case bodies
  }

  var input: Input {
    switch self {
    case .text, .what, .members, .violations: .lines
    case .year: .year
    case .start, .end, .date: .date
    case .percent: .percent
    case .recurring: .tick
    case .types: .types
    case .lead, .cooperating: .bodies
    case .no: .line(20)
    default: .line(200)
    }
  }

  func title(of kind: ItemKind) -> String {
    switch self {
    case .text: kind == .title ? "标题" : kind == .phase ? "做什么" : "内容"
    case .place: "地区"
    case .year: "年份"
    case .no: "编号"
    case .lead: "牵头单位"
    case .cooperating: "配合单位"
    case .violations: "违法行为"
    case .name: "阶段名称"
    case .start: "开始日期"
    case .end: "结束日期"
    case .dateText: "原文日期"
    case .what: "做什么"
    case .to: "报给谁"
    case .date: "截止日期"
    case .contact: "联系方式"
    case .recurring: "不定期"
    case .subject: "对象"
    case .percent: "最低百分比"
    case .types: "机构类型"
    case .group: "领导机构"
    case .office: "办公室设在"
    case .members: "成员"
    case .finding: "类别"
    case .message: "疑点"
    case .suggestion: "疑为"
    }
  }

  /// Names and telephone numbers of persons: their values never stand in the ledger.
  var isPersonal: Bool { self == .contact || self == .members }
}
