import Dispatch
import Foundation
import Synchronization

/// Threads with a connection each, and the work that waits for them. A thread is made when work would have to wait, up
/// to `most`; its connection is made at its first work, and anew after the server went away.
final class PostgresDesk: Sendable {
  /// Answers whether the connection may be used again.
  typealias Work = @Sendable (Result<PostgresConnection, any Error>) -> Bool

  private struct State {
    var waiting: [Work] = []
    var threads = 0
    var busy = 0
    var isClosed = false
    /// Goes up when a connection broke: all that were made before are dead too.
    var generation = 0
  }

  private let address: String
  private let commit: String
  private let most: Int
  private let state = Mutex(State())
  /// Rung once for every piece of work, and for every thread at closing.
  private let bell = DispatchSemaphore(value: 0)
  private let atWork = DispatchGroup()

  init(address: String, commit: String, most: Int) {
    self.address = address
    self.commit = commit
    self.most = most
  }

  var use: PoolUse {
    state.withLock { PoolUse(most: most, open: $0.threads, busy: $0.busy, waiting: $0.waiting.count) }
  }

  /// After `close` the work is told at once that nobody is here: nothing may wait for ever.
  func hand(_ work: @escaping Work) {
    let hand = state.withLock { state -> Hand in
      guard !state.isClosed else { return .closed }
      state.waiting.append(work)
      guard state.threads < most, state.threads - state.busy < state.waiting.count else { return .waits }
      state.threads += 1
      return .needsThread
    }
    if hand == .closed {
      _ = work(.failure(PostgresError(state: "", message: "the store is closed")))
      return
    }
    if hand == .needsThread { makeThread() }
    bell.signal()
  }

  private enum Hand { case closed, waits, needsThread }

  /// Returns when all connections are closed. Work that still waits is done before.
  func close() async {
    let threads = state.withLock { state in
      state.isClosed = true
      return state.threads
    }
    for _ in 0..<threads { bell.signal() }
    await withCheckedContinuation { done in atWork.notify(queue: .global()) { done.resume() } }
  }

  private func makeThread() {
    atWork.enter()
    let thread = Thread {
      self.serve()
      self.atWork.leave()
    }
    thread.name = "postgres"
    thread.start()
  }

  private func serve() {
    var link = Link()
    while let (work, generation) = next() {
      link.renew(generation, address, commit)
      let isGood = work(link.connection)
      // Only a conversation that broke speaks of the others; one that could not be opened says nothing of them.
      state.withLock { state in
        state.busy -= 1
        if !isGood, link.isOpen { state.generation += 1 }
      }
    }
    link.close()
  }

  /// Waits for work; nil when there will be none any more.
  private func next() -> (Work, generation: Int)? {
    while true {
      bell.wait()
      let (work, generation, isClosed) = state.withLock { state -> (Work?, Int, Bool) in
        guard !state.waiting.isEmpty else { return (nil, state.generation, state.isClosed) }
        state.busy += 1
        return (state.waiting.removeFirst(), state.generation, state.isClosed)
      }
      if let work { return (work, generation) }
      if isClosed { return nil }
    }
  }

  /// The connection of one thread, or why there is none.
  private struct Link {
    var connection: Result<PostgresConnection, any Error> = .failure(PostgresError(state: "", message: "not connected"))
    private var generation = -1

    mutating func renew(_ current: Int, _ address: String, _ commit: String) {
      if case .success = connection, generation == current { return }
      close()
      generation = current
      connection = Result { try PostgresConnection(address, commit: commit) }
    }

    var isOpen: Bool { if case .success = connection { true } else { false } }

    func close() { if case .success(let connection) = connection { connection.close() } }
  }
}
