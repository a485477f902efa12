/// The groups of evidence (证据组). What belongs together is weighed once.
package enum EvidenceGroup: String, CaseIterable, Sendable {
  case base, name, person, site, together

  package var title: String {
    switch self {
    case .base: "起点"
    case .name: "姓名"
    case .person: "本人"
    case .site: "场所和电话"
    case .together: "合看"
    }
  }
}

/// One thing that a comparison can find, and that has a weight: `name.same`, `id.whole`. Numbered for speed.
enum Term {
  static let base = 0
  static let name = 1
  /// The rarity of a name: how many bear it in the register; how many one would expect from its characters.
  static let seen = name + NameRelation.allCases.count
  static let expected = seen + 3
  /// The bearers once more, by what else is known of the person: where a number agrees a common name proves no less.
  static let seenWith = expected + 4
  static let second = seenWith + personKinds
  /// One other character in the last place: the generation's character is shared.
  static let generation = second + 1
  static let number = generation + 1
  static let strong = number + NumberRelation.allCases.count
  static let year = strong + 6
  static let home = year + 6
  static let homeRare = home + 5
  static let homePlace = homeRare + 1
  static let sex = homePlace + 2
  static let people = sex + 2
  static let county = people + 2
  static let countyRare = county + 5
  static let countyHome = countyRare + 1
  static let place = countyHome + 1
  static let shop = place + 4
  static let phone = shop + 10
  static let namePerson = phone + 4
  static let nameSite = namePerson + nameKinds * personKinds
  static let personSite = nameSite + nameKinds * siteKinds
  static let triple = personSite + personKinds * siteKinds
  static let count = triple + nameKinds * personKinds * siteKinds

  /// How many rough classes there are of each group: written out, since each pair needs them.
  static let nameKinds = 7
  static let personKinds = 8
  static let siteKinds = 6
  static let persons = [
    "number-agrees", "number-nearly", "year-and-home", "year-or-home", "unknown", "doubt", "conflict",
    "number-borrowed",
  ]
  static let sites = ["phone-and-site", "phone", "site", "site-partly", "no-site", "phone-other"]

  /// The names in the list of weights, by number.
  static let slugs: [String] = {
    var slugs = ["base"]
    slugs += NameRelation.allCases.map { "name.\($0.slug)" }
    slugs += ["same", "alias", "sound"].map { "name.bearers.\($0)" }
    slugs += ["same", "near", "partly", "surname"].map { "name.expected.\($0)" }
    slugs += persons.map { "name.bearers.\($0)" } + ["name.second", "name.generation"]
    slugs += NumberRelation.allCases.map { "id.\($0)" }
    slugs += [
      "id.agrees.year-off", "id.agrees.home-off", "id.agrees.sex-off", "id.differs.mistyped", "id.part.name-off",
      "id.agrees.name-and-year-off",
    ]
    slugs += ["same", "one", "two", "few", "ten", "generation"].map { "year.\($0)" }
    slugs += ["same", "city", "province", "apart", "unknown"].map { "home.\($0)" } + ["home.same.rare"]
    slugs += ["home-place.same", "home-place.other", "sex.same", "sex.other", "people.same", "people.other"]
    slugs +=
      ["same", "city", "province", "apart", "unknown"].map { "county.\($0)" } + ["county.same.rare", "county.home"]
    slugs += ["same", "around", "same-street", "elsewhere"].map { "place.\($0)" }
    slugs += [
      "same", "same-elsewhere", "names-other", "family", "nameless", "kind", "other", "unknown", "family-elsewhere",
      "surname-other",
    ].map { "shop.\($0)" }
    slugs += ["same", "near", "other", "shared"].map { "phone.\($0)" }
    slugs += NameRelation.roughNames.flatMap { name in persons.map { "with.\(name).\($0)" } }
    slugs += NameRelation.roughNames.flatMap { name in sites.map { "with.\(name).\($0)" } }
    slugs += persons.flatMap { person in sites.map { "with.\(person).\($0)" } }
    slugs += NameRelation.roughNames.flatMap { name in
      persons.flatMap { person in sites.map { "with.\(name).\(person).\($0)" } }
    }
    return slugs
  }()

  static func group(_ term: Int) -> EvidenceGroup {
    switch term {
    case base: .base
    case ..<number: .name
    case ..<county: .person
    case ..<namePerson: .site
    default: .together
    }
  }
}

/// What a comparison found: terms with their amounts. Reused from pair to pair.
struct Findings {
  private(set) var terms: [(term: Int32, amount: Float)] = []

  init() { terms.reserveCapacity(40) }
  mutating func clear() { terms.removeAll(keepingCapacity: true) }
  mutating func put(_ term: Int, _ amount: Float = 1) { terms.append((Int32(term), amount)) }

  func score(_ weights: [Float]) -> Float {
    weights.withUnsafeBufferPointer { weights in
      var sum: Float = 0
      for (term, amount) in terms { sum += weights[Int(term)] * amount }
      return sum
    }
  }
}
