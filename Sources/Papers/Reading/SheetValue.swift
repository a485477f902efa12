package import Kit

/// A row of a sheet: only cells that hold something, in the order of the columns.
package struct SheetRow: Sendable, Hashable {
  /// As the spreadsheet numbers it.
  package let number: Int
  package let cells: [SheetCell]

  package init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }
}

package struct SheetCell: Sendable, Hashable {
  /// Counts from 1.
  package let column: Int
  package let value: SheetValue
  /// The value stands in another cell, with which this one is merged.
  package let isRepeated: Bool

  package init(column: Int, value: SheetValue, isRepeated: Bool = false) {
    self.column = column
    self.value = value
    self.isRepeated = isRepeated
  }
}

/// What a cell holds.
package enum SheetValue: Sendable, Hashable {
  case text(String)
  /// As a person would write it: `12`, `0.5`; from 16 digits on in powers of ten, for the sheet has lost the rest.
  case number(String)
  case date(CivilDate)
  case truth(Bool)
  case fault(SheetFault)

  /// What stands in the cell, as text.
  package var words: String {
    switch self {
    case .text(let text), .number(let text): text
    case .date(let date): date.iso
    case .truth(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .fault(let fault): fault.shown
    }
  }
}

/// A cell whose value cannot be known.
package enum SheetFault: Sendable, Hashable {
  /// `#N/A`, `#REF!`.
  case error(String)
  /// A formula that no spreadsheet has worked out yet.
  case formulaWithoutValue
  /// A day that does not exist, such as the 29th of February 1900 of the old calendar.
  case noDay(String)

  package var shown: String {
    switch self {
    case .error(let name): name
    case .formulaWithoutValue: "（公式）"
    case .noDay(let number): number
    }
  }

  /// Without a full stop, as reasons of bad cells are.
  package var reason: String {
    switch self {
    case .error(let name): "公式算出来是错误值 \(name.clipped(to: 20))，请改好公式或直接填值"
    case .formulaWithoutValue: "公式还没有算出值，请在 Excel 或 WPS 里打开、保存一次，或直接填值"
    case .noDay: "是日期格式，但这个数不是日期，请重新填"
    }
  }
}
