internal import Kit
package import Law
internal import Packs

extension Violation {
  /// The whole entry in words: whose act, what is broken, every provision, crimes, what is missing.
  func lines(_ measures: Measures) -> [LawValue.Line] {
    let head = [
      LawValue.Line(label: "违法主体", words: subjects.map(\.title).joined(separator: "、")),
      LawValue.Line(label: "主管部门", words: ([authority] + joint).map(\.title).joined(separator: "、")),
      LawValue.Line(label: "违反", words: basis.isEmpty ? "没有写" : basis),
    ]
    let provisions = penalties.enumerated().flatMap { place, penalty in
      [LawValue.Line(label: "罚则\(place + 1)", words: penalty.heading)] + penalty.lines(measures)
    }
    let tail =
      crimes.map { LawValue.Line(label: "涉嫌犯罪", words: $0.words) }
      + [("缺", gap), ("注", note)].compactMap { label, words in words.map { LawValue.Line(label: label, words: $0) } }
    return head + provisions + tail
  }

  /// The amount in a few words, for a list: of the first provision in force that fines.
  func formula(on day: CivilDate) -> String {
    if gap != nil { return "金额还没有查到" }
    let now = penalties.filter { $0.applies(on: day) }
    guard !now.isEmpty else { return "这一天没有施行的罚则" }
    let fining = now.compactMap(\.formula)
    guard let first = fining.first else { return "没有罚款，另有其他措施" }
    return fining.count == 1 ? first : "\(first)；另有\(fining.count - 1)条罚则"
  }
}

extension Penalty {
  /// Article, from when, for whom, in which case.
  var heading: String {
    let until = to.map { "至\($0.iso)" } ?? ""
    let whose = subjects.isEmpty ? "" : "，只适用于\(subjects.map(\.title).joined(separator: "、"))"
    let only = when.map { "，只在这种情形：\($0)" } ?? ""
    return "\(basis)，自\(from.iso)起\(until)施行，由\(authority.title)部门处罚\(whose)\(only)"
  }

  /// Step by step what follows.
  func lines(_ measures: Measures) -> [LawValue.Line] {
    let first = [LawValue.Line(label: "处罚", words: basic.words(measures))]
    let later = PenaltyStage.allCases.compactMap { stage in
      self.later[stage].map { LawValue.Line(label: stage.title, words: $0.words(measures)) }
    }
    let more = [
      ("还可以", also.isEmpty ? nil : measures.words(also)), ("有关人员", persons), ("这一条的注", note),
      ("这一条的可信程度", confidence.isFirm ? nil : confidence.title),
      ("施行日期的可信程度", fromConfidence.isFirm ? nil : fromConfidence.title),
    ].compactMap { label, words in words.map { LawValue.Line(label: label, words: $0) } }
    return first + later + more
  }

  /// Of the basic step, else of the first later one that fines.
  var formula: String? {
    if let fine = basic.fine { return fine.words }
    return PenaltyStage.allCases.lazy.compactMap { stage in
      self.later[stage]?.fine.map { "\(stage.title)，\($0.words)" }
    }.first
  }
}

extension PenaltyStep {
  func words(_ measures: Measures) -> String {
    var parts: [String] = []
    if !confiscate.isEmpty { parts.append("没收\(measures.words(confiscate))") }
    if !tokens.isEmpty { parts.append(measures.words(tokens)) }
    if let fine { parts.append(fine.words) }
    return parts.isEmpty ? "没有" : parts.joined(separator: "；")
  }
}

extension PenaltyStage {
  var title: String {
    switch self {
    case .refused: "拒不改正的"
    case .heavier: "情节较重的"
    case .serious: "情节严重的"
    case .harm: "造成后果的"
    }
  }
}

extension Fine {
  /// 处违法所得5倍以上20倍以下罚款，不足10,000元的按10,000元计算.
  package var words: String {
    let verb = mandatory ? "处" : "可以处"
    switch rule {
    case .range(let limits): return "\(verb)\(limits.text)罚款"
    case .multiple(let base, let times, let deem):
      let least = deem.map { "，\(base.title)不足\($0.text)元的按\($0.text)元计算" } ?? ""
      return "\(verb)\(base.title)\(times.text)罚款\(least)"
    case .tier(let base, let threshold, let above, let below):
      let (reached, missed) = threshold.words(of: base)
      let under = below.map { "\(verb)\($0.text)罚款" } ?? "没有罚款"
      return "\(reached)，\(verb)\(above.text)罚款；\(missed)，\(under)"
    }
  }
}

extension FineThreshold {
  fileprivate func words(of base: FineBase) -> (reached: String, missed: String) {
    switch self {
    case .any: ("有\(base.title)的", "没有的")
    case .from(let amount): ("\(base.title)\(amount.text)元以上的", "没有或者不足\(amount.text)元的")
    }
  }
}
