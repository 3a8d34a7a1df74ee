// Builds the values that the engine hands over, call by call: see src/embed/objects.rs.

/** The objects and arrays that are not closed yet, the innermost last. */
const open = [];
let name;
let whole;

function put(value) {
  const parent = open.at(-1);
  if (parent === undefined) whole = value;
  else if (Array.isArray(parent)) parent.push(value);
  else parent[name] = value;
}

function begin(value) {
  put(value);
  open.push(value);
}

export const object = () => begin({});
export const array = () => begin([]);
export const close = () => void open.pop();
export const key = (next) => void (name = next);
export const string = put;
export const number = put;
export const boolean = put;
const null_ = () => put(null);
export { null_ as null };

/** The whole value, of which nothing stays here; after a failure in the middle of one the next begins anew. */
export function take() {
  open.length = 0;
  const value = whole;
  whole = undefined;
  return value;
}
