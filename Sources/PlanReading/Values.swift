package import Kit

/// Half-open range of Unicode scalars in the given text.
package struct SourceRange: Hashable, Sendable, Codable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A value and the places of the text it was read from.
package struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var source: [SourceRange]
}

/// One plan (方案). Values are in Simplified script; ranges point into the text as it was given.
package struct ReadPlan: Sendable {
  /// Where the plan lies in the whole text.
  package var range: SourceRange
  package var title: Sourced<String>?
  package var altTitles: [Sourced<String>] = []
  /// The issuer's place, only where the text itself names it.
  package var place: Sourced<String>?
  package var year: Sourced<Int>?
  package var goals: [Sourced<String>] = []
  package var scope: [Sourced<String>] = []
  package var tasks: [ReadTask] = []
  package var phases: [ReadPhase] = []
  package var deadlines: [ReadDeadline] = []
  package var coverage: [ReadCoverage] = []
  package var organisation = ReadOrganisation()
  package var findings: [Finding] = []
}

/// Task (任务): a key task, or one department's duty (its department is the lead).
package struct ReadTask: Hashable, Sendable {
  /// The number as the text writes it: `(一)`, `3`.
  package var no: String?
  package var text: String
  /// Unlawful acts that the task names, in the text's words.
  package var violations: [String] = []
  /// Leading departments (牵头单位).
  package var lead: [String] = []
  /// Cooperating departments (配合单位).
  package var cooperating: [String] = []
  package var source: [SourceRange]
}

/// Phase (阶段). `text` is what is done in it; `dateText` how the text writes the dates.
package struct ReadPhase: Hashable, Sendable {
  package var name: String
  package var start: PlanDate
  package var end: PlanDate
  package var text: String
  package var dateText: String?
  package var source: [SourceRange]
}

/// Deadline (时限): a report or a completion date. A recurring one has no date.
package struct ReadDeadline: Hashable, Sendable {
  package var what: String
  /// Who gets the report, where the text says it.
  package var to: String?
  package var date: PlanDate
  package var contact: String?
  package var dateText: String
  package var recurring: Bool
  package var source: [SourceRange]
}

/// Coverage (覆盖面): a minimum percentage; 全覆盖 and 百分之百 are 100.
package struct ReadCoverage: Hashable, Sendable {
  package var subject: String
  package var minPercent: Double
  package var source: [SourceRange]
}

/// Organisation (组织机构) of the campaign: the group's name, where its office sits, and who is in it.
package struct ReadOrganisation: Hashable, Sendable {
  package var leadingGroup: String?
  package var office: String?
  package var members: [String] = []
  package var source: [SourceRange] = []
}

/// A date as a plan gives it: a day, a month, or a day or month without year. Never a guessed year.
package struct PlanDate: Hashable, Sendable {
  package var date: CivilDate?
  package var month: PlanMonth?
  /// `09-05` or `09`, where no year is known.
  package var monthDay: String?

  package init(date: CivilDate? = nil, month: PlanMonth? = nil, monthDay: String? = nil) {
    self.date = date
    self.month = month
    self.monthDay = monthDay
  }

  /// `YYYY-MM-DD`, `YYYY-MM` or nothing.
  package var iso: String? { date?.iso ?? month.map { "\($0.year)-\($0.month.twoDigits)" } }
  package var isEmpty: Bool { date == nil && month == nil && monthDay == nil }
}

package struct PlanMonth: Hashable, Sendable {
  package var year: Int
  package var month: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }
}

/// What a person must look at (疑点). Nothing of it is corrected by the reader.
package struct Finding: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A blank: `20__年__月__日`.
    case gap
    /// Two statements that cannot both hold.
    case contradiction
    /// A word or number wrecked by copying.
    case damaged
    /// A task without a responsible body beside others that have one.
    case missingLead
    /// Two phases at the same time.
    case overlap
    /// A time between two phases that belongs to none.
    case hole
    /// A part that runs past its whole.
    case outside
    /// 三个阶段 with two.
    case count
    /// A total that differs from its parts.
    case total
    /// The same plan in other words.
    case copy
  }

  package var kind: Kind
  package var message: String
  package var source: [SourceRange]
  /// What the damaged words probably were.
  package var suggestion: String?
}
