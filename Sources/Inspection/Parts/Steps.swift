package import Web

/// One step of a record: what may be done now, or why it may not.
package struct Step: Sendable {
  package let title: String
  package let why: String
  package let link: Link?

  /// Without a link the step is closed, and `why` says what is missing.
  package init(_ title: String, _ why: String, _ link: Link? = nil) {
    self.title = title
    self.why = why
    self.link = link
  }
}

/// The panel «下一步» of a record page: open steps with their buttons first, closed ones with the missing condition.
package func stepsPanel(_ steps: [Step], note: HTML = .none) -> HTML {
  let open = steps.filter { $0.link != nil }
  let closed = steps.filter { $0.link == nil }
  return """
    <section class="panel first"><h2>下一步</h2>\(if: !note.isEmpty, "<p class=\"note\">\(note)</p>")\
    \(if: !open.isEmpty, "<h3 class=\"under\">现在可以办</h3><ul class=\"steps under\">\(open.enumerated().map(openStep))</ul>")\
    \(if: !closed.isEmpty, "<h3 class=\"under\">暂不能办，原因</h3><ul class=\"steps under\">\(closed.map(closedStep))</ul>")\
    \(if: steps.isEmpty && note.isEmpty, "<p class=\"dim\">没有待办的步骤。</p>")</section>
    """
}

private func openStep(_ index: Int, _ step: Step) -> HTML {
  """
  <li><b>\(step.title)</b><p class="why">\(step.why)</p>\
  \(step.link.map { button(step.title, $0, plain: index > 0) })</li>
  """
}

private func closedStep(_ step: Step) -> HTML {
  "<li class=\"closed\"><span class=\"chip shut\"><b>\(step.title)</b></span><p class=\"why\">\(step.why)</p></li>"
}
