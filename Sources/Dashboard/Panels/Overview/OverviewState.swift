/// The Overview: which of its lines is selected, and what is scrolled away.
package typealias OverviewState = ScrollState
