import Kit

/// How a clue came and what it is about, beside its words (登记信息).
package struct ClueEntry: Sendable, Hashable {
  /// Key of `Content/matters/`.
  var matter = ChannelBook.usual
  /// Number of the hotline's order (工单编号), as the hotline wrote it.
  var order: String?
  /// Which newspaper, station, site or account.
  var outlet: String?
  /// Where it can be read.
  var address: String?
  /// The office that sent it on.
  var sender: String?
  /// The day on which it reached the agency, from which its clocks run; nil: the day of its registration.
  var came: CivilDate?
  /// The poster by whose code the form was opened: the institution where it hangs.
  var poster: Int64?

  /// A report that says nothing of it.
  package static let plain = ClueEntry()

  /// In one line, for the page, the search and the ledger; nil where nothing was said.
  func origin(with note: String?) -> String? {
    let parts = [order.map { "工单 \($0)" }, outlet, address, sender.map { "\($0)转来" }, note].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "，")
  }

  /// What makes two sendings of a form the same report.
  var content: [String] {
    [matter, order ?? "", outlet ?? "", address ?? "", sender ?? "", came?.iso ?? "", poster.map { "\($0)" } ?? ""]
  }
}

/// The two clocks of a clue.
enum ClueStepTerm: String, CaseIterable, Sendable {
  case acceptance, answer

  var title: String {
    switch self {
    case .acceptance: "受理"
    case .answer: "答复"
    }
  }

  /// The day after which it counts.
  var start: String {
    switch self {
    case .acceptance: "收到之日"
    case .answer: "受理之日"
    }
  }
}
