internal import Kit
package import Offices
package import Web

/// The two selects of a form. People without a certificate are not offered; the page says so.
package func teamFields(_ people: [Person], _ state: FormState) -> HTML {
  let choices = people.filter { $0.certificate?.isEmpty == false }.map { ($0.id.text, $0.label) }
  return """
    \(Field("first", "主办人员", state, hint: "只列出登记了执法证的人").select(choices))\
    \(Field("second", "协办人员", state, hint: "与主办人员不能是同一个人").select(choices))
    """
}
