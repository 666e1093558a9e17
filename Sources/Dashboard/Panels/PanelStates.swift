/// What a panel keeps, as one value of a type of its own.
package protocol PanelState: Sendable {
  init()
}

/// The states of the panels, each under its type.
///
/// A panel's folder gives its state a name: an extension of `DashboardState` with a property that reads and changes
/// `panelStates[ItsState.self]` in place.
///
/// Downcasts are unchecked: a box is found by the very type that it was made with.
package struct PanelStates: Sendable {
  private var boxes: [AnyBox] = []

  package subscript<State: PanelState>(_ type: State.Type) -> State {
    // Not `_read`: what Swift 6.3 takes of a large value that was yielded, it destroys in the value itself.
    get {
      guard let box = boxes.first(where: { $0.type == ObjectIdentifier(type) }) else { return State() }
      return unsafeDowncast(box, to: Box<State>.self).state
    }
    _modify {
      let place = place(of: type)
      if !isKnownUniquelyReferenced(&boxes[place]) { boxes[place] = boxes[place].copy() }
      yield &unsafeDowncast(boxes[place], to: Box<State>.self).state
    }
  }

  /// - Complexity: O(panels).
  private mutating func place<State: PanelState>(of type: State.Type) -> Int {
    if let place = boxes.firstIndex(where: { $0.type == ObjectIdentifier(type) }) { return place }
    boxes.append(Box(State()))
    return boxes.count - 1
  }

  /// A place for one state, shared between copies until one of them changes it. Sendable because all it has itself is a
  /// constant, and `Box` says why its own state is safe.
  private class AnyBox: @unchecked Sendable {
    let type: ObjectIdentifier
    init(_ type: ObjectIdentifier) { self.type = type }
    func copy() -> AnyBox { preconditionFailure("a box holds a state") }
  }

  /// Changed only where nobody else holds it, so it may be handed to other threads.
  private final class Box<State: PanelState>: AnyBox, @unchecked Sendable {
    var state: State

    init(_ state: State) {
      self.state = state
      super.init(ObjectIdentifier(State.self))
    }

    override func copy() -> AnyBox { Box(state) }
  }
}
