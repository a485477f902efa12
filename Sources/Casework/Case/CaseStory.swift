import Duties
import Kit
import Procedure
import Web

/// What has been done in a case, step by step, and which terms run for others.
enum CaseStory {
  static func html(_ model: CaseDetail) -> HTML {
    let items = model.taken.reversed().map { step -> HTML in
      let words = StepWords(model.procedure, step.taken)
      let details = words.details.joined(separator: "，")
      return """
        <li><b>\(step.taken.id)．\(model.procedure.title(step.taken.kind))</b>　<span class="dim">\(step.taken.on.chinese(today: model.today))　\(step.taken.by == Actor.party.number ? Actor.party.title : model.names[step.taken.by] ?? "")\(step.number.map { "　\($0)" as HTML })</span>\
        \(if: !details.isEmpty || step.taken.about != nil, "<p>\(about(step, model))\(details)</p>")\(staff(step, model))\(step.taken.facts.basis.map { "<p>\($0)</p>" as HTML })\(if: !step.note.isEmpty && step.taken.kind != .filing, paragraphs(step.note))</li>
        """
    }
    return section("办案经过", note: "\(model.taken.count) 步，最近的在前", "<ol class=\"steps\">\(items)</ol>")
  }

  private static func staff(_ step: CaseStep, _ model: CaseDetail) -> HTML {
    let names = step.taken.facts.staff.compactMap { model.names[$0] }
    return
      "\(step.taken.facts.place.map { "<p>听证地点：\($0)</p>" as HTML })\(if: !names.isEmpty, "<p>听证员、记录员：\(names.joined(separator: "、"))</p>")"
  }

  private static func about(_ step: CaseStep, _ model: CaseDetail) -> HTML {
    guard let about = step.taken.about, let other = model.taken.first(where: { $0.taken.id == about }) else {
      return .none
    }
    return "第 \(about) 步“\(model.procedure.title(other.taken.kind))”："
  }

  /// Terms of the party and of others: nobody of the agency owes anything by them, but steps open when they end.
  static func terms(_ model: CaseDetail) -> HTML {
    guard !model.clocks.isEmpty else { return .none }
    let items = model.clocks.map { clock -> HTML in
      if let since = clock.pausedSince {
        return
          "<li><b>\(clock.title)</b><p>从 \(since.chinese(today: model.today)) 起扣除，恢复后再算</p><p class=\"why\">\(clock.source)</p></li>"
      }
      return """
        <li><b>\(clock.title)</b><p>\(when(clock, model))</p>\
        <p class="why">\(clock.source)</p></li>
        """
    }
    return section("其他期限", "<ol class=\"steps\">\(items)</ol>")
  }

  /// What the party let pass is over; nobody is late.
  private static func when(_ clock: Clock, _ model: CaseDetail) -> HTML {
    guard clock.owes == .party, clock.due < model.today else {
      return Duties.clock(clock.due, provisional: clock.provisional, today: model.today, model.calendar)
    }
    return "<span class=\"clock done\"><b>已届满</b> <small>\(clock.due.chinese(today: model.today))</small></span>"
  }
}
