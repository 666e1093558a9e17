/// The Overview: which of its lines is selected, and what is scrolled away.
public typealias OverviewState = ScrollState
