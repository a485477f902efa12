import Intake
import Kit
import Offices
import Web

/// The forms of patrols: an officer's two, and the telephone's.
enum PatrolFormPages {
  static func plan(_ places: PostPlaces, _ officers: [(String, String)], _ state: FormState) -> Page {
    Page(
      "布置巡查", crumbs: [("监测哨点", "/posts"), ("巡查", "/patrols")],
      """
      \(head("布置巡查", meta: ["那个地方的哨点在手机上看得到；没有哨点的，负责的人自己去看"]))<div class="stack">\(state.summary)\
      <form method="post" action="\(link: "/patrols/plan")" class="panel">\
      \(Field("place", "看哪里", state).select(places.choices))\(Field("wanted", "看什么", state).lines(rows: 3, most: 1000))\
      \(Field("owner", "谁负责", state).select(officers))\(Field("due", "哪天以前", state).date())\
      <p class="row"><button class="btn">布置</button><a href="\(link: "/patrols")">不布置了，返回</a></p></form></div>
      """)
  }

  static func officer(_ places: PostPlaces, _ book: SentinelBook, _ state: FormState) -> Page {
    Page(
      "登记巡查", crumbs: [("监测哨点", "/posts"), ("巡查", "/patrols")],
      """
      \(head("登记巡查", meta: ["发现情况的，同时登记成线索"]))<div class="stack">\(state.summary)\
      <form method="post" action="\(link: "/patrols/new")" enctype="multipart/form-data" class="panel">\
      \(hidden(state))\(Field("place", "哪里", state).select(places.choices))\(Field("on", "哪天看的", state).date())\
      \(rest(book, state))</form></div>
      """)
  }

  /// One screen; two buttons end it: nothing found, or found and reported.
  static func telephone(
    _ post: PostRecord, _ places: PostPlaces, _ plans: [PatrolRecord], _ book: SentinelBook, _ state: FormState,
    today: CivilDate
  ) -> Page {
    let here = places.choices.filter { places.chosen($0.0)?.town == post.town }
    let place: HTML =
      post.village == 0 && here.count > 1
      ? Field("place", "哪里", state).select(here) : "<input type=\"hidden\" name=\"place\" value=\"\(own(post))\">"
    let asked = plans.map { plan -> (value: String, words: String, hint: String?) in
      (plan.id.text, plan.wanted.clipped(to: 60), plan.due.map { "\($0.chinese(today: today))以前" })
    }
    return Page(
      "巡查一次", kind: .open,
      """
      <h1>巡查一次</h1>\(state.summary)\
      <form method="post" action="\(link: "/post/patrol")" enctype="multipart/form-data" class="panel under">\
      <input type="hidden" name="once" value="\(state.value("once"))">\
      \(if: !asked.isEmpty, Field("plan", "监督所布置的", state, hint: "看的就是这一次的，勾上", required: false).checks(asked))\
      \(place)\(rest(book, state))</form><p class="under"><a href="\(link: "/post")">不登记了，返回</a></p>
      """)
  }

  /// What a choice of a place says for a post: its village, else its town.
  static func own(_ post: PostRecord) -> String { "\(post.village == 0 ? post.town : post.village)" }

  private static func hidden(_ state: FormState) -> HTML {
    ["once", "plan"].map { name -> HTML in "<input type=\"hidden\" name=\"\(name)\" value=\"\(state.value(name))\">" }
      .reduce(.none) { $0 + $1 }
  }

  private static func rest(_ book: SentinelBook, _ state: FormState) -> HTML {
    let spots = book.patrol.spots.map { (value: $0, words: $0, hint: String?.none) }
    let again = state.problems.isEmpty ? "" : "照片没有保留下来，请重新选一次。"
    return """
      \(Field("spots", "看了哪里", state).checks(spots))\
      \(Field("where", "具体地点和情况", state, hint: "不写人的姓名").line(most: 200))\
      \(Field("files", "照片", state, hint: "\(again)每个不超过 20 MB，最多 5 个", required: false).files(multiple: true, accept: accept))\
      <p class="row"><button class="btn w" name="found" value="0">看过了，没有发现</button></p>\
      <details class="under"\(if: state.value("found") == "1", " open")><summary>发现了情况</summary>\
      \(Field("topic", "是哪一类", state, required: false).select(book.topics.map { ($0.key, $0.title) }))\
      \(Field("text", "看到什么", state, required: false).lines(rows: 3, most: 2000))\
      <button class="btn w" name="found" value="1">报告这个情况</button></details>
      """
  }

  private static let accept = "image/jpeg,image/png,image/gif,image/webp,application/pdf,video/mp4"
}
