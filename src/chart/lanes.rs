//! Dots in lanes, so that every one of them is seen.

/// Puts each stretch `(from, to)` of pixels into the lane nearest to the middle in which it stands
/// at least `gap` away from the others. Lanes are numbered 0, 1, -1, 2, -2, ...; past `most` lanes
/// stretches share the lane that frees first.
///
/// The stretches come in ascending order of their start. The same stretches give the same lanes.
pub(super) fn assign_lanes(stretches: &[(i32, i32)], gap: i32, most: usize) -> Vec<i32> {
    let mut ends: Vec<i32> = Vec::new();
    let mut lanes = Vec::with_capacity(stretches.len());
    for &(from, to) in stretches {
        let free = ends.iter().position(|&end| end.saturating_add(gap) <= from);
        let lane = free.unwrap_or_else(|| {
            if ends.len() < most.max(1) {
                ends.push(i32::MIN);
                ends.len() - 1
            } else {
                freed_first(&ends)
            }
        });
        // OK because the lane is one that exists.
        ends[lane] = ends[lane].max(to);
        lanes.push(around_middle(lane));
    }
    lanes
}

fn freed_first(ends: &[i32]) -> usize {
    ends.iter().enumerate().min_by_key(|&(_, end)| end).map_or(0, |(lane, _)| lane)
}

fn around_middle(lane: usize) -> i32 {
    let distance = i32::try_from(lane.div_ceil(2)).unwrap_or(0);
    if lane % 2 == 1 { distance } else { -distance }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_that_would_touch_take_turns_around_the_middle() {
        let dots = [(0, 8), (2, 10), (4, 12), (9, 17), (40, 48)];
        assert_eq!(assign_lanes(&dots, 1, 9), [0, 1, -1, 0, 0]);
    }

    #[test]
    fn past_the_last_lane_dots_share() {
        let dots = [(0, 8), (0, 8), (0, 8)];
        assert_eq!(assign_lanes(&dots, 1, 2), [0, 1, 0]);
    }
}
