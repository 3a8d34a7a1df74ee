// The little of a wasm's binary format that scripts here read and write.

/** Every section: its number, where it begins, and where what it holds begins and ends. */
export function* sections(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    yield { id: bytes[at], at, start, end: start + size };
    at = start + size;
  }
}

/** A section as it is written. */
export const section = (id, content) => Buffer.concat([Buffer.of(id), written(content.length), content]);

/** The number in LEB128 at a place, and where it ends. */
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** A number as LEB128. */
export function written(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

/** The words at a place, behind their length, and where they end. */
export function text(bytes, at) {
  const [length, start] = number(bytes, at);
  return { words: bytes.toString("utf8", start, start + length), end: start + length };
}

/** Words behind their length. */
export const writtenText = (words) => Buffer.concat([written(Buffer.byteLength(words)), Buffer.from(words)]);
