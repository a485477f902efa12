package import Kit
package import Web

/// What pages of every room say of a matter that is watched (挂牌督办).
package enum PlacardPages {
  /// Why, what is demanded, by when, and who listed it.
  package static func about(_ placard: Placard, today: CivilDate) -> HTML {
    facts([
      ("为什么", paragraphs(placard.reason)), ("要求", paragraphs(placard.demands)),
      ("报告日期", "\(placard.due.chinese(today: today))"),
      ("谁挂的", "\(placard.by)　\(placard.at.chinese(today: today))（\(placard.level)）"),
      (
        "摘牌",
        placard.lifted.map { "\($0.by)　\($0.at.chinese(today: today))<p class=\"why\">\($0.reason)</p>" }
      ),
    ])
  }

  /// The fields of a new one; before them a room asks what else it needs.
  package static func fields(_ state: FormState) -> HTML {
    """
    \(Field("reason", "为什么挂牌", state).lines(rows: 3, most: 2000))\
    \(Field("demands", "要求", state, hint: "要查清什么、办到哪一步").lines(rows: 3, most: 2000))\
    \(Field("due", "哪天以前报告", state).date())
    """
  }

  package static func read(_ reader: FormReader) -> (reason: String, demands: String, due: CivilDate) {
    (
      reader.text("reason", "为什么挂牌", most: 2000), reader.text("demands", "要求", most: 2000),
      reader.date("due", "哪天以前报告")
    )
  }

  /// The form that takes it off; it sends `why`.
  package static func ending(_ action: Link, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: action)" class="panel gap under">\
    \(Field("why", "为什么摘牌", state).lines(rows: 3, most: 2000))<p class="row"><button class="btn">摘牌</button></p></form>
    """
  }

  /// A line of the list of what was listed on one record.
  package static func line(_ placard: Placard, today: CivilDate) -> HTML {
    let end =
      placard.lifted.map { "；\($0.at.date.chinese(today: today))摘牌：\($0.reason)" }
      ?? "，\(placard.due.chinese(today: today))以前报告"
    let chip: HTML = placard.lifted == nil ? Chip.warn.html("挂牌督办") : Chip.shut.html("已摘牌")
    return "<li>\(chip)　\(placard.demands)<p class=\"why\">\(placard.by)\(end)</p></li>"
  }
}
