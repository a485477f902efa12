package import Kit
package import Storage

/// What happened to a record, from the ledger: oldest first, each entry a plain sentence.
package func historySection(_ entries: [LedgerEntry], today: CivilDate) -> HTML {
  guard !entries.isEmpty else { return .none }
  return section(
    "经过",
    timeline(
      entries.map { entry in
        (
          time: entry.at.chinese(today: today), words: "\(entry.actor.title)\(entry.sentence)。",
          note: entry.reason.map { "理由：\($0)" }
        )
      }))
}

/// The files of a record, with size and the first places of the hash.
package func attachmentList(_ files: [Attachment]) -> HTML {
  guard !files.isEmpty else { return .none }
  let items = files.map { file -> HTML in
    """
    <li class="row"><a href="\(link: "/files/\(file.id)")">\(file.name)</a>\
    <span class="small dim">\(sizeText(file.size))，校验值 \(file.sha256.prefix(8))…</span></li>
    """
  }
  return "<ul class=\"stack\">\(items)</ul>"
}

private func sizeText(_ bytes: Int64) -> String {
  bytes < 1 << 20 ? "\(max(bytes >> 10, 1)) KB" : "\(bytes >> 20) MB"
}
