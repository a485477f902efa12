import Kit
import Storage
import Web

/// The head, and whoever decides cases, writes what papers say of the agency.
struct AgencyDetailRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/agency/papers", .may(.caseDecide)) { .page(try page($0, $1, nil)) },
      Route.act("/agency/papers", .may(.caseDecide)) { call in
        try await call.submit { form in
          let values = try read(form)
          try await call.change(.agencyDetails) { try room.setAgency(values, $0) }
          return .redirect("/agency/papers")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  /// `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let known = try AgencyDetailStore.details(of: try call.county(), reader)
    return AgencyDetailPages.form(state ?? .filled(AgencyDetail.allCases.map { ($0.rawValue, known[$0]) }))
  }

  private func read(_ form: Form) throws -> [AgencyDetail: String] {
    let read = FormReader(form)
    let values = AgencyDetail.allCases.map { ($0, read.maybeText($0.rawValue, $0.title) ?? "") }
    try read.done()
    return Dictionary(uniqueKeysWithValues: values)
  }
}
