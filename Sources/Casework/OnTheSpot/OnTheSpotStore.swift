import Kit
import Procedure
import Storage

enum OnTheSpotStore {
  static func setTrack(_ track: Track, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute("UPDATE law_case SET track = \(track.rawValue) WHERE id = \(id)")
  }

  /// Ordinary where nothing else was said.
  static func track(of id: ID<Case>, _ reader: Reader) throws -> Track {
    let text = try reader.first("SELECT track FROM law_case WHERE id = \(id)") { try $0.text(0) }
    return text.flatMap { Track(rawValue: $0) } ?? .ordinary
  }
}
