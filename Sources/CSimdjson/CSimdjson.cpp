#include "CSimdjson.h"

#include <simdjson.h>

#include <new>

static_assert(CSIMDJSON_PADDING >= simdjson::SIMDJSON_PADDING, "the header promises too little padding");

struct csimdjson_parser {
  simdjson::dom::parser parser;
  size_t capacity = 0;
  size_t count = 0;

  csimdjson_parser() { parser.threaded = false; }

  /// Grows the index, the tape and the strings so that `wanted` bytes fit.
  simdjson::error_code reserve(size_t wanted) noexcept {
    if (wanted <= capacity && parser.implementation) { return simdjson::SUCCESS; }
    if (wanted > simdjson::SIMDJSON_MAXSIZE_BYTES) { return simdjson::CAPACITY; }
    size_t rounded = wanted < 65536 ? 65536 : wanted;
    auto error = parser.allocate(rounded, CSIMDJSON_MAXIMUM_DEPTH);
    if (!error) { error = parser.doc.allocate(rounded); }
    capacity = error ? 0 : rounded;
    return error;
  }
};

static int status(simdjson::error_code error) noexcept {
  switch (error) {
  case simdjson::SUCCESS: return CSIMDJSON_OK;
  case simdjson::EMPTY: return CSIMDJSON_NO_DOCUMENT;
  case simdjson::MEMALLOC: return CSIMDJSON_OUT_OF_MEMORY;
  case simdjson::CAPACITY: return CSIMDJSON_TOO_LONG;
  case simdjson::DEPTH_ERROR: return CSIMDJSON_TOO_DEEP;
  case simdjson::UTF8_ERROR: return CSIMDJSON_INVALID_UTF8;
  case simdjson::UNESCAPED_CHARS: return CSIMDJSON_CONTROL_CHARACTER;
  case simdjson::UNCLOSED_STRING: return CSIMDJSON_UNCLOSED_STRING;
  case simdjson::STRING_ERROR: return CSIMDJSON_INVALID_STRING;
  case simdjson::T_ATOM_ERROR:
  case simdjson::F_ATOM_ERROR:
  case simdjson::N_ATOM_ERROR: return CSIMDJSON_INVALID_LITERAL;
  case simdjson::NUMBER_ERROR:
  case simdjson::NUMBER_OUT_OF_RANGE: return CSIMDJSON_INVALID_NUMBER;
  case simdjson::TAPE_ERROR:
  case simdjson::TRAILING_CONTENT:
  case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return CSIMDJSON_INVALID_STRUCTURE;
  default: return CSIMDJSON_UNKNOWN;
  }
}

extern "C" const char *csimdjson_version(void) { return SIMDJSON_STRINGIFY(SIMDJSON_VERSION); }

extern "C" csimdjson_parser *csimdjson_parser_create(void) {
  try {
    return new csimdjson_parser();
  } catch (...) {
    return nullptr;
  }
}

extern "C" void csimdjson_parser_destroy(csimdjson_parser *parser) { delete parser; }

extern "C" int csimdjson_begin_batch(csimdjson_parser *parser, const uint8_t *bytes, size_t count) {
  auto error = parser->reserve(count);
  if (error) { return status(error); }
  parser->count = count;
  return status(
    parser->parser.implementation->stage1(bytes, count, simdjson::stage1_mode::streaming_final));
}

extern "C" int csimdjson_next_document(csimdjson_parser *parser, csimdjson_document *document) {
  auto &inner = *parser->parser.implementation;
  if (inner.next_structural_index >= inner.n_structural_indexes) { return CSIMDJSON_NO_DOCUMENT; }
  document->start = inner.structural_indexes[inner.next_structural_index];
  auto error = inner.stage2_next(parser->parser.doc);
  if (error) { return status(error); }
  document->tape = parser->parser.doc.tape.get();
  document->strings = parser->parser.doc.string_buf.get();
  document->last = inner.structural_indexes[inner.next_structural_index - 1];
  document->next = inner.next_structural_index < inner.n_structural_indexes
    ? inner.structural_indexes[inner.next_structural_index] : parser->count;
  return CSIMDJSON_OK;
}

extern "C" const uint32_t *csimdjson_batch_index(csimdjson_parser *parser, size_t *count) {
  auto &inner = *parser->parser.implementation;
  *count = inner.n_structural_indexes;
  return inner.structural_indexes.get();
}

extern "C" int csimdjson_parse(
  csimdjson_parser *parser, const uint8_t *bytes, size_t count, csimdjson_document *document) {
  auto error = parser->reserve(count);
  if (error) { return status(error); }
  auto &inner = *parser->parser.implementation;
  error = inner.parse(bytes, count, parser->parser.doc);
  if (error) { return status(error); }
  document->tape = parser->parser.doc.tape.get();
  document->strings = parser->parser.doc.string_buf.get();
  document->start = inner.structural_indexes[0];
  document->last = inner.structural_indexes[inner.n_structural_indexes - 1];
  document->next = count;
  return CSIMDJSON_OK;
}

extern "C" size_t csimdjson_count_documents(
  const uint8_t *bytes, size_t count, size_t batch, int *outcome) {
  simdjson::dom::parser parser;
  parser.threaded = false;
  simdjson::dom::document_stream stream;
  size_t documents = 0;
  auto error = parser.parse_many(bytes, count, batch).get(stream);
  if (!error) {
    for (auto document : stream) {
      error = document.error();
      if (error) { break; }
      documents++;
    }
  }
  *outcome = status(error);
  return documents;
}
