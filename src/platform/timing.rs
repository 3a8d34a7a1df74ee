//! How long a chart takes, for the browser's own tools: `performance.getEntriesByType("measure")` lists it.

use super::window;

/// Notes that the drawing of the chart `name` begins, or that it is rendered, which Yew tells of a long one after the browser
/// has painted it.
pub fn time_drawing(name: &str, begins: bool) {
    let Some(performance) = window().and_then(|window| window.performance()) else { return };
    if begins {
        let _ = performance.mark(name);
    } else if performance.measure_with_start_mark(name, name).is_ok() {
        performance.clear_marks_with_mark_name(name);
    }
}
