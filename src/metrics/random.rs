//! Chance that can be repeated.
//!
//! `SplitMix64` (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): ten lines
//! instead of a crate, one addition and two multiplications of 64 bits a draw, which wasm has as
//! instructions, and it passes the test batteries that resampling and permuting need. It is no
//! generator for secrets.

/// The seed where nobody chose one. Any number would do; it is shown beside every figure that chance made.
pub const DEFAULT_SEED: u32 = 1;

/// Numbers that look like chance and follow from a seed alone.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The numbers of `seed`.
    #[must_use]
    pub const fn seeded(seed: u32) -> Self {
        Self(seed as u64)
    }

    /// A whole number from 0 to `end`, without `end` itself; 0 where `end` is 0.
    ///
    /// `end` must be at most 2^32. No number is more than `end` / 2^32 likelier than another, which no figure
    /// over incidents can show.
    pub fn below(&mut self, end: usize) -> usize {
        // The product of two numbers of 32 bits fits, and its upper half lies below `end`.
        let drawn = (self.next() >> 32).wrapping_mul(end as u64) >> 32;
        usize::try_from(drawn).unwrap_or(0)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        // The first five that Vigna's splitmix64.c gives for the seed 1234567.
        let mut random = Random::seeded(1_234_567);
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!([(); 5].map(|()| random.next()), expected);
    }

    #[test]
    fn every_number_below_the_end_comes_about_as_often() {
        let mut random = Random::seeded(DEFAULT_SEED);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[random.below(7)] += 1;
        }
        // Five standard deviations of a count of 10,000.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 465), "{counts:?}");
        assert_eq!(random.below(0), 0);
        assert_eq!(random.below(1), 0);
    }
}
