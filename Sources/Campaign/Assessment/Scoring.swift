internal import Kit

/// What one indicator counted for one unit, and the points that it made.
struct IndicatorScore: Sendable, Hashable {
  let line: AssessmentLine
  let have: Int64
  let need: Int64
  /// In tenths of a point, never rounded up; nil where there was no occasion: neither for nor against the unit.
  let tenths: Int64?

  init(_ line: AssessmentLine, have: Int64, need: Int64) {
    self.init(line, have: have, need: need, tenths: Self.tenths(line, have, need))
  }

  /// As it was kept.
  init(_ line: AssessmentLine, have: Int64, need: Int64, tenths: Int64?) {
    (self.line, self.have, self.need, self.tenths) = (line, have, need, tenths)
  }

  private static func tenths(_ line: AssessmentLine, _ have: Int64, _ need: Int64) -> Int64? {
    guard need > 0 else { return nil }
    let most = line.points * 10
    return line.formula.isDeduction ? max(most - have * line.each * 10, 0) : most * min(have, need) / need
  }
}

/// A unit with all its indicators.
struct UnitScore: Sendable {
  let unit: AssessedUnit
  let scores: [IndicatorScore]

  /// In tenths of a point.
  var got: Int64 { scores.reduce(0) { $0 + ($1.tenths ?? 0) } }
  /// What could be had: indicators without occasion are not in it.
  var possible: Int64 { scores.reduce(0) { $0 + ($1.tenths == nil ? 0 : $1.line.points * 10) } }
  /// Out of a hundred, in tenths, never rounded up; nil where nothing could be had.
  var score: Int64? { possible > 0 ? got * 1000 / possible : nil }
  var fellDue: Int64 { scores.reduce(0) { $0 + ($1.line.formula.isInTime ? $1.need : 0) } }

  /// Why it is too small to be ranked; nil where it is not.
  func obstacle(_ rules: AssessmentRules) -> String? {
    if possible < rules.leastPoints * 10 {
      return "能计分的指标只有 \(Tenths.words(possible)) 分，不满 \(rules.leastPoints) 分"
    }
    return fellDue < rules.leastItems ? "到期的事项只有 \(fellDue) 件，不满 \(rules.leastItems) 件" : nil
  }
}

/// A unit with its place among its like.
struct RankedUnit: Sendable {
  let score: UnitScore
  /// Nil: too small to be ranked, see `remark`.
  let place: Int64?
  /// Others stand on the same place.
  let isTied: Bool
  let remark: String?

  /// `并列第 2 名`.
  var placeWords: String { place.map { "\(isTied ? "并列" : "")第 \($0) 名" } ?? "不排名" }

  /// Towns among towns, departments among departments: each by score, the best first. Equal scores share a place and the next place
  /// is left out; a unit that is too small has none and stands last, by name. Where only
  /// one of a group could be ranked there is nothing to compare it with, so it has no place either.
  static func rank(_ scores: [UnitScore], _ rules: AssessmentRules) -> [RankedUnit] {
    AssessedGroup.allCases.flatMap { group in
      let all = scores.filter { $0.unit.group == group }
      let ranked = all.filter { $0.obstacle(rules) == nil && $0.score != nil }
        .sorted { ($1.score ?? 0, $0.unit.name) < ($0.score ?? 0, $1.unit.name) }
      let small = all.filter { $0.obstacle(rules) != nil || $0.score == nil }.sorted { $0.unit.name < $1.unit.name }
      let isAlone = ranked.count == 1
      return ranked.map { one in
        RankedUnit(
          score: one, place: isAlone ? nil : Int64(ranked.count { ($0.score ?? 0) > (one.score ?? 0) } + 1),
          isTied: ranked.count { $0.score == one.score } > 1, remark: isAlone ? "这一组能排名的只有这一个单位" : nil)
      } + small.map { RankedUnit(score: $0, place: nil, isTied: false, remark: $0.obstacle(rules)) }
    }
  }
}

/// Tenths of a point as people write them: `86.4`, `90`.
enum Tenths {
  static func words(_ tenths: Int64) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
