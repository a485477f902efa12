import Kit
import Storage
import Web

/// The one search box: institutions, clues, cases, plans, within the reader's rights.
struct Search: Room {
  var routes: [Route] { SearchRoutes.routes }
}
