#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable after the end of every buffer handed to a parser.
#define CSIMDJSON_PADDING 64

/// Containers may be nested this deep; one more is `CSIMDJSON_TOO_DEEP`.
#define CSIMDJSON_MAXIMUM_DEPTH 1024

/// What became of a batch or a document. The numbers are this target's own and don't follow the library's.
enum csimdjson_status {
  CSIMDJSON_OK = 0,
  /// The batch holds no further document, or the span holds none at all.
  CSIMDJSON_NO_DOCUMENT = 1,
  CSIMDJSON_OUT_OF_MEMORY = 2,
  /// Longer than the 4 GiB that the library can index.
  CSIMDJSON_TOO_LONG = 3,
  CSIMDJSON_TOO_DEEP = 4,
  CSIMDJSON_INVALID_UTF8 = 5,
  /// A control character stands unescaped in a string.
  CSIMDJSON_CONTROL_CHARACTER = 6,
  CSIMDJSON_UNCLOSED_STRING = 7,
  /// A bad escape in a string, a lone surrogate included.
  CSIMDJSON_INVALID_STRING = 8,
  CSIMDJSON_INVALID_LITERAL = 9,
  /// Not a JSON number, or one that neither 64 bits nor a finite double hold.
  CSIMDJSON_INVALID_NUMBER = 10,
  /// Values, commas, colons or brackets out of order.
  CSIMDJSON_INVALID_STRUCTURE = 11,
  /// Nothing of the above.
  CSIMDJSON_UNKNOWN = 12,
};

/// One parser: buffers for an index, a tape and strings, reused. Not for two threads at once.
typedef struct csimdjson_parser csimdjson_parser;

/// One parsed document. Its pointers hold until the parser parses the next one.
typedef struct {
  /// Words as simdjson's tape format has them; word 0 is the root.
  const uint64_t *tape;
  /// Unescaped strings, each a 32-bit length, its bytes and a NUL.
  const uint8_t *strings;
  /// Offset of the document's first byte in the buffer.
  size_t start;
  /// Offset of its last structural byte: the closing bracket of a container, the first byte of a scalar.
  size_t last;
  /// Offset of the byte that begins whatever follows, or the length of the buffer.
  size_t next;
} csimdjson_document;

/// The version of the simdjson library in use, as "3.0.1".
const char *csimdjson_version(void);

/// NULL when memory is short.
csimdjson_parser *csimdjson_parser_create(void);
void csimdjson_parser_destroy(csimdjson_parser *parser);

/// Indexes a batch of documents separated by white space; `csimdjson_next_document` then yields them one by one.
/// The bytes must stay until the last of them was taken. An unclosed document at the end is left out silently.
int csimdjson_begin_batch(csimdjson_parser *parser, const uint8_t *bytes, size_t count);

/// The next document of the batch. After any answer but `CSIMDJSON_OK` the batch is at its end.
int csimdjson_next_document(csimdjson_parser *parser, csimdjson_document *document);

/// The index of a batch: offsets of brackets, colons, commas and first bytes of scalars outside of strings, ascending.
///
/// They hold until the parser is used for something else. Strings and numbers are not checked yet; that the bytes are
/// UTF-8 and that no string holds a control character is.
const uint32_t *csimdjson_batch_index(csimdjson_parser *parser, size_t *count);

/// Parses exactly one document. Anything but white space after it is an error.
int csimdjson_parse(
  csimdjson_parser *parser, const uint8_t *bytes, size_t count, csimdjson_document *document);

/// The yardstick of the benchmarks: `parse_many` over a padded buffer in batches of `batch` bytes, on one thread,
/// making each tape and looking at none.
///
/// Returns how many documents there were; `*status` is the first error or `CSIMDJSON_OK`.
size_t csimdjson_count_documents(const uint8_t *bytes, size_t count, size_t batch, int *status);

/// Finds newlines in `bytes[from..<count]` and writes their places, up to `capacity` of them.
///
/// Returns how many were written; fewer than `capacity` when there are no more. `bytes + count` needs the padding.
size_t csimdjson_find_newlines(
  const uint8_t *bytes, size_t from, size_t count, uint32_t *places, size_t capacity);

/// Asks the processor to bring the cache line at `address` near, to be read soon.
static inline void csimdjson_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

/// Where a walk through a container stands; all zero at its opening bracket.
typedef struct {
  /// Brackets open.
  int64_t depth;
  /// All ones within a string, else zero.
  uint64_t in_string;
  /// 1 when the byte before was a backslash that escapes the next one.
  uint64_t escaped;
} csimdjson_container_walk;

/// Walks from an opening bracket to its end, minding strings; brackets are counted, not matched by kind.
///
/// Returns the index behind the closing bracket, or `count` when the container goes on: call again with what follows.
/// `bytes + count` needs the padding.
size_t csimdjson_walk_container(
  const uint8_t *bytes, size_t from, size_t count, csimdjson_container_walk *walk);

#ifdef __cplusplus
}
#endif

#endif
