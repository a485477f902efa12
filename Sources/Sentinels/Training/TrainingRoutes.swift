import Kit
import Offices
import Storage
import Web

struct TrainingRoutes {
  let room: Sentinels

  private static let limit = BodyLimit(megabytes: 105, eachFile: 20, files: 5)

  var routes: [Route] {
    [
      Route.look("/trainings", .may(.postSee)) { call, reader in
        let listing = Listing(call, base: "/trainings", sorts: ["day"], descending: true, filters: [])
        let scope = try call.scope()
        let (total, trainings) = try TrainingStore.list(
          scope, offset: listing.offset, descending: listing.descending, reader)
        let people = try scope.viewer.counties.flatMap { try TrainingStore.contacts(in: $0, reader) }
        return .page(
          TrainingPages.list(
            listing.counting(total), trainings, people.filter { $0.last == nil },
            mayWork: scope.viewer.may(.postWork), today: call.today))
      },
      Route.look("/trainings/new", .may(.postWork)) { call, reader in
        .page(try form(call, reader, .filled([("on", call.today.iso)])))
      },
      Route.act("/trainings/new", .may(.postWork), body: Self.limit) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let new = NewTraining(
            title: read.text("title", "培训名称", most: 100), on: read.date("on", "哪天办的"),
            place: read.text("place", "在哪里办的", most: 100), content: read.text("content", "讲了什么", most: 2000),
            account: ID(try call.person().account), contacts: form.all("contacts").compactMap { ID(text: $0) })
          if new.contacts.isEmpty { read.refuse("contacts", TrainingRefusal.nobody.sentence) }
          let (files, store) = (read.files("files"), call.database.attachments)
          try read.done()
          let id = try await call.change(.recordTraining) { try Sentinels.record(new, files, store, $0) }
          return .redirect("/trainings/\(id)")
        } again: { state, reader in
          try self.form(call, reader, state)
        }
      },
      Route.look("/trainings/:id", .may(.postSee, on: .training)) { call, reader in
        guard let training = try TrainingStore.find(call.id(Training.self), reader) else {
          throw MissingRecord("次培训")
        }
        return .page(
          TrainingPages.record(
            TrainingModel(
              training: training, by: try Offices.person(training.account, reader)?.label ?? "—",
              came: try TrainingStore.came(to: training.id, reader), files: try Attachment.of(training.ref, reader),
              history: try LedgerReading.history(of: training.ref, reader), today: call.today)))
      },
    ]
  }

  private func form(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    TrainingPages.form(try TrainingStore.contacts(in: try call.county(), reader), state, today: call.today)
  }
}
