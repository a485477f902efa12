package import Kit
import Synchronization

/// What this process has done since it began, counted in memory: requests, deeds, refusals, faults, jobs. It names
/// routes and deeds, never people or records, and is gone with the process.
package final class Meter: Sendable {
  private struct State {
    var requests: [RequestKey: Int64] = [:]
    var buckets: [Int64] = Array(repeating: 0, count: Meter.bounds.count + 1)
    var milliseconds: Double = 0
    var events: [EventKey: Int64] = [:]
    var jobs: [String: JobState] = [:]
    var answersAfterSync: Bool?
  }

  /// Requests by route pattern and class of status (2, 3, 4, 5).
  package struct RequestKey: Hashable, Sendable {
    package let route: String
    package let status: Int
  }

  /// Deeds by name, refusals by code, errors of the store by kind.
  package struct EventKey: Hashable, Sendable {
    package let kind: Kind
    package let name: String
  }

  package enum Kind: String, Sendable, CaseIterable {
    case deed, refusal
    case storeError = "store_error"
  }

  package let began: Instant
  private let state = Mutex(State())

  /// Upper bounds of the time buckets, in milliseconds.
  package static let bounds: [Double] = [1, 5, 10, 50, 100, 500, 1000, 5000]

  package init(began: Instant) { self.began = began }

  package func request(_ route: String, status: Int, milliseconds: Double) {
    let bucket = Meter.bounds.firstIndex { milliseconds <= $0 } ?? Meter.bounds.count
    state.withLock { state in
      state.requests[RequestKey(route: route, status: status / 100), default: 0] += 1
      if state.buckets.indices.contains(bucket) { state.buckets[bucket] += 1 }
      state.milliseconds += milliseconds
    }
  }

  package func count(_ kind: Kind, _ name: String) {
    state.withLock { $0.events[EventKey(kind: kind, name: name), default: 0] += 1 }
  }

  package func note(answersAfterSync: Bool) { state.withLock { $0.answersAfterSync = answersAfterSync } }

  /// A job that the process will run again and again.
  package func jobBegins(_ job: Job, at now: Instant) {
    state.withLock { $0.jobs[job.name, default: JobState(job)].begun = now }
  }

  package func jobEnded(_ job: Job, at now: Instant, error: String?) {
    state.withLock { state in
      var known = state.jobs[job.name] ?? JobState(job)
      known.ended = now
      known.error = error
      known.runs += 1
      if error == nil { known.succeeded = now } else { known.failures += 1 }
      state.jobs[job.name] = known
    }
  }

  /// Everything at one moment.
  package func reading() -> MeterReading {
    state.withLock { state in
      MeterReading(
        began: began, requests: state.requests, buckets: state.buckets, milliseconds: state.milliseconds,
        events: state.events, jobs: state.jobs.values.sorted { $0.name < $1.name },
        answersAfterSync: state.answersAfterSync)
    }
  }
}

/// How a job of this process stands.
package struct JobState: Sendable {
  package let name: String
  package let purpose: String
  package let seconds: Int
  package internal(set) var begun: Instant?
  package internal(set) var ended: Instant?
  package internal(set) var succeeded: Instant?
  /// Of the last run; nil where it went well.
  package internal(set) var error: String?
  package internal(set) var runs: Int64 = 0
  package internal(set) var failures: Int64 = 0

  init(_ job: Job) {
    name = job.name
    purpose = job.purpose
    seconds = job.seconds
  }

  /// Under way for longer than three rounds and an hour.
  package func isStuck(at now: Instant) -> Bool {
    guard let begun, ended.map({ $0 < begun }) ?? true else { return false }
    return now > begun.adding(seconds: Int64(max(seconds * 3, 3600)))
  }
}

package struct MeterReading: Sendable {
  package let began: Instant
  package let requests: [Meter.RequestKey: Int64]
  /// One more than `Meter.bounds`: the last is everything slower.
  package let buckets: [Int64]
  package let milliseconds: Double
  package let events: [Meter.EventKey: Int64]
  package let jobs: [JobState]
  /// Nil until it was asked.
  package let answersAfterSync: Bool?
}
