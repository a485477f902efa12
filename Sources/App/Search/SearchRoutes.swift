import Kit
import Storage
import Web

enum SearchRoutes {
  static let routes: [Route] = [
    Route.look("/search", .signedIn) { call, reader in
      let (viewer, words) = (try call.person(), call.asked("q") ?? "")
      let list = Listing(call, base: "/search", sorts: ["new"], descending: false, filters: ["q"])
      let found = try SearchIndex.find(
        words, allowed: Search.allowed(viewer), limit: Listing.size, offset: list.offset, reader)
      return .page(SearchPages.results(words, found.hits, list.counting(found.total), call.records))
    }
  ]
}
