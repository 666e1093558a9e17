#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// Both must stand before the header: they turn on cchar_t and extended colour pairs.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// What Swift can't import: macros with casts, shared mutable variables, variadic functions.

static inline attr_t nc_attribute_bold(void) { return WA_BOLD; }
static inline attr_t nc_attribute_dim(void) { return WA_DIM; }
static inline attr_t nc_attribute_italic(void) { return WA_ITALIC; }
static inline attr_t nc_attribute_underline(void) { return WA_UNDERLINE; }
static inline attr_t nc_attribute_reverse(void) { return WA_REVERSE; }
static inline attr_t nc_attribute_blink(void) { return WA_BLINK; }

static inline WINDOW *nc_standard_window(void) { return stdscr; }
static inline WINDOW *nc_physical_window(void) { return curscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }
static inline int nc_lines(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }

/// How many wide characters one cell holds: a base and its zero-width marks.
static inline int nc_cell_capacity(void) { return CCHARW_MAX; }

/// Puts a base with its marks at a place, with an extended (32-bit) colour pair.
/// `text` ends with a zero and has at most `nc_cell_capacity()` characters.
static inline int nc_put_cell(
    WINDOW *window, int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
  return mvwadd_wch(window, row, column, &cell);
}

/// Columns of a character in the locale in use; -1 for what can't be printed.
static inline int nc_character_columns(unsigned int character) { return wcwidth((wchar_t)character); }

/// What a string capability holds, or null where it's absent or not of that type.
static inline const char *nc_string_capability(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? 0 : value;
}

// From <term.h>, whose macros (`lines`, `columns`) would take ordinary names away.
extern int setupterm(const char *name, int descriptor, int *result);

/// -1 where the terminal has no such number.
static inline int nc_number_capability(const char *name) {
  int value = tigetnum(name);
  return value < 0 ? -1 : value;
}

/// Direct colour is said with a flag, a number or a string, by entry.
static inline int nc_has_direct_color(void) {
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || nc_string_capability("RGB") != 0;
}

static inline int nc_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

static inline int nc_set_handler(
    int number, void (*handler)(int, siginfo_t *, void *), int flags, struct sigaction *previous) {
  struct sigaction action;
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | flags;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, previous);
}

static inline int nc_set_default(int number) {
  struct sigaction action;
  action.sa_handler = SIG_DFL;
  action.sa_flags = 0;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, 0);
}

/// Whether the process was started with this signal ignored, as `nohup` does.
static inline int nc_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, 0, &action) == 0 && !(action.sa_flags & SA_SIGINFO) &&
         action.sa_handler == SIG_IGN;
}

/// A counter that can be polled; neither reading nor writing blocks. -1 on failure.
static inline int nc_event_counter(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

/// A pipe whose ends don't block and aren't inherited by programs started. -1 on failure.
static inline int nc_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  for (int index = 0; index < 2; index++) {
    fcntl(ends[index], F_SETFL, O_NONBLOCK);
    fcntl(ends[index], F_SETFD, FD_CLOEXEC);
  }
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

/// Positive where the kernel raised the signal for a fault of this thread, else it was sent.
static inline int nc_signal_code(const siginfo_t *information) { return information->si_code; }

#endif
