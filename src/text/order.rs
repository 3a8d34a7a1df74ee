//! Sorting by one kind of key.
//!
//! Every instance of a generic sort is some kilobytes of wasm, so that one instance, over numbers,
//! serves the whole page.

/// A key that orders numbers as [`f64::total_cmp`] does.
#[must_use]
pub fn float_key(value: f64) -> u64 {
    let bits = value.to_bits();
    let sign = 1 << 63;
    if bits & sign == 0 { bits | sign } else { !bits }
}

/// `items` in ascending order of their keys, equal ones in their own order.
#[must_use]
pub fn sorted_by_key<T>(mut items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    sort(&mut Keyed { items: &mut items, key });
    items
}

/// What is sorted, by place, so that no loop stands in the code for each kind of item.
trait Places {
    fn count(&self) -> usize;
    fn key_at(&self, place: usize) -> u64;
    fn swap(&mut self, place: usize, other: usize);
}

struct Keyed<'i, T, K> {
    items: &'i mut [T],
    key: K,
}

impl<T, K: Fn(&T) -> u64> Places for Keyed<'_, T, K> {
    fn count(&self) -> usize {
        self.items.len()
    }

    fn key_at(&self, place: usize) -> u64 {
        (self.key)(&self.items[place]) // OK because only places below the count are asked for.
    }

    fn swap(&mut self, place: usize, other: usize) {
        self.items.swap(place, other);
    }
}

/// How many bytes of words count for their order: titles that begin alike this far are equal.
const ORDERED_BYTES: usize = 64;

/// `items` in the order of their words' bytes, equal ones in their own order. Only the first 64 bytes count.
#[must_use]
pub fn sorted_by_words<T>(items: Vec<T>, words: impl Fn(&T) -> &str) -> Vec<T> {
    const CHUNK: usize = size_of::<u64>();
    // The last bytes first: later rounds keep what earlier ones settled among equals.
    (0..ORDERED_BYTES / CHUNK).rev().fold(items, |items, round| {
        sorted_by_key(items, |item| {
            let bytes = words(item).as_bytes().iter().skip(round * CHUNK).chain(&[0; CHUNK]).take(CHUNK);
            bytes.fold(0, |key, byte| key << 8 | u64::from(*byte))
        })
    })
}

/// Brings what stands at the places into ascending order, by swaps.
fn sort(places: &mut dyn Places) {
    let mut order: Vec<(u64, usize)> = (0..places.count()).map(|at| (places.key_at(at), at)).collect();
    order.sort_unstable();
    // Where each item is by now, and which item each place has.
    let mut place_of: Vec<usize> = (0..order.len()).collect();
    let mut item_at = place_of.clone();
    for (place, (_, item)) in order.into_iter().enumerate() {
        let (other, displaced) = (place_of[item], item_at[place]);
        item_at[other] = displaced;
        place_of[displaced] = other;
        places.swap(place, other);
    }
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
    fn every_order_of_a_few_is_sorted() {
        for number in 0..5_u64.pow(5) {
            let items: Vec<(u64, usize)> =
                (0..5).map(|at| (number / 5_u64.pow(at) % 5, at as usize)).collect();
            let mut expected = items.clone();
            expected.sort_unstable();
            assert_eq!(sorted_by_key(items, |(key, _)| *key), expected);
        }
    }

    #[test]
    fn words_order_by_their_bytes() {
        let words = ["", "a", "ab", "abcdefgh", "abcdefgha", "abcdefghb", "b", "z", "ä", "東京"];
        let mut mixed: Vec<&str> = words.iter().rev().copied().collect();
        mixed.rotate_left(4);
        assert_eq!(sorted_by_words(mixed, |word| word), words);
    }

    #[test]
    fn floats_order_as_the_standard_library_orders_them() {
        let values = [f64::NEG_INFINITY, -1.5, -0.0, 0.0, 1e-300, 2.0, f64::INFINITY];
        for pair in values.windows(2) {
            assert!(float_key(pair[0]) < float_key(pair[1]), "{pair:?}");
        }
    }
}
