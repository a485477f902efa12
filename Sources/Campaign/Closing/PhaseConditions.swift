internal import Kit
internal import Web

/// What a phase (阶段) begins with and ends with (进入条件、收尾条件), each with whether it holds today. They are the same for every plan:
/// what else a plan asks for in a phase stands in its own sentence.
struct PhaseConditions: Sendable {
  struct Condition: Sendable, Hashable {
    let words: String
    let holds: Bool
  }

  let position: Int64
  let phase: CampaignPhase
  let entry: [Condition]
  let exit: [Condition]

  static func all(_ model: ClosingModel, today: CivilDate) -> [PhaseConditions] {
    let ended = Dictionary(model.ends.map { ($0.position, $0) }) { first, _ in first }
    return model.phases.enumerated().map { place, phase in
      let position = Int64(place + 1)
      return PhaseConditions(
        position: position, phase: phase,
        entry: [
          place == 0
            ? Condition(words: "方案已审定、发布", holds: true)
            : before(model.phases[place - 1], isEnded: ended[position - 1] != nil),
          begun(phase, today),
        ],
        exit: [due(in: phase, ended[position], model)])
    }
  }

  private static func before(_ phase: CampaignPhase, isEnded: Bool) -> Condition {
    Condition(words: "“\(phase.name)”\(isEnded ? "已收尾" : "还没有收尾")", holds: isEnded)
  }

  private static func begun(_ phase: CampaignPhase, _ today: CivilDate) -> Condition {
    let (day, isBegun) = (phase.starts.plain(today), phase.starts <= today)
    return Condition(words: "\(isBegun ? "已到" : "还没有到") \(day)", holds: isBegun)
  }

  /// Once ended, what was open then.
  private static func due(in phase: CampaignPhase, _ end: PhaseEnd?, _ model: ClosingModel) -> Condition {
    let open = end.map(\.open) ?? Int64(model.open(in: phase).count)
    guard open > 0 else { return Condition(words: "到期的义务都办结了", holds: true) }
    return Condition(words: end == nil ? "还有 \(open) 项到期的义务" : "写明理由收尾，当时还有 \(open) 项", holds: false)
  }
}

extension PhaseConditions {
  /// A line for each phase.
  static func section(_ all: [PhaseConditions], today: CivilDate) -> HTML {
    guard !all.isEmpty else { return .none }
    let lines = all.map { one in
      Table.Line([
        "\(one.position) \(one.phase.name)<span class=\"s nw\">\(one.phase.starts.plain(today))至\(one.phase.ends.plain(today))</span>",
        shown(one.entry), shown(one.exit), one.phase.text.isEmpty ? "—" : "\(one.phase.text.clipped(to: 120))",
      ])
    }
    let columns = ["阶段", "进入条件", "收尾条件", "方案要求"].map { Table.Column($0) }
    return Web.section("各阶段的条件", Table("阶段 \(lines.count) 个", columns, lines).html)
  }

  private static func shown(_ conditions: [Condition]) -> HTML {
    HTML.join(conditions.map { $0.holds ? Chip.done.html($0.words) : Chip.open.html($0.words) }, "<br>")
  }
}
