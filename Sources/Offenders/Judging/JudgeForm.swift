import Kit
import Storage
import Web

/// «Is it he?» with a reason: three buttons of one form.
enum JudgeForm {
  static func form(_ person: ID<Offender>, _ subject: Ref, look: ID<Look>?, _ state: FormState) -> HTML {
    // What was typed for another candidate must not show up here.
    let isHere = state.value("person") == person.text
    let own = isHere ? state : FormState.empty
    return """
      <details class="under"\(if: isHere, " open")><summary>确认或者排除</summary>\
      <form method="post" action="\(link: "/offenders/\(person)/judge")" class="under">\
      <input type="hidden" name="person" value="\(person.text)"><input type="hidden" name="subject" value="\(subject.description)">\
      <input type="hidden" name="look" value="\(look?.text ?? "")">\
      \(isHere ? Field("reason", "依据", own, hint: hint).line(most: 300) : field("reason-\(person.text)-\(subject.number)"))\
      <p class="row"><button class="btn" name="answer" value="same">是同一人</button>\
      <button class="btn p" name="answer" value="different">不是同一人</button>\
      <button class="btn p" name="answer" value="unsure">还不能确定</button></p></form></details>
      """
  }

  private static let hint = "凭什么这样判断，例如“核对了身份证原件和照片”"

  /// Empty, with an id of its own: the forms of several candidates stand on one page.
  private static func field(_ id: String) -> HTML {
    """
    <div class="field"><label for="\(id)">依据<span class="req">必填</span></label><span class="hint" id="\(id)-h">\(hint)</span>\
    <input id="\(id)" name="reason" type="text" value="" maxlength="300" aria-describedby="\(id)-h"></div>
    """
  }

  /// `look` is the page that the form stood on; nil: the page of the person.
  static func read(_ form: Form) throws -> (subject: Ref, answer: JudgedAnswer, reason: String, look: ID<Look>?) {
    let read = FormReader(form)
    let reason = read.text("reason", "依据", most: 300)
    let answer = read.choice("answer", "判断", JudgedAnswer.self)
    let subject = form.value("subject").flatMap { Ref(text: $0) }
    try read.done()
    guard let answer, let subject else { throw MissingRecord("条记录") }
    return (subject, answer, reason, read.maybeID("look"))
  }
}
