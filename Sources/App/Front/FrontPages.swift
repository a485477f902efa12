import Kit
import Web

enum FrontPages {
  static func front(place: String, signedIn: Bool) -> Page {
    Page(
      "查机构、报问题", kind: .open,
      """
      <p class="note warn"><b>有人病情危急，先打 120。</b>本站不能代替急救。</p>\
      <section class="block"><h1>这家诊所正规吗？</h1>\
      <form action="\(link: "/lookup")" class="go under" role="search">\
      <label class="vh" for="k">机构名称、地址或许可证号</label>\
      <input id="k" name="q" type="search" placeholder="机构名称、地址或许可证号"><button class="btn">查询</button></form>\
      <p class="small dim under">查不到的，可能没有许可证，可以报给我们查。</p></section>\
      <section class="block"><h2 class="h1">报问题</h2>\
      <p class="dim">不用注册，两分钟填完。不留姓名也受理，凭查询码看结果。</p>\
      <p class="under">\(button("我要举报", "/report"))</p></section>\
      <section class="block"><h2 class="h1">查进度</h2>\
      <form action="\(link: "/progress")" method="post" class="go under"><label class="vh" for="code">查询码</label>\
      <input id="code" name="code" autocomplete="off" placeholder="12 位查询码"><button class="btn">查看</button></form></section>\
      <section class="block"><h2 class="h1">我是当事人</h2>\
      <p class="dim">收到卫生健康部门文书的，凭文书上的码看案件、陈述申辩、要求听证；也可以<a href="\(link: "/paper")">核对文书是不是真的</a>，看<a href="\(link: "/blacklist")">黑名单怎样列、怎样移出</a>。</p>\
      <p class="under">\(button("看我的案件", "/party", plain: true))</p></section>\
      <section class="block"><h2 class="h1">典型案例</h2>\
      <p class="under"><a href="\(link: "/typical")">看看别处是怎么违法、怎么处罚的</a></p></section>\
      <section class="block"><h2 class="h1">示范监测点</h2>\
      <p class="under"><a href="\(link: "/model-posts/public")">身边有哪些示范监测点</a></p></section>\
      <section class="block"><h2 class="h1">工作人员</h2>\
      <p class="under">\(button(signedIn ? "进入今日" : "登录", signedIn ? "/today" : "/sign-in", plain: true)) \(button("哨点登录", "/sign-in/post", plain: true))</p></section>
      """)
  }
}
