import Kit
import Offices
import Web

enum PostListPages {
  static func list(_ model: PostList, today: CivilDate) -> Page {
    Page(
      "监测哨点",
      """
      \(head("监测哨点", meta: ["乡镇和村里看得到的，报给监督所；办到哪一步，哨点也看得到"], actions: actions(model)))\
      \(filters(model))<div class="under">\(model.posts.isEmpty ? nothing(model) : table(model, today))</div>
      """)
  }

  private static func actions(_ model: PostList) -> [HTML] {
    [
      button("覆盖情况", "/posts/coverage", plain: true), button("沉默提醒", "/posts/alarms", plain: true),
      button("巡查", "/patrols", plain: true), button("村居排摸", "/surveys", plain: true),
      button("规则", "/posts/rules", plain: true),
      button("评分", "/scores", plain: true), button("奖励", "/post-rewards", plain: true),
      button("培训", "/trainings", plain: true),
    ]
      + (model.mayWork ? [button("导入名册", "/posts/import", plain: true), button("登记哨点", "/posts/new")] : [])
  }

  private static func filters(_ model: PostList) -> HTML {
    """
    <form class="row" method="get" action="\(link: "/posts")">\
    <input class="w12" name="words" aria-label="名称或地址含" placeholder="名称或地址" value="\(model.listing.filter("words") ?? "")">\
    \(select("town", "全部乡镇", model.places.towns.map { ("\($0.number)", $0.name) }, model))\
    \(select("level", "全部级别", [("1", "一级哨点"), ("2", "二级哨点")], model))\
    \(select("kind", "全部种类", model.kinds.map { ($0.key, $0.title) }, model))\
    \(select("state", "全部状态", PostState.allCases.map { ($0.rawValue, $0.title) }, model))\
    \(select("lack", "挂牌、建档", [("plaque", "没有挂牌"), ("file", "没有建档")], model))\
    <button class="btn p">筛选</button>\
    \(if: model.listing.isFiltered, "<a href=\"\(link: "/posts")\">清除筛选</a>")\
    \(model.listing.filter("village").flatMap { Int64($0) }.flatMap { model.places.village($0) }.map { "<span class=\"tag\">只看：\($0)</span>" as HTML })</form>
    """
  }

  private static func select(_ name: String, _ all: String, _ choices: [(String, String)], _ model: PostList) -> HTML {
    let options = choices.map { value, words -> HTML in
      "<option value=\"\(value)\"\(if: model.listing.filter(name) == value, " selected")>\(words)</option>"
    }
    return
      "<select name=\"\(name)\" aria-label=\"\(all)\" class=\"w12\"><option value=\"\">\(all)</option>\(options)</select>"
  }

  private static func table(_ model: PostList, _ today: CivilDate) -> HTML {
    let columns = [
      Table.Column("名称", sort: "name"), Table.Column("地方", sort: "place"), Table.Column("种类与级别"),
      Table.Column("联系人"), Table.Column("状态"), Table.Column("最近报告"),
    ]
    let lines = model.posts.map { line($0, model, today) }
    return Table(model.listing.caption("哨点", unit: "个"), columns, lines, listing: model.listing).html
  }

  private static func line(_ post: PostRecord, _ model: PostList, _ today: CivilDate) -> Table.Line {
    let contact = model.contacts[post.id.value]
    let lacks = [post.plaque == nil ? "没有挂牌" : nil, post.file == nil ? "没有建档" : nil].compactMap { $0 }
    return Table.Line([
      "<a href=\"\(link: "/posts/\(post.id)")\">\(post.name)</a>",
      "\(model.places.name(post))<span class=\"s\">\(post.address)</span>",
      "\(model.kinds.first { $0.key == post.kind }?.title ?? "其他")<span class=\"s\">\(level(post.level))</span>",
      "\(contact?.name ?? "还没有")<span class=\"s\">\(contact?.telephone ?? "")</span>",
      "\(post.state.chip)\(if: !lacks.isEmpty, "<span class=\"s\">\(lacks.joined(separator: "、"))</span>")",
      "<span class=\"nw\">\(model.last[post.id.value].map { $0.date.chinese(today: today) } ?? "没有报过")</span>",
    ])
  }

  static func level(_ level: Int) -> String { level == 1 ? "一级哨点" : "二级哨点" }

  private static func nothing(_ model: PostList) -> HTML {
    if model.listing.isFiltered {
      return empty("没有符合条件的哨点", "换个条件再试，或<a href=\"\(link: "/posts")\">清除筛选</a>。")
    }
    guard model.mayWork else { return empty("还没有登记哨点", "监督所登记以后会列在这里。") }
    return empty("还没有登记哨点", "先登记乡镇卫生院，再登记村卫生室。<br>\(button("登记第一个", "/posts/new"))")
  }
}
