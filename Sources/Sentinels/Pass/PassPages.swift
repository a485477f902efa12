import Intake
import Kit
import Web

/// Pages around the code that ties a telephone to a post.
enum PassPages {
  /// Once, to the officer who asked for it: link, QR code and short code on one slip that can be printed.
  static func slip(_ post: PostRecord, _ contact: ContactRecord, _ code: QueryCode, link: String, days: Int) -> Page {
    Page(
      "登录码", crumbs: [("监测哨点", "/posts"), (post.name, "/posts/\(post.id)")],
      """
      \(head("给\(contact.name)的登录码", meta: ["监测哨点“\(post.name)”", "\(days) 天内有效，只能用一次"]))\
      <p class="note warn noprint">这张纸条只显示这一次。当面给、打印、拍照、发短信都可以，不要发到群里。没有交出去就丢了的，再要一个，旧的随即作废。</p>\
      <div class="panel under"><p class="dim">用手机扫这个码，或者打开下面的链接</p>\
      <p class="under">\(qrCode(link, label: "登录链接"))</p><p class="small wrap under">\(link)</p>\
      <p class="dim under">打不开链接的，打开本站，点“哨点登录”，输入</p>\
      <p class="h1"><b><output class="code">\(code.text)</output></b></p></div>\
      <p class="row block noprint">\(button("回到哨点", "/posts/\(post.id)"))</p>
      """)
  }

  /// On the telephone. With a code in the address a touch is still needed, so that a program which looks at links does
  /// not use the code up.
  static func form(_ state: FormState) -> Page {
    Page(
      "哨点登录", kind: .open,
      """
      <h1>哨点登录</h1><p class="dim">监督所给的登录码有 12 位，只能用一次。连上以后，这部手机一直可以用，不用密码。</p>\
      \(state.problems.map { "<p class=\"note bad under\">\($0.sentence)\($0.next ?? "")</p>" as HTML })\
      <form method="post" action="\(link: "/sign-in/post")" class="panel under">\
      \(Field("code", "登录码", state, hint: "大小写、空格、横线都不要紧").line(most: 40))\
      <button class="btn w">连上这部手机</button></form>\
      <p class="dim small under">借来的手机、公用的电脑不要连。手机丢了，马上告诉监督所停用。</p>
      """)
  }
}
