import Kit
import Storage
import Web

/// The tree below the county: towns and villages with their dates.
struct RegionRoutes {
  var routes: [Route] {
    [
      Route.look("/regions", .may(.regionSee)) { call, reader in .page(try page(call, reader, .empty)) },
      Route.act("/regions", .may(.regionWork).proven) { call in
        try await submit(call, .addRegions) { form, read in
          let names = SetUpForm.names(read.text("names", "名称", most: 20_000))
          let level = read.choice("level", "级别", RegionLevel.self) ?? .town
          let parent = Int64(form.value("parent") ?? "") ?? 0
          let day = read.date("from", "启用日期")
          if names.count > 500 { read.refuse("names", "一次最多加 500 个，现在是 \(names.count) 个。") }
          return { try Offices.addPlaces(names, level: level, under: parent, from: day, $0) }
        }
      },
      Route.act("/regions/rename", .may(.regionWork).proven) { call in
        try await submit(call, .renameRegion) { form, read in
          let number = Int64(form.value("rename-number") ?? "") ?? 0
          let (name, day) = (read.text("rename-name", "新名称", most: 40), read.date("rename-from", "启用日期"))
          return { try Offices.rename(number, to: name, from: day, $0) }
        }
      },
      Route.act("/regions/abolish", .may(.regionWork).proven) { call in
        try await submit(call, .endRegion) { form, read in
          let number = Int64(form.value("abolish-number") ?? "") ?? 0
          let day = read.date("abolish-from", "撤销日期")
          return { try Offices.abolish(number, from: day, $0) }
        }
      },
    ]
  }

  private func submit(
    _ call: Call, _ deed: Deed,
    _ work: @escaping @Sendable (Form, FormReader) throws -> @Sendable (Transaction) throws -> Void
  ) async throws -> Reply {
    try await call.submit { form in
      let read = FormReader(form)
      let body = try work(form, read)
      try read.done()
      try await call.change(deed) { try body($0) }
      return .redirect("/regions")
    } again: { state, reader in
      try page(call, reader, state)
    }
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    return RegionPages.tree(
      try RegionStore.versions(of: viewer.county, reader), mayWork: viewer.may(.regionWork), today: reader.today, state)
  }
}
