import Kit
import Web

enum EvidenceForm {
  static func read(_ form: Form, _ book: EvidenceBook) throws -> NewEvidence {
    let read = FormReader(form)
    let kind = read.text("kind", "种类", most: 40)
    var new = NewEvidence(
      kind: kind, name: read.text("name", "名称"), proves: read.maybeText("proves", "证明什么", most: 1000) ?? "",
      takenOn: read.date("taken-on", "取得日期"), takenAt: clock("taken-at", "取得时间", read, form),
      place: read.text("place", "取得地点"), source: read.maybeText("source", "来源") ?? "",
      original: read.choice("original", "与原件的关系", EvidenceOriginal.self) ?? .unchecked,
      step: form.value("step").flatMap { Int64($0) }, holder: read.text("holder", "现在由谁保管", most: 100))
    new.exhibit = exhibit(read, isNeeded: book.kind(kind)?.isExhibit == true)
    let isBare = read.files("photo").isEmpty && read.files("files").isEmpty
    new.recording = recording(read, form, isBare: isBare)
    if book.kind(kind)?.isMedia == true, new.recording == nil, isBare, form.value("began") == nil {
      read.refuse("began", "视听资料没有上传文件的，要写录制的开始、结束和原始介质在哪里。")
    }
    try read.done()
    return new
  }

  private static func exhibit(_ read: FormReader, isNeeded: Bool) -> Exhibit? {
    let count = isNeeded ? read.text("count", "数量", most: 20) : read.maybeText("count", "数量", most: 20)
    let (unit, spec) = (read.maybeText("unit", "单位", most: 20), read.maybeText("spec", "规格、批号"))
    return count.map { Exhibit(count: $0, unit: unit, spec: spec) }
  }

  private static func recording(_ read: FormReader, _ form: Form, isBare: Bool) -> Recording? {
    let (began, ended) = (clock("began", "录制开始", read, form), clock("ended", "录制结束", read, form))
    let (device, medium) = (read.maybeText("device", "设备"), read.maybeText("medium", "原始介质在哪里"))
    let hash = hex(read)
    guard let began, let ended else {
      if began != nil || ended != nil || device != nil || medium != nil || hash != nil {
        read.refuse("began", "音像记录要写录制的开始和结束时间。")
      }
      return nil
    }
    if medium == nil, isBare {
      read.refuse("medium", "音像文件没有上传的，要写原始介质在哪里。")
    }
    if ended <= began { read.refuse("ended", "录制结束要晚于开始；过了零点的，分成两条登记。") }
    return Recording(began: began, ended: ended, device: device, medium: medium, mediumHash: hash)
  }

  /// Digits of a hash in hexadecimal: MD5, SHA-1, SHA-256 or SM3, SHA-512.
  private static func hex(_ read: FormReader) -> String? {
    guard let typed = read.maybeText("medium-hash", "介质上文件的校验值", most: 140) else { return nil }
    let text = typed.lowercased().filter { $0 != " " }
    guard [32, 40, 64, 128].contains(text.utf8.count),
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else {
      read.refuse("medium-hash", "“介质上文件的校验值”应是 32、40、64 或 128 位的十六进制数。")
      return nil
    }
    return text
  }

  /// `09:14`, as the field for times sends it.
  static func clock(_ name: String, _ label: String, _ read: FormReader, _ form: Form) -> String? {
    guard let text = form.value(name) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    let numbers = parts.map { $0.utf8.count <= 2 ? Int($0) : nil }
    guard numbers.count == 2, let hour = numbers[0], let minute = numbers[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else {
      read.refuse(name, "“\(label)”写的是“\(text.clipped(to: 20))”，不是时间。写成 09:14 这样。")
      return nil
    }
    return "\(hour.twoDigits):\(minute.twoDigits)"
  }

  static func move(_ form: Form) throws -> CustodyMove {
    let read = FormReader(form)
    let move = CustodyMove(
      from: read.text("from", "现在的保管人", most: 200), to: read.text("to", "移交给", most: 100),
      on: read.date("moved-on", "移交日期"),
      at: clock("moved-at", "移交时间", read, form), why: read.text("why", "原因", most: 300),
      state: read.text("state", "交接时的状况", most: 500))
    try read.done()
    return move
  }
}
