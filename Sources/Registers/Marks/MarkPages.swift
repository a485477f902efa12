import Kit
import Web

/// What was taken from an institution, on its page and for the public.
enum MarkPages {
  /// Beside the name: the state that matters more than the end of the licence.
  static func chips(_ marks: [LicenceMark], today: CivilDate) -> [HTML] {
    marks.filter { $0.holds(on: today) }.map { Chip.bad.html(state($0)) }
  }

  /// All that happened, lifted marks too.
  static func section(_ marks: [LicenceMark], today: CivilDate) -> HTML {
    guard !marks.isEmpty else { return .none }
    let items = marks.map { mark -> HTML in
      let end = mark.lifted.map { "；\($0.chinese(today: today))起不再有效：\(mark.liftedBy ?? "")" } ?? ""
      let chip =
        mark.lifted != nil
        ? Chip.shut.html("已撤销") : mark.isOver(on: today) ? Chip.shut.html("已期满") : Chip.bad.html(state(mark))
      return "<li>\(chip)　\(mark.words)\(end)</li>"
    }
    return Web.section("处罚和取缔的结果", note: "许可证登记的内容不改，变动记在这里", "<ul class=\"stack\">\(items)</ul>")
  }

  /// `已吊销`, as short as a chip.
  static func state(_ mark: LicenceMark) -> String {
    switch mark.new.kind {
    case .revoked: "已吊销"
    case .subjects: "部分科目已吊销"
    case .stopped: "已责令停止执业"
    case .suspended: "暂停执业"
    case .banned: "已取缔"
    }
  }
}
