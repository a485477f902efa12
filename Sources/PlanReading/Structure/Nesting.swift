internal import Kit

/// 四、工作步骤 with 一、 二、 三、 below it and 五、 behind: steps numbered like chapters are sections of the chapter.
enum Nesting {
  static func lowered(_ lines: [Line]) -> [Line] {
    var lines = lines
    var index = 0
    while index + 1 < lines.count {
      let run = inner(lines, index)
      for inside in run { lines[inside].marker?.level = .section }
      index = max(index + 1, run.last ?? 0)
    }
    return lines
  }

  /// The lines 一、 to the last before the chapter that goes on counting, where 一、 follows the heading at once.
  private static func inner(_ lines: [Line], _ head: Int) -> [Int] {
    guard let number = chapter(lines[head]), number >= 2, lines[head].body.count <= 14, chapter(lines[head + 1]) == 1
    else { return [] }
    var run = [head + 1]
    for index in lines[(head + 2)...].indices.prefix(60) {
      guard let next = chapter(lines[index]) else { continue }
      if next == run.count + 1, next != number + 1 || run.count < 2 {
        run.append(index)
      } else {
        return next == number + 1 && run.count >= 2 ? run : []
      }
    }
    return []
  }

  private static func chapter(_ line: Line) -> Int? { line.marker?.level == .chapter ? line.marker?.number : nil }
}
