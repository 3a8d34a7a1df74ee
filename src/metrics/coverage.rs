//! Stretches of time that overlap, made into stretches that do not.

use super::ascending;
use crate::text::{Gather, float_key, sorted_by_key};

/// A stretch of time and how much it weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Where it begins, in minutes.
    pub from: f64,
    /// Where it ends, not before it begins.
    pub to: f64,
    /// From 0 to 1.
    pub weight: f64,
}

/// The stretches in which any of `stretches` lies, in order and apart from each other, each with the
/// largest weight of those that lie over it.
///
/// The heaviest stretch is painted first, the next one only where nothing lies yet: every piece
/// between two ends is painted once, so that the time is that of sorting them.
pub(super) fn without_overlap(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut cuts = ascending(stretches.iter().flat_map(|stretch| [stretch.from, stretch.to]));
    cuts.dedup();
    let place = |end: f64| cuts.partition_point(|cut| *cut < end);
    let mut pieces: Vec<Option<f64>> = vec![None; cuts.len()];
    let mut bare = NextBare((0..=cuts.len()).gather());
    for stretch in sorted_by_key(stretches, |stretch| !float_key(stretch.weight)) {
        let mut piece = bare.from(place(stretch.from));
        while piece < place(stretch.to) {
            pieces[piece] = Some(stretch.weight);
            bare.cover(piece);
            piece = bare.from(piece);
        }
    }
    let painted = cuts.windows(2).zip(pieces);
    painted
        .filter_map(|(ends, weight)| Some(Stretch { from: ends[0], to: ends[1], weight: weight? }))
        .gather()
}

/// For each piece the nearest one from it on that may be bare.
struct NextBare(Vec<usize>);

impl NextBare {
    fn cover(&mut self, piece: usize) {
        self.0[piece] = piece + 1;
    }

    /// The first bare piece from `piece` on. Shortens the way for those who come later.
    fn from(&mut self, mut piece: usize) -> usize {
        while self.0[piece] != piece {
            let next = self.0[piece];
            self.0[piece] = self.0[next];
            piece = next;
        }
        piece
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: f64, to: f64, weight: f64) -> Stretch {
        Stretch { from, to, weight }
    }

    #[test]
    fn where_stretches_overlap_the_heaviest_counts() {
        let apart =
            without_overlap(vec![stretch(0.0, 10.0, 0.3), stretch(5.0, 20.0, 1.0), stretch(8.0, 25.0, 0.5)]);
        assert_eq!(
            apart,
            [
                stretch(0.0, 5.0, 0.3),
                stretch(5.0, 8.0, 1.0),
                stretch(8.0, 10.0, 1.0),
                stretch(10.0, 20.0, 1.0),
                stretch(20.0, 25.0, 0.5),
            ]
        );
    }

    #[test]
    fn gaps_stay_gaps_and_no_length_stays_none() {
        let apart =
            without_overlap(vec![stretch(5.0, 6.0, 1.0), stretch(0.0, 1.0, 1.0), stretch(3.0, 3.0, 1.0)]);
        assert_eq!(apart, [stretch(0.0, 1.0, 1.0), stretch(5.0, 6.0, 1.0)]);
        assert_eq!(without_overlap(Vec::new()), []);
    }

    #[test]
    fn it_agrees_with_asking_every_minute() {
        // Ends and weights from a generator of remainders, the same on every run.
        let stretches: Vec<Stretch> = (1..200_u32)
            .map(|n| {
                let from = f64::from(n * 7919 % 499);
                stretch(from, from + f64::from(n * 104_729 % 23), f64::from(n * 31 % 11) / 10.0)
            })
            .collect();
        let heaviest = |minute: f64| {
            let over = stretches.iter().filter(|s| s.from <= minute && minute < s.to);
            over.map(|s| s.weight).fold(0.0, f64::max)
        };
        let expected: f64 = (0..600).map(f64::from).map(heaviest).sum();
        let apart = without_overlap(stretches.clone());
        let found: f64 = apart.iter().map(|s| (s.to - s.from) * s.weight).sum();
        assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
        assert!(apart.windows(2).all(|pair| pair[0].to <= pair[1].from));
    }
}
