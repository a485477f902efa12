import Kit
import Web

enum AssistanceForm {
  static func request(_ form: Form) throws -> NewAssistance {
    let read = FormReader(form)
    let kind = read.choice("kind", "什么事", AssistanceKind.self)
    let county = Int64(read.text("county", "哪个县", most: 20))
    let new = NewAssistance(
      kind ?? .help, of: County(county ?? 0), what: read.text("what", "请对方做什么", most: 5000),
      why: read.text("why", "为什么", most: 5000), due: read.date("due", "希望哪天以前答复"))
    try read.done()
    return new
  }

  static func answer(_ form: Form) throws -> (AssistanceAnswer, String) {
    let read = FormReader(form)
    let answer = read.choice("answer", "答复", AssistanceAnswer.self) ?? .accept
    let text =
      answer == .accept ? read.maybeText("text", "内容", most: 20_000) ?? "" : read.text("text", "内容", most: 20_000)
    try read.done()
    return (answer, text)
  }

  static func text(_ form: Form, _ label: String) throws -> String {
    let read = FormReader(form)
    let text = read.text("text", label, most: 20_000)
    try read.done()
    return text
  }

  static func ruling(_ form: Form) throws -> (County, String) {
    let read = FormReader(form)
    let county = Int64(read.text("county", "由哪个县管辖", most: 20))
    let text = read.text("text", "理由", most: 20_000)
    try read.done()
    return (County(county ?? 0), text)
  }
}
