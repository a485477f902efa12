import Kit
import Web

/// The first page for everybody: look up an institution, report, read an answer by code.
struct Front: Room {
  var routes: [Route] { FrontRoutes.routes }
}
