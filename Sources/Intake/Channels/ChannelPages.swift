import Kit
import Law
import Packs
import Web

enum ChannelPages {
  static func page(_ model: ChannelModel, _ state: FormState) -> Page {
    Page(
      "渠道与时限", crumbs: [("线索", "/clues")],
      """
      \(head("渠道与时限", meta: ["各渠道进来的线索都在一本台账里", "时限从收到、受理的次日起算"]))\(state.summary)\
      \(section("各渠道", channels(model)))\
      \(section("时限", note: "从上往下，第一条对得上的算数", clocks(model)))\
      \(section("本市规定的时限", id: "set", set(model)))\(if: model.maySet, form(model, state))\
      \(section("归谁管", note: "登记时照着告诉来人", matters(model.book)))
      """)
  }

  private static func channels(_ model: ChannelModel) -> HTML {
    let lines = model.book.channels.map { rule in
      Table.Line([
        "\(rule.channel.title)", "\(rule.hint)",
        figure(model.counts[rule.channel, default: 0], Link("/clues").asking([("channel", rule.channel.rawValue)])),
      ])
    }
    return Table(
      "渠道 \(lines.count) 个", [Table.Column("渠道"), Table.Column("说明"), Table.Column("线索", numeric: true)], lines
    ).html
  }

  private static func clocks(_ model: ChannelModel) -> HTML {
    let lines = model.book.clocks.map { clock in
      Table.Line([
        "\(clock.channels.isEmpty ? "其余渠道" : clock.channels.map(\.title).joined(separator: "、"))",
        "\(clock.matters.isEmpty ? "各类事项" : clock.matters.compactMap { model.book.matter($0)?.title }.joined(separator: "、"))",
        term(clock.acceptance, model), term(clock.answer, model),
      ])
    }
    let columns = ["渠道", "事项", "受理", "答复"].map { Table.Column($0) }
    return Table("时限 \(lines.count) 条", columns, lines).html
  }

  private static func term(_ key: String, _ model: ChannelModel) -> HTML {
    guard let term = try? model.law.terms.term(key, on: model.today) else { return "没有生效的期限" }
    return "\(term.length)<span class=\"s\">\(source(term.provenance))</span>"
  }

  private static func source(_ provenance: Provenance) -> HTML {
    let mark: HTML =
      provenance.confidence.isFirm ? .none : "（\(provenance.confidence.title)）"
    return "\(provenance.source)\(mark)"
  }

  private static func set(_ model: ChannelModel) -> HTML {
    guard !model.set.isEmpty else {
      return empty("还没有设定", "本市对热线等渠道另有时限的，由能分派线索的负责人在这里设定，设定以后新登记、新受理的照它算。")
    }
    let lines = model.set.map { set in
      Table.Line([
        "\(set.channel.title)", "\(set.matter.flatMap(model.book.matter)?.title ?? "各类事项")", "\(set.step.title)",
        "\(set.days) 个工作日", "\(set.basis)",
      ])
    }
    let columns = ["渠道", "事项", "哪一步", "时限", "依据"].map { Table.Column($0) }
    return Table("设定 \(lines.count) 条", columns, lines).html
  }

  private static func form(_ model: ChannelModel, _ state: FormState) -> HTML {
    let ours = model.book.matters.filter { !$0.isUrgent }
    return """
      <details class="more under"\(if: !state.problems.isEmpty, " open")><summary>设定或取消一条</summary>\
      <form method="post" action="\(link: "/channels/terms")" class="panel">\
      \(Field("channel", "渠道", state).select(ClueChannel.allCases.map { ($0.rawValue, $0.title) }))\
      \(Field("matter", "事项", state, required: false).select(ours.map { ($0.key, $0.title) }, empty: "各类事项"))\
      \(Field("step", "哪一步", state).select(ClueStepTerm.allCases.map { ($0.rawValue, "\($0.title)，从\($0.start)次日起算") }))\
      \(Field("days", "工作日", state, hint: "1 到 \(Intake.mostDays)。空着就是取消，改用上面的时限。", required: false).line(most: 3, narrow: true, mode: "numeric"))\
      \(Field("basis", "依据", state, hint: "哪份文件、第几条。", required: false).line(most: 200))\
      <button class="btn">保存</button></form></details>
      """
  }

  private static func matters(_ book: ChannelBook) -> HTML {
    let lines = book.matters.map { matter in
      Table.Line([
        "\(matter.title)", matter.isOurs ? Chip.done.html("我们受理") : Chip.hold.html("找别的部门"),
        "\(matter.place ?? matter.first ?? "登记后办理。")", source(matter.provenance),
      ])
    }
    let columns = ["事项", "归谁", "怎么说", "依据"].map { Table.Column($0) }
    return Table("事项 \(lines.count) 类", columns, lines).html
  }
}
