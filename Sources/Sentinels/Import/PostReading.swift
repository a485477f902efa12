import Kit
import Offices
import Registers
import Storage
import Web

/// What rows are read against.
struct PostGround: Sendable {
  let county: County
  let kinds: [PostKind]
  let places: PostPlaces
  let officers: [Person]
  let posts: [String: PostRecord]
  let contacts: [Int64: ContactRecord]

  init(_ room: Sentinels, _ county: County, _ reader: Reader) throws {
    self.county = county
    kinds = room.book.kinds
    places = try PostPlaces([county], reader)
    officers = try Offices.people(in: county, holding: .postWork, roles: room.roles, reader)
    let all = try PostStore.standing(in: county, reader)
    posts = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    contacts = try PostStore.current(of: all.map(\.id.value), reader)
  }
}

/// One row on its way to a post.
struct PostReading {
  let row: TableRow
  let places: [PostField: Int]
  let columns: [PostColumn]
  private(set) var faults: [PostFault] = []

  init(row: TableRow, places: [PostField: Int], columns: [PostColumn]) {
    (self.row, self.places, self.columns) = (row, places, columns)
  }

  mutating func refuse(_ field: PostField, _ reason: String) {
    let title = columns.first { $0.field == field }?.title ?? field.rawValue
    let fault = PostFault(line: row.line, column: title, shown: (cell(field) ?? "").clipped(to: 40), reason: reason)
    if !faults.contains(fault) { faults.append(fault) }
  }

  private func cell(_ field: PostField) -> String? {
    guard let place = places[field], row.cells.indices.contains(place) else { return nil }
    let text = row.cells[place].trimmed
    return text.isEmpty ? nil : text
  }

  /// Nil where the cell is empty or cannot stand.
  mutating func text(_ field: PostField, most: Int) -> String? {
    if let place = places[field], let fault = row.faults[place] { refuse(field, fault) }
    guard let text = cell(field) else { return nil }
    if text.scalarCount > most { refuse(field, "有 \(text.scalarCount) 个字，最多 \(most) 个字") }
    if text.unicodeScalars.contains(where: { $0.value < 32 }) { refuse(field, "里面有看不见的控制字符，请重新输入") }
    return text
  }

  private mutating func needed(_ field: PostField, most: Int) -> String? {
    guard let text = text(field, most: most) else {
      refuse(field, "还没有填")
      return nil
    }
    return text
  }

  private mutating func day(_ field: PostField, today: CivilDate) -> CivilDate? {
    guard let text = text(field, most: 40) else { return nil }
    guard let day = CivilDate(typed: text) else {
      refuse(field, "不是日期，写成 2026-01-31 这样")
      return nil
    }
    if day > today { refuse(field, "日期不能晚于今天") }
    return day
  }

  /// Empty cells leave what the register has.
  mutating func post(_ ground: PostGround, _ reader: Reader) throws -> PostRow? {
    let (name, kindTitle) = (needed(.name, most: 60), needed(.kind, most: 60))
    let known = name.flatMap { ground.posts[$0] }
    if let name, known == nil, try PostStore.isKnown(name, but: nil, in: ground.county, reader) {
      refuse(.name, "有一个撤销了的哨点叫这个名称，换一个名称")
    }
    let kind = kindTitle.flatMap { title in ground.kinds.first { $0.title == title } }
    if kindTitle != nil, kind == nil { refuse(.kind, "没有这一种，可以写：\(ground.kinds.map(\.title).joined(separator: "、"))") }
    let place = place(kind, ground)
    let officer = officer(ground)
    let address = text(.address, most: 200) ?? known?.address ?? ""
    let plaque = day(.plaque, today: reader.today) ?? known?.plaque
    let file = day(.file, today: reader.today) ?? known?.file
    let contact = contact(known.flatMap { ground.contacts[$0.id.value] })
    guard let name, let kind, let place, let officer else { return nil }
    let values = PostValues(
      name: name, kind: kind, town: place.town, village: place.village, address: address,
      institution: known?.institution, supervisor: officer.id, plaque: plaque, file: file)
    return PostRow(
      line: row.line, post: known?.id, values: values, contact: contact?.new,
      changes: changes(values, known, ground) + (contact?.change ?? []))
  }

  private mutating func place(_ kind: PostKind?, _ ground: PostGround) -> (town: Int64, village: Int64)? {
    let (townName, villageName) = (needed(.town, most: 60), text(.village, most: 60))
    guard let townName else { return nil }
    guard let town = ground.places.towns.first(where: { $0.name == townName }) else {
      refuse(.town, "行政区划里没有这个乡镇（街道）")
      return nil
    }
    guard let kind, kind.isOfVillage else {
      if kind != nil, villageName != nil { refuse(.village, "这一种设在乡镇（街道），村（社区）要空着") }
      return (town.number, 0)
    }
    guard let villageName else {
      refuse(.village, "“\(kind.title)”要写村（社区）")
      return nil
    }
    guard let village = ground.places.villages.first(where: { $0.parent == town.number && $0.name == villageName })
    else {
      refuse(.village, "行政区划里\(townName)没有这个村（社区）")
      return nil
    }
    return (town.number, village.number)
  }

  private mutating func officer(_ ground: PostGround) -> Person? {
    guard let name = needed(.supervisor, most: 40) else { return nil }
    let found = ground.officers.filter { $0.name == name }
    guard found.count == 1 else {
      refuse(.supervisor, found.isEmpty ? "本县管哨点的人员里没有这个人" : "本县有 \(found.count) 个同名的人，请导入以后再改")
      return nil
    }
    return found.first
  }

  /// Nil where nobody is named or nothing changes.
  private mutating func contact(_ known: ContactRecord?) -> (new: (name: String, telephone: String), change: [Change])?
  {
    let (name, telephone) = (text(.contact, most: 40), text(.telephone, most: 30))
    guard name != nil || telephone != nil else { return nil }
    guard let name else {
      refuse(.contact, "写了电话，没有写联系人")
      return nil
    }
    guard let telephone = telephone ?? (known?.name == name ? known?.telephone : nil) else {
      refuse(.telephone, "写了联系人，没有写电话")
      return nil
    }
    guard known?.name != name || known?.telephone != telephone else { return nil }
    let words = (known.map { "\($0.name) \($0.telephone)" }, "\(name) \(telephone)")
    return ((name, telephone), [Change("联系人", words.0, words.1)])
  }

  private func changes(_ new: PostValues, _ old: PostRecord?, _ ground: PostGround) -> [Change] {
    guard let old else { return [] }
    func place(_ town: Int64, _ village: Int64) -> String {
      ground.places.town(town) + (ground.places.village(village) ?? "")
    }
    func officer(_ id: ID<Account>) -> String { ground.officers.first { $0.id == id }?.name ?? "—" }
    return [
      Change("种类", ground.kinds.first { $0.key == old.kind }?.title, new.kind.title),
      Change("地方", place(old.town, old.village), place(new.town, new.village)),
      Change("地址", old.address, new.address), Change("监督联系人", officer(old.supervisor), officer(new.supervisor)),
      Change("挂牌", old.plaque?.iso, new.plaque?.iso), Change("建档", old.file?.iso, new.file?.iso),
    ].filter { $0.before != $0.after }
  }
}
