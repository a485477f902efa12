internal import Kit

/// Who held one seat one after the other.
enum Succession {
  /// From the first whom anybody followed to the last who followed; the member himself among them.
  static func line(of member: MemberRecord, in all: [MemberRecord]) -> [MemberRecord] {
    let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    let heirs = Dictionary(all.compactMap { one in one.before.map { ($0, one) } }) { first, _ in first }
    var earlier: [MemberRecord] = []
    var place = member.before
    while let id = place, let one = byID[id], earlier.count < all.count {
      earlier.append(one)
      place = one.before
    }
    var later: [MemberRecord] = []
    var last = member
    while let next = heirs[last.id], later.count < all.count {
      later.append(next)
      last = next
    }
    return earlier.reversed() + [member] + later
  }
}
