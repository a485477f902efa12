import Glibc
import Kit
import Synchronization

/// Seat (席位): what one process holds at a store that several share: a node number for the identities it makes, and the
/// name under which it takes turns at jobs.
///
/// The number is leased for a day and kept by `Job.seat`. A number that was given back is drawn again only when all
/// 4,096 were, the longest unused first, so that two processes never make the same identity, also where a clock goes
/// back. With SQLite one process has the folder, and the folder's own number is its node.
package struct Seat: Sendable, Hashable {
  package let node: Int
  /// Machine, process and chance: `county-2:4711:5e0c…`.
  package let holder: String

  static let numbers: Int64 = 4096
  static let seconds: Int64 = 86_400

  /// Of this process. Not of the world's chance, which tests pin: two processes must differ.
  static func name() -> String {
    var machine = [CChar](repeating: 0, count: 65)
    gethostname(&machine, machine.count - 1)
    let host = String(decoding: machine.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "\(host):\(getpid()):\(String(UInt64.random(in: .min ... .max), radix: 16))"
  }
}

extension Database {
  /// Takes a free number and makes identities with it from now on. Refuses where every number is held.
  func takeSeat() async throws {
    let holder = holder
    let node = try await scratch { scratch in
      try SharingStore.queue(scratch)
      let now = try SharingStore.clock(scratch)
      guard let node = try SharingStore.freeNode(at: now, scratch) else { throw SharingRefusal.noSeat }
      try SharingStore.take(node, holder, at: now, until: now.adding(seconds: Seat.seconds), scratch)
      return node
    }
    seat.withLock { $0 = Seat(node: node, holder: holder) }
    world.identities.serve(as: node)
  }

  /// Another process has the number where this one was away for more than a day; then it takes another.
  func keepSeat() async throws {
    guard isSeated else { return }
    let mine = seat.withLock { $0 }
    let isMine = try await scratch { scratch in
      let until = try SharingStore.clock(scratch).adding(seconds: Seat.seconds)
      return try SharingStore.keep(mine.node, mine.holder, until: until, scratch)
    }
    if !isMine { try await takeSeat() }
  }

  /// Gives the number back; one that a killed process leaves is free again after a day.
  func leaveSeat() async {
    guard isSeated else { return }
    let mine = seat.withLock { $0 }
    _ = try? await scratch { scratch in
      try SharingStore.keep(mine.node, mine.holder, until: try SharingStore.clock(scratch), scratch)
    }
  }

  /// The name under which this process takes turns.
  var holder: String { seat.withLock { $0.holder } }

  /// Part of every identity that this process makes.
  package var node: Int { seat.withLock { $0.node } }

  /// Names of the processes that said within half an hour that they live; empty with SQLite.
  package func seats(_ reader: Reader) throws -> [String] {
    let last = try SharingStore.clock(reader).adding(seconds: -Int64(Job.seat.seconds * 2))
    return try SharingStore.seats(keptSince: last, reader)
  }
}

extension Job {
  package static let seat = Job("store.seat", purpose: "续占本进程在数据库里的席位（编号用）", seconds: 900, per: .process) {
    try await $0.keepSeat()
  }
}
