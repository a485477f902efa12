import Foundation
import Kit

extension Database {
  /// Refuses a folder whose keys are not those of the store: what it sealed or hashed, no other server could read.
  ///
  /// The store keeps a mark of each key, which recognises it and gives nothing away. The first folder that comes to a
  /// store leaves its marks; a restore with new keys begins anew.
  func refuseForeignKeys() async throws {
    let mine = KeyFiles.marks(try KeyFiles.read(in: folder.url.appending(path: "keys")))
    var known = try await read { try SharingStore.marks($0) }
    if !Set(mine.keys).isSubset(of: Set(known.keys)) {
      known = try await scratch { scratch in
        try SharingStore.insert(mine, scratch)
        return try SharingStore.marks(scratch)
      }
    }
    let foreign = mine.keys.filter { known[$0] != mine[$0] }.sorted()
    guard foreign.isEmpty else { throw SharingRefusal.foreignKeys(foreign) }
  }
}
