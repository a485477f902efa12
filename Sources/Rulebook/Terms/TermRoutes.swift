internal import Kit
internal import Law
internal import Storage
internal import Web

struct TermRoutes {
  let rulebook: Rulebook

  var routes: [Route] {
    [
      Route.look("/law/terms", .may(.lawSee)) { call, reader in
        .page(TermPages.list(try groups(call, reader), today: call.today))
      },
      Route.look("/law/terms/:term", .may(.lawSee)) { call, reader in .page(try detail(call, reader)) },
    ]
  }

  private func groups(_ call: Call, _ reader: Reader) throws -> [TermGroup] {
    let terms = rulebook.law.terms
    let approvals = try ApprovalStore.newest(in: try call.county(), reader)
    var keys: [String] = []
    for key in terms.all.map(\.key) + terms.surcharges.map(\.key) where !keys.contains(key) { keys.append(key) }
    let lines = keys.compactMap { line($0, on: call.today, approvals) }
    return TermGroup.Stage.allCases.map { stage in
      TermGroup(stage: stage, lines: lines.filter { TermGroup.Stage(key: $0.key) == stage })
    }.filter { !$0.lines.isEmpty }
  }

  /// The version in force today, else the newest one.
  private func line(_ key: String, on day: CivilDate, _ approvals: [String: Approval]) -> TermLine? {
    let (law, versions) = (rulebook.law, rulebook.law.terms.all.filter { $0.key == key })
    if let surcharge = law.terms.surcharge(key) {
      let value = LawValue(surcharge)
      return TermLine(
        key: key, title: surcharge.title, length: "每日\(surcharge.daily.text)", start: surcharge.start, value: value,
        standing: ApprovalStanding(of: value, newest: approvals[value.name]))
    }
    guard let term = (try? law.terms.term(key, on: day)) ?? versions.last else { return nil }
    let value = LawValue(term)
    return TermLine(
      key: key, title: term.title, length: term.length, start: term.start, value: value,
      standing: ApprovalStanding(of: value, newest: approvals[value.name]))
  }

  private func detail(_ call: Call, _ reader: Reader) throws -> Page {
    let (law, key, viewer) = (rulebook.law, try call.word("term"), try call.person())
    let approvals = try ApprovalStore.newest(in: viewer.county, reader)
    let versions =
      law.terms.all.filter { $0.key == key }.map { LawValue($0) }
      + law.terms.surcharges.filter { $0.key == key }.map { LawValue($0) }
    guard let title = versions.last?.title else { throw MissingRecord("种期限") }
    return TermPages.page(
      TermDetail(
        key: key, title: title,
        versions: versions.map { ($0, ApprovalStanding(of: $0, newest: approvals[$0.name])) },
        asked: TermAsked(key, call, law), viewer: viewer, today: call.today))
  }
}

/// Terms of one stage of the work.
struct TermGroup {
  let stage: Stage
  let lines: [TermLine]

  /// By the first part of the key.
  enum Stage: String, CaseIterable {
    case clue, procedure, hearing, paper, pay, transfer, remedy, limit, house

    init(key: String) {
      self =
        switch key.prefix(while: { $0 != "." }) {
        case "clue", "report", "hotline", "complaint", "insurance-report", "institution-complaint", "petition": .clue
        case "hearing": .hearing
        case "decision", "service", "publication", "simple": .paper
        case "payment", "surcharge", "reminder", "court", "on-the-spot": .pay
        case "transfer", "police": .transfer
        case "reconsideration", "litigation": .remedy
        case "limitation": .limit
        case "rectification", "recheck": .house
        default: .procedure
        }
    }

    var title: String {
      switch self {
      case .clue: "线索、投诉、举报、信访"
      case .procedure: "立案、调查、决定"
      case .hearing: "听证"
      case .paper: "简易程序、送达、公开"
      case .pay: "缴款、催告、强制执行"
      case .transfer: "移送公安、检察监督"
      case .remedy: "复议、诉讼"
      case .limit: "追责时效"
      case .house: "改正和复查"
      }
    }
  }
}

struct TermLine {
  let key: String
  let title: String
  let length: String
  let start: String
  let value: LawValue
  let standing: ApprovalStanding
}

/// What the page of a term shows.
struct TermDetail {
  let key: String
  let title: String
  let versions: [(value: LawValue, standing: ApprovalStanding)]
  let asked: TermAsked
  let viewer: Viewer
  let today: CivilDate
}
