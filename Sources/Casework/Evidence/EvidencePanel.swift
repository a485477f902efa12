import Duties
import Inspection
import Kit
import Law
import Procedure
import Storage
import Web

/// Evidence, things in hand and the file on the page of a case.
struct EvidencePanel {
  let room: Casework

  var panel: Panel { Panel(on: .lawCase, order: 20) { ref, viewer, reader in try make(ref, viewer, reader) } }

  /// An item stands where its case stands, and who keeps away from the case keeps away from it.
  static let kind = RecordKind(
    .evidence, noun: "件证据", see: .caseSee, link: { Link("/evidence/\(ID<EvidenceItem>($0))") }
  ) {
    number, reader in
    guard let item = try EvidenceStore.find(ID(number), reader), let record = try CaseStore.find(item.lawCase, reader)
    else {
      return nil
    }
    return RecordFace(
      title: "\(record.number)　\(item.label)", place: record.place, parties: [record.premises].compactMap { $0 })
  }

  static func isTeam(_ record: CaseRecord, _ viewer: Viewer) -> Bool {
    record.team.has(viewer.account) && viewer.scope(.caseWork)?.allows(record.place) == true
  }

  static func mayAdd(_ record: CaseRecord, _ viewer: Viewer) -> Bool {
    isTeam(record, viewer) && record.state != .closed
  }

  private func make(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard let scope = viewer.scope(.caseSee), let record = try CaseStore.find(ID(ref.number), reader),
      scope.allows(record.place)
    else { return .none }
    let items = try EvidenceStore.list(of: record.id, record.county, reader)
    let holders = try CustodyStore.holders(of: record.id, record.county, reader)
    let all: Link = "/cases/\(record.id)/evidence"
    return """
      \(section("证据", note: figure(items.count, all) + " 件", "\(evidence(items, holders, reader.today))\(actions(record, viewer))"))\
      \(try goods(record, reader))
      """
  }

  private func evidence(_ items: [EvidenceRecord], _ holders: [ID<EvidenceItem>: String], _ today: CivilDate) -> HTML {
    guard !items.isEmpty else { return "<p class=\"dim\">还没有登记证据。</p>" }
    let lines = items.suffix(Self.few).reversed().map { item -> HTML in
      """
      <li><a href="\(link: "/evidence/\(item.id)")">\(item.number)．\(item.what.name)</a>　<span class="dim">\(room.evidence.kind(item.what.kind)?.title ?? "")</span>\
      <p class="why">\(item.what.takenOn.chinese(today: today))取自\(item.what.place)，现由\(holders[item.id] ?? "（没有记录）")保管</p></li>
      """
    }
    return "<ul class=\"steps\">\(lines)</ul>"
  }

  private func actions(_ record: CaseRecord, _ viewer: Viewer) -> HTML {
    """
    <p class="row">\(if: Self.mayAdd(record, viewer), button("登记证据", "/cases/\(record.id)/evidence/new", plain: true))\
    <a href="\(link: "/cases/\(record.id)/evidence")">证据清单</a><a href="\(link: "/cases/\(record.id)/file")">卷内目录</a></p>
    """
  }

  /// Lists with what is left in hand, each with the term that runs.
  private func goods(_ record: CaseRecord, _ reader: Reader) throws -> HTML {
    let lists = try room.goods(of: record.id, record.county, reader).filter { list in
      list.kind.end != nil || !list.items.isEmpty || list.confiscation != nil
    }
    guard !lists.isEmpty else { return .none }
    let duties = try Duties.waiting(on: record.ref, reader)
    let lines = lists.map { list -> HTML in
      let clock = list.isOver ? nil : duties.first { $0.kind == CaseDuty.prefix + list.begun.kind.rawValue }
      return """
        <li><a href="\(link: "/cases/\(record.id)/goods/\(list.begun.id)")">\(list.kind.title)</a>　\(Self.state(list))\
        <p class="why">第 \(list.begun.id) 步，\(list.begun.on.chinese(today: reader.today))\
        \(clock.map { "　\(Duties.clock($0, today: reader.today, room.law.calendar))" as HTML })</p></li>
        """
    }
    return section("登记、扣押和没收的物品", "<ul class=\"steps\">\(lines)</ul>")
  }

  static func state(_ list: GoodsList) -> HTML {
    if list.items.isEmpty { return list.isOver ? Chip.done.html("已结束，没有清单") : Chip.warn.html("还没有登记物品") }
    if !list.owed.isEmpty { return Chip.warn.html("\(list.owed.count) 件已经处置，没收被撤销、变更：要返还价款或者赔付") }
    let left = list.left.count
    return left == 0
      ? Chip.done.html("\(list.items.count) 件都已处理") : Chip.half.html("\(list.items.count) 件，\(left) 件没有处理")
  }

  private static let few = 5
}
