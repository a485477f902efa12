/// What one reading of all packs has found: problems, names given out, names pointed at.
///
/// Names are checked at the end, because a checklist may be read before the violations it points at.
final class PackLog {
  private(set) var problems: [PackProblem] = []
  private var claims: [String: [String: PackPlace]] = [:]
  private var references: [(register: String, name: String, place: PackPlace)] = []

  func refuse(_ place: PackPlace, _ reason: String) {
    problems.append(PackProblem(file: place.file, keyPath: place.path, reason: reason, line: place.line))
  }

  /// An empty name stands for one that was refused already.
  func claim(_ name: String, in register: String, at place: PackPlace) {
    if name.isEmpty { return }
    if let first = claims[register]?[name] {
      let line = first.line.map { "第 \($0) 行" } ?? ""
      return refuse(place, "“\(name)”与 \(first.file) \(line)重复")
    }
    claims[register, default: [:]][name] = place
  }

  func refer(to name: String, in register: String, at place: PackPlace) {
    if name.isEmpty { return }
    references.append((register, name, place))
  }

  /// Problems in the order of files and lines, once all names are known.
  func settled() -> [PackProblem] {
    for reference in references where claims[reference.register]?[reference.name] == nil {
      refuse(reference.place, "没有编号为“\(reference.name)”的条目")
    }
    references = []
    return problems.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
  }
}

/// Where a value stands: file, key path, line.
struct PackPlace {
  let file: String
  let path: String
  let line: Int?

  func key(_ key: String, line: Int?) -> PackPlace {
    PackPlace(file: file, path: path.isEmpty ? key : "\(path).\(key)", line: line ?? self.line)
  }

  func item(_ index: Int, line: Int?) -> PackPlace {
    PackPlace(file: file, path: "\(path)[\(index)]", line: line ?? self.line)
  }
}
