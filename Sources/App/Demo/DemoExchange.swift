import Kit

/// The neighbouring county asks about somebody; the answer is still to be given.
extension DemoStory {
  func askFromNextCounty() async throws {
    let neighbour = try await member("dongl")
    try await neighbour.submit(
      "/exchange/requests",
      [
        ("county", "\(Cast.county.number)"), ("name", "郭某"), ("sex", "男"), ("birth-year", "1979"),
        ("purpose", "我县一起流动行医案件，当事人自述在贵县受过处罚"), ("due", clock.today.adding(days: 7).iso),
      ])
  }
}

extension DemoStory {
  /// The first batch for the province, whose receipt has not come yet.
  func deliver() async throws {
    let head = try await member("heyuan")
    try await head.submit("/exchange/deliveries", [])
  }
}
