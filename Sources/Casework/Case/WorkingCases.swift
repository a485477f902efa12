internal import Kit
package import Storage

extension Casework {
  /// The cases that an account works on and that are not closed, for a choice in a form of a room above.
  package static func working(_ account: Int64, _ reader: Reader) throws -> [CaseRecord] {
    try CaseStore.unarchived(of: account, reader).compactMap { try CaseStore.find(ID($0), reader) }
      .filter { $0.state != .closed }
  }
}
