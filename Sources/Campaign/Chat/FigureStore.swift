internal import Kit
internal import Storage

/// The SQL of the figures that were told in the papers of the office.
enum FigureStore {
  static func keep(_ figures: [KeptFigure], of briefing: ID<Briefing>, _ tx: Transaction) throws {
    try tx.insert(
      into: "campaign_figure (briefing, county, position, title, number, unit)",
      rows: figures.enumerated().map { place, figure in
        [
          briefing.sqlValue, tx.county.sqlValue, .int(Int64(place + 1)), .text(figure.title), .text(figure.number),
          .text(figure.unit),
        ]
      })
  }

  /// As told by one paper, in its order.
  static func figures(of briefing: ID<Briefing>, _ reader: Reader) throws -> [KeptFigure] {
    try reader.query(
      "SELECT title, number, unit FROM campaign_figure WHERE briefing = \(briefing) ORDER BY position"
    ) { KeptFigure(title: try $0.text(0), number: try $0.text(1), unit: try $0.text(2)) }
  }

  /// Those of the last paper that went out and still holds; with `before`, of the last one issued before that moment. Nil where none
  /// told any.
  static func last(
    of campaign: ID<CampaignRecord>, before moment: Instant? = nil, _ reader: Reader
  ) throws -> KeptFigures? {
    let earlier: SQL = moment.map { " AND b.issued_at < \($0)" } ?? ""
    let paper = try reader.first(
      """
      SELECT b.id, b.document_number, b.made FROM campaign_briefing b WHERE b.campaign = \(campaign)
        AND b.issued_at IS NOT NULL\(sql: earlier)
        AND EXISTS (SELECT 1 FROM campaign_figure f WHERE f.briefing = b.id)
        AND NOT EXISTS (SELECT 1 FROM campaign_briefing_void v WHERE v.briefing = b.id)
      ORDER BY b.issued_at DESC, b.id DESC LIMIT 1
      """
    ) { (try $0.id(0, Briefing.self), try $0.maybeText(1) ?? "", try $0.instant(2).date) }
    return try paper.map { id, number, day in
      KeptFigures(number: number, on: day, figures: try figures(of: id, reader))
    }
  }
}
