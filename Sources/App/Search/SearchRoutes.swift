import Kit
import Storage
import Web

enum SearchRoutes {
  static let routes: [Route] = [
    Route.look("/search", .signedIn) { call, reader in
      let (viewer, words) = (try call.person(), call.asked("q") ?? "")
      let list = Listing(call, base: "/search", sorts: ["new"], descending: false, filters: ["q"])
      let found = try SearchIndex.look(
        words, allowed: viewer.searchable, limit: Listing.size, offset: list.offset, reader)
      let listed = list.counting(min(found.total, Int64(SearchIndex.deepest)))
      return .page(SearchPages.results(words, found, listed, call.records))
    }
  ]
}
