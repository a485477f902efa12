/// So many works at once, so many more that wait for their turn, first come first served.
actor Turns {
  private let atOnce, waits: Int
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atOnce: Int, waits: Int) {
    self.atOnce = atOnce
    self.waits = waits
  }

  /// Does the work when it is its turn; nil where too many wait already.
  func take<T: Sendable>(_ work: @Sendable () async throws -> T) async rethrows -> T? {
    guard await enter() else { return nil }
    defer { leave() }
    return try await work()
  }

  private func enter() async -> Bool {
    if running < atOnce {
      running += 1
      return true
    }
    guard waiting.count < waits else { return false }
    await withCheckedContinuation { waiting.append($0) }
    return true
  }

  /// The place goes to the next who waits.
  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
