import Kit
import Offices
import Storage
import Web

/// The page of model posts for everybody.
struct PublicModelRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/model-posts/public", .everybody(because: "公众看挂了牌的示范监测点")) { call, reader in
        let kinds = room.book.kinds.filter(\.isPublic).map(\.key)
        let listing = Listing(call, base: "/model-posts/public", sorts: [], descending: false, filters: [])
          .counting(try ModelStore.publicCount(kinds, reader))
        let models = try ModelStore.published(kinds, offset: listing.offset, reader).map { model in
          let town = try Offices.region(model.town, reader)?.name ?? ""
          let village = try model.village == 0 ? "" : Offices.region(model.village, reader)?.name ?? ""
          return PublicModel(
            name: model.name, place: town + village, county: try Offices.countyName(model.county, reader),
            since: model.since)
        }
        return .page(PublicModelPages.list(listing, models))
      }
    ]
  }
}
