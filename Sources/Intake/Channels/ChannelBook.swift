internal import Kit
package import Law
package import Packs

/// Where clues come from and what they are about, as data (渠道与事项): `Content/channels/` and `Content/matters/`.
///
/// Guarantees: every channel of `ClueChannel` stands in it once, every clock names a term that the packs hold, the last
/// clock fits everything. Example: `book.clock(.hotline, "violation")?.acceptance` is `hotline.acceptance`.
package struct ChannelBook: Sendable {
  let channels: [ChannelRule]
  let matters: [Matter]
  let clocks: [ClockRule]
  let refusals: [RefusalGround]
  /// What somebody may do whose report is not accepted.
  let remedies: [Remedy]
  /// What the columns of a hotline's list are called.
  let columns: [OrderColumn]
  var budget: FloodBudget
  /// Who receives reports about an office; nil only where the load was refused.
  let concealed: ConcealedRule?

  /// Of reports that say nothing of it, and of clues from before there were matters.
  static let usual = "violation"
  /// Of somebody who was treated badly and wants it put right (投诉): handled apart from a report.
  static let complaint = "complaint"

  func rule(_ channel: ClueChannel) -> ChannelRule? { channels.first { $0.channel == channel } }
  func matter(_ key: String) -> Matter? { matters.first { $0.key == key } }

  /// The first rule that fits.
  func clock(_ channel: ClueChannel, _ matter: String) -> ClockRule? { clocks.first { $0.fits(channel, matter) } }

  /// Refuses a channel that the program does not know or that is missing, a clock with an unknown term or matter, a
  /// book without the usual matter or complaints, and one whose last clock does not fit everything.
  package static func load(_ source: any ContentSource, law: LawContent) throws -> ChannelBook {
    let reader = PackReader(source)
    let files = reader.files(in: "channels") { ChannelFile($0, law) }
    let matters = reader.files(in: "matters", MatterFile.init)
    let book = ChannelBook(
      channels: files.flatMap(\.channels), matters: matters.flatMap(\.matters), clocks: files.flatMap(\.clocks),
      refusals: matters.flatMap(\.refusals), remedies: matters.flatMap(\.remedies), columns: files.flatMap(\.columns),
      budget: files.compactMap(\.budget).first ?? FloodBudget.none,
      concealed: files.compactMap(\.concealed).first)
    if files.compactMap(\.budget).count != 1 { reader.refuse("channels", "budget 要写一次，不多不少") }
    if files.compactMap(\.concealed).count != 1 { reader.refuse("channels", "concealed 要写一次，不多不少") }
    for fault in book.faults { reader.refuse("channels", fault) }
    try reader.settle()
    return book
  }

  /// The same with so many reports of a county at once: for measurements, whose own clients are the flood.
  package func allowing(reports: Int) -> ChannelBook {
    var book = self
    book.budget.county = reports
    return book
  }

  private var faults: [String] {
    ClueChannel.allCases.filter { rule($0) == nil }.map { "缺少渠道 \($0.rawValue)" }
      + [Self.usual, Self.complaint].filter { matter($0) == nil }.map { "matters 里缺少事项 \($0)" }
      + OrderField.allCases.filter { field in !columns.contains { $0.field == field } }.map { "缺少工单的列 \($0.rawValue)" }
      + (clocks.last?.isForAll == true ? [] : ["最后一条 clocks 要对所有渠道和事项都算数，不写 channels 和 matters"])
  }
}

/// A channel and what must be written down of what comes by it.
struct ChannelRule: Sendable {
  enum Asked: String, CaseIterable, Sendable {
    case order, outlet, sender
  }

  let channel: ClueChannel
  /// Officers register what comes by it.
  let isDesk: Bool
  let asks: Set<Asked>
  let hint: String
}

/// Matter (事项): what a report is about, and who is competent.
struct Matter: Sendable {
  let key: String
  let title: String
  let isOurs: Bool
  /// Call now, nothing else.
  let isUrgent: Bool
  /// What may be quicker before coming to us; of matters that are ours.
  let first: String?
  /// Where to go; of matters that are not ours.
  let place: String?
  let provenance: Provenance
}

/// Which terms run for what comes by some channels on some matters; none named: by any, on any.
struct ClockRule: Sendable {
  let channels: [ClueChannel]
  let matters: [String]
  let acceptance: String
  let answer: String

  var isForAll: Bool { channels.isEmpty && matters.isEmpty }

  func fits(_ channel: ClueChannel, _ matter: String) -> Bool {
    (channels.isEmpty || channels.contains(channel)) && (matters.isEmpty || matters.contains(matter))
  }

  func term(_ step: ClueStepTerm) -> String { step == .acceptance ? acceptance : answer }
}

/// Why a report is not accepted, with words for the answer.
struct RefusalGround: Sendable {
  let key: String
  let title: String
  let words: String?
  let provenance: Provenance
}

/// What may be done against a refusal.
struct Remedy: Sendable {
  let text: String
  let provenance: Provenance
}

private struct ChannelFile {
  let channels: [ChannelRule]
  let clocks: [ClockRule]
  let columns: [OrderColumn]
  let budget: FloodBudget?
  let concealed: ConcealedRule?

  init(_ node: PackNode, _ law: LawContent) {
    channels = node.recordsIfAny("channels") { record in
      let key = record.slug("key")
      record.claim(key, in: "channels", key: "key")
      if ClueChannel(rawValue: key) == nil { record.refuse("key", "没有这个渠道") }
      return ChannelRule(
        channel: ClueChannel(rawValue: key) ?? .web, isDesk: record.flag("desk"),
        asks: Set(record.choicesIfAny("asks", ChannelRule.Asked.self)), hint: record.text("hint"))
    }
    clocks = node.recordsIfAny("clocks") { record in
      let clock = ClockRule(
        channels: record.choicesIfAny("channels", ClueChannel.self), matters: record.textsIfAny("matters"),
        acceptance: record.slug("acceptance"), answer: record.slug("answer"))
      for (key, term) in [("acceptance", clock.acceptance), ("answer", clock.answer)]
      where !law.terms.all.contains(where: { $0.key == term }) {
        record.refuse(key, "terms 里没有期限 \(term)")
      }
      for matter in clock.matters { record.refer(to: matter, in: "matters", key: "matters") }
      return clock
    }
    budget = node.recordIfAny("budget", FloodBudget.init)
    concealed = node.recordIfAny("concealed", ConcealedRule.init)
    columns = node.recordsIfAny("columns") { record in
      let column = OrderColumn(
        field: record.choice("field", standIn: .order), title: record.text("title"),
        aliases: record.textsIfAny("aliases"), isRequired: record.flag("required"))
      record.claim(column.field.rawValue, in: "order-columns", key: "field")
      return column
    }
  }
}

private struct MatterFile {
  let matters: [Matter]
  let refusals: [RefusalGround]
  let remedies: [Remedy]

  init(_ node: PackNode) {
    matters = node.recordsIfAny("matters") { record in
      let key = record.slug("key")
      record.claim(key, in: "matters", key: "key")
      let isOurs = record.flag("ours")
      return Matter(
        key: key, title: record.text("title"), isOurs: isOurs, isUrgent: record.flag("urgent", standard: false),
        first: record.textIfAny("first"), place: isOurs ? nil : record.text("where"), provenance: record.provenance())
    }
    refusals = node.recordsIfAny("refusals") { record in
      let key = record.slug("key")
      record.claim(key, in: "refusals", key: "key")
      return RefusalGround(
        key: key, title: record.text("title"), words: record.textIfAny("words"), provenance: record.provenance())
    }
    remedies = node.recordsIfAny("remedies") { Remedy(text: $0.text("text"), provenance: $0.provenance()) }
  }
}
