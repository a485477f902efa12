extension PlanReading {
  /// `{"plans": […]}` with a `source` of scalar ranges beside every item.
  package func json() -> String {
    var output = ""
    JSONText.object([("plans", .list(plans.map(\.json)))]).write(to: &output)
    return output + "\n"
  }
}

extension ReadPlan {
  var json: JSONText {
    .object([
      ("source", range.json),
      ("title", .optional(title?.value)), ("altTitles", .texts(altTitles.map(\.value))),
      ("place", .optional(place?.value)), ("year", year.map { .number(Double($0.value)) } ?? .null),
      ("goals", .texts(goals.map(\.value))), ("scope", .texts(scope.map(\.value))),
      ("tasks", .list(tasks.map(\.json))), ("phases", .list(phases.map(\.json))),
      ("deadlines", .list(deadlines.map(\.json))), ("coverage", .list(coverage.map(\.json))),
      ("organisation", organisation.json), ("findings", .list(findings.map(\.json))), ("sources", sources),
    ])
  }

  /// Ranges of the plain values, in the same order as these.
  private var sources: JSONText {
    .object([
      ("title", title.map { ranges($0.source) } ?? .null), ("altTitles", .list(altTitles.map { ranges($0.source) })),
      ("place", place.map { ranges($0.source) } ?? .null), ("year", year.map { ranges($0.source) } ?? .null),
      ("goals", .list(goals.map { ranges($0.source) })), ("scope", .list(scope.map { ranges($0.source) })),
    ])
  }
}

private func ranges(_ source: [SourceRange]) -> JSONText { .list(source.map(\.json)) }

extension SourceRange {
  var json: JSONText { .list([.number(Double(start)), .number(Double(end))]) }
}

extension ReadTask {
  var json: JSONText {
    .object([
      ("no", .optional(no)), ("text", .text(text)), ("violations", .texts(violations)), ("lead", .texts(lead)),
      ("cooperating", .texts(cooperating)), ("source", ranges(source)),
    ])
  }
}

extension ReadPhase {
  var json: JSONText {
    var pairs: [(String, JSONText)] = [
      ("name", .text(name)), ("start", .optional(start.iso)), ("end", .optional(end.iso)), ("text", .text(text)),
      ("dateText", .optional(dateText)),
    ]
    if let day = start.monthDay { pairs.append(("startMonthDay", .text(day))) }
    if let day = end.monthDay { pairs.append(("endMonthDay", .text(day))) }
    return .object(pairs + [("source", ranges(source))])
  }
}

extension ReadDeadline {
  var json: JSONText {
    var pairs: [(String, JSONText)] = [
      ("what", .text(what)), ("to", .optional(to)), ("date", .optional(date.iso)), ("contact", .optional(contact)),
      ("dateText", .text(dateText)),
    ]
    if let day = date.monthDay { pairs.append(("monthDay", .text(day))) }
    return .object(pairs + [("source", ranges(source))])
  }
}

extension ReadCoverage {
  var json: JSONText {
    .object([("subject", .text(subject)), ("minPercent", .number(minPercent)), ("source", ranges(source))])
  }
}

extension ReadOrganisation {
  var json: JSONText {
    .object([
      ("leadingGroup", .optional(leadingGroup)), ("office", .optional(office)), ("members", .texts(members)),
      ("source", ranges(source)),
    ])
  }
}

extension Finding {
  var json: JSONText {
    .object([
      ("kind", .text(kind.rawValue)), ("message", .text(message)), ("suggestion", .optional(suggestion)),
      ("source", ranges(source)),
    ])
  }
}
