import Dispatch
import Synchronization

/// Hands frames from the side that copies to the side that loads, a few at a time. Each side has a thread of its own;
/// where one fails, the other ends with the same reason.
final class FrameChannel: FrameSink, FrameSource, Sendable {
  private struct State {
    var frames: [Frame] = []
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init() { for _ in 0..<8 { room.signal() } }

  func put(_ frame: [UInt8], isLast: Bool) throws {
    room.wait()
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      state.frames.append(Frame(bytes: frame, isLast: isLast))
    }
    filled.signal()
  }

  func next() throws -> Frame {
    filled.wait()
    let frame = try state.withLock { state -> Frame in
      if let failure = state.failure { throw failure }
      return state.frames.isEmpty ? Frame(bytes: [], isLast: true) : state.frames.removeFirst()
    }
    room.signal()
    return frame
  }

  /// The first reason stays.
  func fail(_ error: any Error) {
    state.withLock { state in state.failure = state.failure ?? error }
    room.signal()
    filled.signal()
  }
}
