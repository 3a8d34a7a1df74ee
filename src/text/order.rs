//! Sorting by one kind of key.
//!
//! Every instance of a generic sort is some kilobytes of wasm, so that one instance, over numbers,
//! serves the whole page.

/// Indices of `keys` in ascending order of the keys, equal ones in their own order.
#[must_use]
pub fn ascending(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    let mut pairs: Vec<(u64, usize)> = keys.enumerate().map(|(index, key)| (key, index)).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, index)| index).collect()
}

/// A key that orders numbers as [`f64::total_cmp`] does.
#[must_use]
pub fn float_key(value: f64) -> u64 {
    let bits = value.to_bits();
    let sign = 1 << 63;
    if bits & sign == 0 { bits | sign } else { !bits }
}

/// `items` in ascending order of their keys, equal ones in their own order.
#[must_use]
pub fn sorted_by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let order = ascending(items.iter().map(key));
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| slots[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let words = vec![(2, "c"), (1, "a"), (2, "d"), (1, "b")];
        let sorted = sorted_by_key(words, |(key, _)| *key);
        assert_eq!(sorted, [(1, "a"), (1, "b"), (2, "c"), (2, "d")]);
    }

    #[test]
    fn floats_order_as_the_standard_library_orders_them() {
        let values = [f64::NEG_INFINITY, -1.5, -0.0, 0.0, 1e-300, 2.0, f64::INFINITY];
        for pair in values.windows(2) {
            assert!(float_key(pair[0]) < float_key(pair[1]), "{pair:?}");
        }
    }
}
