import Kit
import Web

/// Reads and fills the officers' form of the party's particulars.
enum ParticularsForm {
  /// The particulars, and the day on which the address for service was confirmed.
  static func read(_ form: Form) throws -> (Particulars, CivilDate?) {
    let read = FormReader(form)
    var new = Particulars()
    new.number = (read.maybeText("number", "证件号", most: 40) ?? "").uppercased()
    new.address = read.maybeText("home", "住址、住所") ?? ""
    new.phone = read.maybeText("tel", "电话", most: 30) ?? ""
    new.representative = read.maybeText("representative", "法定代表人、负责人", most: 60) ?? ""
    new.post = read.maybeText("post", "职务", most: 60) ?? ""
    let day = read.maybeDate("confirmed-on", "确认日期")
    new.service = service(read, form)
    try read.done()
    return (new, day)
  }

  /// Nil where nothing of it was filled in; else all of it is needed.
  private static func service(_ read: FormReader, _ form: Form) -> ServiceAddress? {
    guard ["address", "receiver", "phone", "electronic"].contains(where: { form.value($0) != nil }) else { return nil }
    let how = read.choice("confirmed-by", "怎样确认的", ConfirmedBy.self) ?? .paper
    return ServiceAddress(
      address: read.text("address", "送达地址"), receiver: read.text("receiver", "收件人", most: 60),
      phone: read.text("phone", "收件人电话", most: 30), electronic: read.maybeText("electronic", "电子送达", most: 100) ?? "",
      confirmedBy: how)
  }

  static func state(_ known: Particulars, _ days: PartyDays?) -> FormState {
    .filled([
      ("number", known.number), ("home", known.address), ("tel", known.phone), ("representative", known.representative),
      ("post", known.post), ("address", known.service?.address), ("receiver", known.service?.receiver),
      ("phone", known.service?.phone), ("electronic", known.service?.electronic),
      ("confirmed-by", known.service?.confirmedBy.rawValue), ("confirmed-on", days?.address?.iso),
    ])
  }
}
