package import Packs
import Synchronization

/// The comparison desk, read when somebody first asks for it: the list of counties is long, and most starts need none of it.
package final class MatchShelf: Sendable {
  private let source: any ContentSource
  private let kept = Mutex<MatchDesk?>(nil)

  package init(_ source: any ContentSource) { self.source = source }

  /// Throws what is wrong with the files, each time it is asked.
  package func desk() throws -> MatchDesk {
    try kept.withLock { kept in
      if let kept { return kept }
      let desk = MatchDesk(try MatchContent.load(source))
      kept = desk
      return desk
    }
  }
}
