#include "CSimdjson.h"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace {

/// One bit a byte of 64: quotes, backslashes, and brackets that open or close.
struct Masks {
  uint64_t quotes, backslashes, opening, closing;
};

#ifdef __SSE2__

inline uint64_t equal(const __m128i chunks[4], __m128i wanted) {
  uint64_t mask = 0;
  for (int i = 3; i >= 0; i--) {
    mask = mask << 16 | uint16_t(_mm_movemask_epi8(_mm_cmpeq_epi8(chunks[i], wanted)));
  }
  return mask;
}

inline Masks masks(const uint8_t *bytes) {
  __m128i plain[4], folded[4];
  // '[' and '{', as well as ']' and '}', differ in this bit alone.
  const __m128i fold = _mm_set1_epi8(0x20);
  for (int i = 0; i < 4; i++) {
    plain[i] = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + 16 * i));
    folded[i] = _mm_or_si128(plain[i], fold);
  }
  return {
    equal(plain, _mm_set1_epi8('"')), equal(plain, _mm_set1_epi8('\\')), equal(folded, _mm_set1_epi8('{')),
    equal(folded, _mm_set1_epi8('}'))};
}

#else

inline Masks masks(const uint8_t *bytes) {
  Masks result{0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = uint64_t(1) << i;
    uint8_t folded = bytes[i] | 0x20;
    if (bytes[i] == '"') { result.quotes |= bit; }
    if (bytes[i] == '\\') { result.backslashes |= bit; }
    if (folded == '{') { result.opening |= bit; }
    if (folded == '}') { result.closing |= bit; }
  }
  return result;
}

#endif

#ifdef __SSE2__

inline uint64_t newlines(const uint8_t *bytes) {
  __m128i chunks[4];
  for (int i = 0; i < 4; i++) {
    chunks[i] = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + 16 * i));
  }
  return equal(chunks, _mm_set1_epi8('\n'));
}

#else

inline uint64_t newlines(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) {
    if (bytes[i] == '\n') { mask |= uint64_t(1) << i; }
  }
  return mask;
}

#endif

/// Bits of the bytes that a backslash before them escapes. Backslashes are rare, so each is looked at.
inline uint64_t escapes(uint64_t backslashes, uint64_t &carry) {
  uint64_t escaped = carry;
  backslashes &= ~carry;
  carry = 0;
  while (backslashes) {
    int place = __builtin_ctzll(backslashes);
    if (place == 63) {
      carry = 1;
      break;
    }
    uint64_t next = uint64_t(2) << place;
    escaped |= next;
    backslashes &= backslashes - 1;
    backslashes &= ~next;
  }
  return escaped;
}

/// Each bit becomes the parity of the bits up to and with it.
inline uint64_t parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) { bits ^= bits << shift; }
  return bits;
}

}  // namespace

extern "C" size_t csimdjson_walk_container(
  const uint8_t *bytes, size_t from, size_t count, csimdjson_container_walk *walk) {
  for (size_t index = from; index < count; index += 64) {
    Masks found = masks(bytes + index);
    size_t left = count - index;
    if (left < 64) {
      uint64_t valid = (uint64_t(1) << left) - 1;
      found.quotes &= valid;
      found.backslashes &= valid;
      found.opening &= valid;
      found.closing &= valid;
    }
    uint64_t carry = walk->escaped;
    uint64_t escaped = found.backslashes | carry ? escapes(found.backslashes, carry) : 0;
    if (left < 64) {
      carry = escaped >> left & 1;
    }
    walk->escaped = carry;
    uint64_t strings = parity(found.quotes & ~escaped) ^ walk->in_string;
    walk->in_string = left >= 64 ? uint64_t(int64_t(strings) >> 63)
                                 : uint64_t(0) - (strings >> (left - 1) & 1);
    uint64_t opening = found.opening & ~strings;
    uint64_t brackets = opening | (found.closing & ~strings);
    while (brackets) {
      int place = __builtin_ctzll(brackets);
      walk->depth += opening >> place & 1 ? 1 : -1;
      if (walk->depth == 0) { return index + place + 1; }
      brackets &= brackets - 1;
    }
  }
  return count;
}

extern "C" size_t csimdjson_find_newlines(
  const uint8_t *bytes, size_t from, size_t count, uint32_t *places, size_t capacity) {
  size_t found = 0;
  for (size_t index = from; index < count; index += 64) {
    uint64_t mask = newlines(bytes + index);
    if (count - index < 64) { mask &= (uint64_t(1) << (count - index)) - 1; }
    while (mask) {
      if (found == capacity) { return found; }
      places[found++] = uint32_t(index + __builtin_ctzll(mask));
      mask &= mask - 1;
    }
  }
  return found;
}
