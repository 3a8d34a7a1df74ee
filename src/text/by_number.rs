//! Things by their numbers.

use super::sorted_by_key;

/// At most one thing a number, in ascending order of the numbers.
///
/// A sorted list in the place of the standard library's map, each instance of which is some kilobytes of wasm. Numbers
/// mostly come in ascending order, and then adding one costs nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct ByNumber<T>(Vec<(u64, T)>);

impl<T> Default for ByNumber<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByNumber<T> {
    /// The things of `list`; of several with one number the last.
    #[must_use]
    pub fn of(things: Vec<(u64, T)>) -> Self {
        let mut kept: Vec<(u64, T)> = Vec::with_capacity(things.len());
        for (number, thing) in sorted_by_key(things, |(number, _)| *number) {
            match kept.last_mut() {
                Some(last) if last.0 == number => last.1 = thing,
                _ => kept.push((number, thing)),
            }
        }
        Self(kept)
    }

    /// The thing of that number.
    #[must_use]
    pub fn get(&self, number: u64) -> Option<&T> {
        self.place(number).ok().map(|place| &self.0[place].1) // OK because the place was just found.
    }

    /// Puts a thing in the place of what has that number.
    pub fn insert(&mut self, number: u64, thing: T) {
        match self.place(number) {
            Ok(place) => self.0[place].1 = thing, // OK because the place was just found.
            Err(place) => self.0.insert(place, (number, thing)),
        }
    }

    /// The thing of that number, which is a default one where there is none yet.
    pub fn entry(&mut self, number: u64) -> &mut T
    where
        T: Default,
    {
        let place = self.place(number).unwrap_or_else(|place| {
            self.0.insert(place, (number, T::default()));
            place
        });
        &mut self.0[place].1 // OK because it was there or was just put there.
    }

    /// Takes the thing of that number out.
    pub fn remove(&mut self, number: u64) -> Option<T> {
        self.place(number).ok().map(|place| self.0.remove(place).1)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every number with its thing.
    #[must_use]
    pub fn list(&self) -> &[(u64, T)] {
        &self.0
    }

    /// Every number with its thing, to keep.
    #[must_use]
    pub fn into_list(self) -> Vec<(u64, T)> {
        self.0
    }

    fn place(&self, number: u64) -> Result<usize, usize> {
        match self.0.last() {
            Some(last) if last.0 < number => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&number, |(number, _)| *number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ByNumber;

    #[test]
    fn the_last_of_a_number_is_kept_and_all_are_in_order() {
        let mut things = ByNumber::of(vec![(7, 'a'), (2, 'b'), (7, 'c')]);
        assert_eq!(things.list(), [(2, 'b'), (7, 'c')]);
        things.insert(9, 'd');
        things.insert(5, 'e');
        things.insert(2, 'f');
        assert_eq!((things.get(2), things.get(3)), (Some(&'f'), None));
        assert_eq!((things.remove(7), things.remove(7)), (Some('c'), None));
        *things.entry(5) = 'g';
        assert_eq!(*things.entry(3), char::default());
        assert_eq!(things.into_list(), [(2, 'f'), (3, '\0'), (5, 'g'), (9, 'd')]);
        assert!(ByNumber::<u8>::default().is_empty());
    }
}
