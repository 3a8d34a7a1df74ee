// The wasm as text: deflated, then base64. Brotli and gzip hardly find it larger than the wasm itself.

/** The bytes of a packed text. */
export function unpacked(text) {
  const packed = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}
