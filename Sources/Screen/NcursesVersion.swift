import CNcurses

/// The version of the curses library in use, such as `ncurses 6.4.20221231`.
package var ncursesVersion: String { String(cString: curses_version()) }
