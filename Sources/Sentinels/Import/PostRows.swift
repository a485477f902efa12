import Kit
import Offices
import Registers
import Storage
import Web

/// A cell that cannot stand: row, column, what it says, why.
struct PostFault: Sendable, Hashable {
  let line: Int
  let column: String
  let shown: String
  let reason: String
}

/// One row as a post.
struct PostRow: Sendable {
  let line: Int
  /// Nil for one that the register does not have.
  let post: ID<Post>?
  let values: PostValues
  /// Somebody else, or another telephone; nil: as before.
  let contact: (name: String, telephone: String)?
  /// What differs, as before and after.
  let changes: [Change]
}

/// The rows of a list, checked against the register: what is added, what changes, what must be mended.
struct PostRows: Sendable {
  private(set) var added: [PostRow] = []
  private(set) var changed: [PostRow] = []
  private(set) var same = 0
  private(set) var faults: [PostFault] = []

  init(_ sheet: PostSheet, _ room: Sentinels, _ county: County, _ reader: Reader) throws {
    let ground = try PostGround(room, county, reader)
    var seen: [String: Int] = [:]
    for row in sheet.rows {
      var reading = PostReading(row: row, places: sheet.places, columns: room.book.columns)
      let read = try reading.post(ground, reader)
      if let name = reading.text(.name, most: 60), let first = seen.updateValue(row.line, forKey: name) {
        reading.refuse(.name, "跟第 \(first) 行重名，一个哨点只能有一行")
      }
      faults += reading.faults
      guard reading.faults.isEmpty, let read else { continue }
      if read.post == nil {
        added.append(read)
      } else if read.changes.isEmpty {
        same += 1
      } else {
        changed.append(read)
      }
    }
  }

  /// The same as long as neither file nor register changes.
  var mark: String {
    let parts = (added + changed).map { row in
      "\(row.line):\(row.post?.text ?? ""):"
        + row.changes.map { "\($0.before ?? "")>\($0.after ?? "")" }.joined(separator: ";")
    }
    return SHA256.hex(of: parts.joined(separator: "\n"))
  }
}
