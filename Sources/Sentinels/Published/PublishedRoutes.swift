import Kit
import Storage
import Web

struct PublishedRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/posts/rules", .may(.postSee)) { call, reader in
        let models = try call.scope().viewer.counties.flatMap { try ModelStore.named(in: $0, reader) }
        return .page(
          PublishedPages.office(
            PublishedModel(rules: room.book.published, models: models, trainings: [], today: call.today)))
      },
      Route.look("/post/rules", .device(because: "哨点的手机看公布的规则")) { call, reader in
        let post = try Sentinels.standing(ID(try call.device().record.number), reader)
        return .page(
          PublishedPages.telephone(
            PublishedModel(
              rules: room.book.published, models: try ModelStore.named(in: post.county, reader),
              trainings: try TrainingStore.of(post.id, reader), today: call.today)))
      },
    ]
  }
}
