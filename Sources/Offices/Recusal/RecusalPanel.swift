import Kit
import Storage
import Web

/// «I keep away from this», on the page of an institution or a site.
enum RecusalPanel {
  static func make(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard viewer.may(Permission("visit.work")) || viewer.may(Permission("case.work")) else { return .none }
    if viewer.recusals.contains(ref) {
      return section("回避", "<p>你已声明回避，可以看，不能办。撤回到<a href=\"\(link: "/me")\">我的账号</a>。</p>")
    }
    return section(
      "回避",
      """
      <details><summary>和当事人有利害关系，我要回避</summary>\
      <form method="post" action="\(link: "/me/recusals")" class="under"><input type="hidden" name="record" value="\(ref.description)">\
      \(Field("interest", "回避的理由", .empty, hint: "例如：负责人是我的近亲属").lines(rows: 2, most: 300))\
      <button class="btn p">声明回避</button></form></details>
      """)
  }
}
