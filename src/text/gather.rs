//! Lists of what an iterator gives.

/// What every iterator can do besides.
pub trait Gather: Iterator + Sized {
    /// All items as a list.
    ///
    /// It does what `collect` does for a list, with less code: `collect` writes the code of the iterator twice, once for
    /// the first item and once for the others. Where the length is known beforehand, `collect` is the faster one.
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        self.for_each(|item| list.push(item));
        list
    }
}

impl<I: Iterator> Gather for I {}
