internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// What the pages of the list show, from one look at the store.
extension Campaign {
  func mechanismList(_ call: Call, _ reader: Reader) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/mechanisms", sorts: ["position"], descending: false, filters: ["state"])
    let group = listing.filter("state").flatMap { MechanismGroup(rawValue: $0) }
    let counts = try MechanismStore.counts(of: campaign.id, reader)
    let lines = try MechanismStore.list(
      of: campaign.id, group, limit: Listing.size, offset: listing.offset, reader)
    let mayWork = try call.person().may(.campaignRelease)
    return MechanismListPages(
      campaign: campaign, counts: counts,
      carryable: mayWork ? try CarryOver.groups(into: campaign, reader).reduce(0) { $0 + $1.items.count } : 0,
      kinds: mechanismKinds, mayWork: mayWork, calendar: law.calendar, today: call.today
    ).page(
      lines, owners: try owners(of: lines, reader),
      sources: try SourceStore.kinds(of: campaign.id, reader).mapValues { $0.values.reduce(0, +) },
      listing.counting(group.map { counts[$0] } ?? counts.all))
  }

  func mechanismForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let people = try Reassigning.able(in: campaign.county, roles: roles, reader)
    return MechanismForm.page(campaign, mechanismKinds, people, state)
  }

  func carryForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let campaign = try find(try call.id(), reader)
    return MechanismForm.carry(
      campaign, try CarryOver.groups(into: campaign, reader),
      try Reassigning.able(in: campaign.county, roles: roles, reader), call.records, call.today, state)
  }

  func mechanismSheet(_ campaign: CampaignSummary, _ records: Records, _ reader: Reader) throws -> MechanismSheet {
    let lines = try MechanismStore.list(of: campaign.id, nil, limit: 2000, offset: 0, reader)
    let sources = try SourceStore.kinds(of: campaign.id, reader).mapValues { kinds in
      kinds.sorted { $0.key.name < $1.key.name }.map { "\($0.value) \(records[$0.key]?.noun ?? "条记录")" }
        .joined(separator: "，")
    }
    let former = try lines.compactMap { line in
      try CarryOver.former(of: line, reader).map { (line.id, "\($0.campaignTitle)第 \($0.position) 项") }
    }
    return MechanismSheet(
      campaign: campaign, lines: lines, owners: try owners(of: lines, reader), sources: sources,
      former: Dictionary(former) { first, _ in first }, kinds: mechanismKinds, today: reader.today)
  }

  func mechanismPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (one, viewer) = (try Mechanisms.found(try call.id(), reader), try call.person())
    let (mayWork, words) = (viewer.may(.campaignRelease), call.asked("look"))
    let refs = try SourceStore.all(of: one.id, reader)
    let shown = { try MechanismSources.shown($0, for: viewer, call.records, reader) }
    return MechanismPages(
      one: one, former: try CarryOver.former(of: one, reader), heirs: try MechanismStore.heirs(of: one.id, reader),
      sources: try shown(refs), offered: mayWork ? try offered(one, besides: refs, reader) : [],
      found: mayWork ? try shown(try looked(words ?? "", one, besides: refs, viewer, reader)) : [], words: words,
      files: try call.database.attachments.list(of: one.ref, reader),
      formerFiles: try CarryOver.files(of: one, reader).count, duty: try Duties.waiting(on: one.ref, reader).first,
      owner: try owners(of: [one], reader)[one.id.value] ?? "—",
      people: mayWork ? try Reassigning.able(in: one.county, roles: roles, reader) : [], kinds: mechanismKinds,
      history: try LedgerReading.history(of: one.ref, reader), viewer: viewer, mayWork: mayWork,
      calendar: law.calendar, today: call.today
    ).page(state)
  }

  private func owners(of lines: [MechanismRecord], _ reader: Reader) throws -> [Int64: String] {
    try Duties.owners(Mechanisms.duty, on: .mechanism, among: lines.map(\.id.value), reader)
  }

  /// Tasks and findings of the campaign: the search box does not know findings, whose words may name people.
  private func offered(_ one: MechanismRecord, besides known: [Ref], _ reader: Reader) throws -> [ShownSource] {
    let findings = try FindingStore.ofCampaign(one.campaign, reader).map { finding in
      ShownSource(ref: finding.ref, noun: "个督导问题", title: "督导问题：\(finding.text.clipped(to: 60))", link: nil)
    }
    let tasks = try CampaignStore.tasks(one.campaign, reader).map { task in
      ShownSource(ref: task.ref, noun: "项任务", title: "任务 \(task.sign) \(task.text.clipped(to: 60))", link: nil)
    }
    return (findings + tasks).filter { !known.contains($0.ref) }
  }

  /// What the one search box finds for this person, of the county and of the kinds that a problem can be drawn from.
  private func looked(
    _ words: String, _ one: MechanismRecord, besides known: [Ref], _ viewer: Viewer, _ reader: Reader
  ) throws -> [Ref] {
    guard !words.isEmpty else { return [] }
    let found = try SearchIndex.look(words, allowed: viewer.searchable, limit: 40, reader)
    return found.hits.filter { $0.county == one.county && MechanismSources.kinds.contains($0.ref.kind) }
      .map(\.ref).filter { !known.contains($0) }.prefix(15).map(\.self)
  }
}
