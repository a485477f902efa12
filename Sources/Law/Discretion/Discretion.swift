package import Kit
package import Packs

/// Facts that make a penalty lighter, heavier or fall away (裁量情节), as checks with their articles, and what provinces
/// have laid down. Carries out 《行政处罚法》第二十八条至第三十七条、第四十九条.
package struct Discretion: Sendable {
  package let circumstances: [Circumstance]
  package let rules: [DiscretionRule]
  package let provinces: [ProvinceDiscretion]
  /// One act, one fine; the answer of every fine cites it.
  let oneFine: DiscretionRule

  static let oneFineKey = "one-act-one-fine"

  /// Every rule whose circumstances are all given, in the order of the packs: of several effects the officer and the
  /// reviewer choose. Rules without circumstances hold always and are not listed here.
  package func effects(of given: Set<String>) -> [DiscretionRule] {
    rules.filter { !$0.needs.isEmpty && $0.needs.allSatisfy(given.contains) }
  }

  /// The circumstances that follow from the party's age on the day of the act: 不满十四周岁, 已满十四周岁不满十八周岁.
  /// A year of age is completed on the day after the birthday (the product's convention; see the pack's note).
  package func ages(born: CivilDate, on day: CivilDate) -> Set<String> {
    func isUnder(_ years: Int) -> Bool { day <= born.adding(months: 12 * years) }
    if isUnder(14) { return ["age-under-14"] }
    return isUnder(18) ? ["age-14-to-17"] : []
  }

  /// nil where the packs hold nothing of the province: the gap is shown, nothing is invented.
  package func province(_ code: String) -> ProvinceDiscretion? { provinces.first { $0.code == code } }

  /// What a reader is told where a province's amounts and steps are missing.
  package static let provinceGap = "内容包里没有本省的裁量基准和听证“较大数额”标准，请法制机构补充；在此之前不能自动判断。"
}

/// A fact that somebody has to find out (情节), as a question that is answered yes or no.
package struct Circumstance: Hashable, Sendable {
  package let key: String
  package let asks: String
}

/// What follows from circumstances (裁量规则).
package struct DiscretionRule: Hashable, Sendable {
  package enum Effect: String, CaseIterable, Sendable {
    case none
    case mayBeNone = "may-be-none"
    case lighter
    case mayBeLighter = "may-be-lighter"
    case heavier
    /// How to reckon, rather than how much.
    case method

    package var title: String {
      switch self {
      case .none: "不予处罚"
      case .mayBeNone: "可以不予处罚"
      case .lighter: "应当从轻或者减轻"
      case .mayBeLighter: "可以从轻或者减轻"
      case .heavier: "从重"
      case .method: "计算和适用"
      }
    }
  }

  package let key: String
  package let effect: Effect
  /// Keys of `Circumstance`s that must all be there.
  package let needs: [String]
  package let says: String
  package let citation: Citation
  package let confidence: Confidence
  package let note: String?
}

/// What a province has laid down: from which amount a hearing is owed, and steps of fines.
package struct ProvinceDiscretion: Hashable, Sendable {
  /// First six digits of the region, e.g. 320000.
  package let code: String
  package let name: String
  package let from: CivilDate
  /// 较大数额罚款: for a citizen, for an organisation.
  package let hearingPerson: Money?
  package let hearingOrganisation: Money?
  package let steps: [DiscretionStep]
  package let provenance: Provenance
}

/// One step of a province's table for one violation (裁量阶次).
package struct DiscretionStep: Hashable, Sendable {
  package let violation: String
  package let name: String
  package let when: String
  package let min: Money
  package let max: Money
}
