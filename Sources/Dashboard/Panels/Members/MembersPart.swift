import Loyalty

/// What the mouse finds in the panel.
enum MembersPart: Hashable, Sendable {
  /// A row of the table, by its position in the list.
  case row(Int)
  /// A column's header.
  case column(MemberColumn)
}

extension Target {
  package static func memberRow(_ position: Int) -> Target {
    .part(PanelPart(MembersPart.row(position)))
  }
  package static func memberColumn(_ column: MemberColumn) -> Target {
    .part(PanelPart(MembersPart.column(column)))
  }
}
