import Kit
import Storage
import Web

enum SearchRoutes {
  static let routes: [Route] = [
    Route(.get, "/search", .signedIn) { call in
      let (viewer, words) = (try call.person(), call.asked("q") ?? "")
      let list = Listing(call, base: "/search", sorts: ["new"], descending: false, filters: ["q"])
      let found = try await call.read {
        try SearchIndex.find(
          words, allowed: Search.allowed(viewer), limit: Listing.size, offset: list.offset, $0)
      }
      return .page(SearchPages.results(words, found.hits, list.counting(found.total), call.records))
    }
  ]
}
