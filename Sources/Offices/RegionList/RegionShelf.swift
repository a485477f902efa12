package import Packs
import Synchronization

/// The book of regions, read when somebody first asks for it: only the set-up does, once in the life of a store.
package final class RegionShelf: Sendable {
  private let source: any ContentSource
  private let kept = Mutex<RegionBook?>(nil)

  package init(_ source: any ContentSource) { self.source = source }

  /// Throws what is wrong with the files, each time it is asked.
  package func book() throws -> RegionBook {
    try kept.withLock { kept in
      if let kept { return kept }
      let book = try RegionBook.load(source)
      kept = book
      return book
    }
  }
}
