import Kit
import Papers
import Procedure
import Web

/// Words that pages of papers share.
enum PaperWords {
  static func audience(_ audience: PaperTemplate.Audience) -> String {
    switch audience {
    case .party: "给当事人的"
    case .internal: "留在案卷里的"
    case .police: "给公安机关的"
    case .procuratorate: "给检察机关的"
    case .court: "给法院的"
    case .agency: "给其他机关的"
    case .public: "对外公开、张贴的"
    }
  }

  /// Where a paper stands.
  static func state(_ row: PaperRow) -> HTML {
    guard row.paper.issue != nil else { return Chip.half.html("草稿") }
    guard row.template.isServed else { return Chip.done.html("已出具") }
    return row.served == nil ? Chip.warn.html("已出具，待送达") : Chip.done.html("已送达")
  }
}
