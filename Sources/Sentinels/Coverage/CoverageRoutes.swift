import Offices
import Storage
import Web

struct CoverageRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/posts/coverage", .may(.postSee)) { call, reader in
        let counties = try call.scope().viewer.counties
        let regions = try Offices.counties(reader).filter { counties.contains($0.county) }
        let models = try regions.map { try NetworkCoverage.read($0, room.book, reader) }
        let of = call.asked("of").flatMap { CoverageTarget.Of(rawValue: $0) }
        return .page(CoveragePages.page(models, room.book.targets, of: of, today: call.today))
      }
    ]
  }
}
