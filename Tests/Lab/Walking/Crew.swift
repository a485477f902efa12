import App
import Kit
import Offices
import Storage
import Transfers
import Web

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// The people of the walk, with real accounts, roles and certificates: which rights they have is read from the store.
///
/// The list of unlawful states and the proposals speak of people by their place in `Cast`; here is who that is.
struct Crew: Sendable {
  struct Member: Sendable {
    let account: Int64
    let actor: Actor
    /// The addresses of steps that his roles let him through.
    let doors: [StepDoor]
  }

  /// By their place.
  let members: [Int64: Member]
  private let places: [Int64: Int64]

  /// Adds them to a county that is founded.
  static func found(_ house: House) async throws -> Crew {
    let password = await Password.derive(App.Cast.password, salt: house.database.world.randomBytes(16))
    let roles = house.roles
    let accounts = try await house.database.change(App.Cast.county, by: .system, deed: .addAccount) { tx in
      let agency = try Offices.addAgency("走查单位", tx)
      return try ProcedureWalk.Cast.people.map { person in
        (person.account, try Offices.addAccount(account(person, agency, password), roles: roles, tx))
      }
    }
    return try await house.database.read { try Crew(accounts, roles, $0) }
  }

  private static func account(_ person: ActingPerson, _ agency: ID<Agency>, _ password: String) -> NewAccount {
    let place = person.account
    return NewAccount(
      login: "walk\(place)", name: "走查\(place)", post: "走查", agency: agency, region: App.Cast.county.number,
      certificate: certificate(place),
      qualification: person.qualifiedReviewer
        ? CivilDate(2019, 3, 1).map { Qualification("A 99 2019 \(place)", on: $0) } : nil,
      roles: roles(person.rights), password: password)
  }

  static func certificate(_ place: Int64) -> Certificate? {
    ProcedureWalk.Cast.certified.contains(place) ? Certificate("云卫执 W\(place)") : nil
  }

  /// The police have an account of their own and no step of a case; so have whoever answers in the other county and the
  /// superior of both.
  static let police: Int64 = 50
  static let neighbour: Int64 = 51
  static let superior: Int64 = 52

  private static func roles(_ rights: Set<ActingRight>) -> [String] {
    let leads = rights.contains(.head) ? [rights.contains(.officer) ? "head" : "health-bureau"] : []
    let works = rights.contains(.officer) && leads.isEmpty ? ["officer"] : []
    let posts: [(ActingRight, String)] = [
      (.reviewer, "reviewer"), (.presider, "presider"), (.recorder, "hearing-clerk"),
    ]
    return leads + works + posts.filter { rights.contains($0.0) }.map(\.1)
  }

  private init(_ accounts: [(Int64, ID<Account>)], _ roles: RoleBook, _ reader: Reader) throws {
    let holders = try StepDoor.allCases.map { door in
      (door, Set(try Offices.people(in: App.Cast.county, holding: door.permission, roles: roles, reader).map(\.id)))
    }
    var members: [Int64: Member] = [:]
    for (place, id) in accounts {
      let title = try Offices.person(id, reader)?.label ?? ""
      members[place] = Member(
        account: id.value, actor: Actor(kind: .account, number: id.value, title: title),
        doors: holders.filter { $0.1.contains(id) }.map(\.0))
    }
    members[Self.police] = try Self.outsider(in: App.Cast.county, .transferAnswer, roles, reader)
    members[Self.neighbour] = try Self.outsider(in: App.Cast.otherCounty, .caseWork, roles, reader)
    members[Self.superior] = try Self.outsider(in: App.Cast.county, .jurisdictionDecide, roles, reader)
    self.members = members
    places = Dictionary(accounts.map { ($0.1.value, $0.0) }) { first, _ in first }
  }
}

extension Crew {
  /// Somebody of the founded county who has no step of a case.
  private static func outsider(in county: County, _ right: Permission, _ roles: RoleBook, _ reader: Reader) throws
    -> Member?
  {
    try Offices.people(in: county, holding: right, roles: roles, reader).first.map {
      Member(account: $0.id.value, actor: $0.actor, doors: [])
    }
  }
}

/// From places to accounts, and back.
extension Crew {
  /// A number that is nobody's stays as it is.
  func account(_ place: Int64) -> Int64 { members[place]?.account ?? place }
  func place(_ account: Int64) -> Int64 { places[account] ?? account }

  func accounts(_ facts: StepFacts) -> StepFacts { renamed(facts, account) }

  func places(_ step: Taken) -> Taken {
    Taken(
      id: step.id, kind: step.kind, on: step.on, by: place(step.by), officers: step.officers.map(place),
      about: step.about, facts: renamed(step.facts, place))
  }

  /// A case as the store tells it, in the words of the list.
  func places(_ file: CaseFile) -> CaseFile {
    var told = CaseFile(
      county: file.county, track: file.track, partyIsOrganisation: file.partyIsOrganisation, filedOn: file.filedOn,
      officers: file.officers.map(place), certified: Set(file.certified.map(place)),
      recused: Set(file.recused.map(place)), hearingAmount: file.hearingAmount, basisApproved: file.basisApproved,
      refusesToCorrectFine: file.refusesToCorrectFine, limitationEnds: file.limitationEnds,
      majorPublicInterest: file.majorPublicInterest, complex: file.complex, reviewByLaw: file.reviewByLaw,
      wantsDiscussion: file.wantsDiscussion, steps: file.steps.map(places))
    told.transfer = file.transfer
    told.isNamedElsewhere = file.isNamedElsewhere
    return told
  }

  private func renamed(_ facts: StepFacts, _ name: (Int64) -> Int64) -> StepFacts {
    var facts = facts
    (facts.replaced, facts.successor) = (facts.replaced.map(name), facts.successor.map(name))
    facts.staff = facts.staff.map(name)
    return facts
  }
}
