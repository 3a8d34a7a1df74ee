//! A scene as an SVG file that stands for itself.

use std::fmt::Write as _;

use super::clean_text::clean_text;
use super::{FONT_SIZE_PX, Mark, Scene, Shape};

/// Paint for files that are looked at without the page's style sheet.
const STYLE: &str = include_str!("export.css");

impl Scene {
    /// The scene as a whole SVG document, in UTF-8, with its style sheet, title and description.
    ///
    /// Text is escaped and free of the control characters that XML forbids. The same scene gives
    /// the same bytes on every machine.
    #[must_use]
    pub fn to_svg(&self) -> String {
        let mut svg = String::new();
        let (width, height) = (self.width_px, self.height_px);
        let title = escape(&self.title);
        // OK because writing to a string cannot fail.
        let _ = writeln!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" \
             aria-label=\"{title}\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"{FONT_SIZE_PX}\">"
        );
        let _ = writeln!(svg, "<title>{title}</title>");
        let _ = writeln!(svg, "<desc>{}</desc>", escape(&self.description));
        let _ = writeln!(svg, "<style>\n{STYLE}</style>");
        let _ = writeln!(svg, "<rect class=\"chart-surface\" width=\"{width}\" height=\"{height}\"/>");
        for mark in &self.marks {
            let _ = writeln!(svg, "{}", element(mark));
        }
        svg.push_str("</svg>\n");
        svg
    }
}

fn element(mark: &Mark) -> String {
    let (name, attributes, text) = parts(&mark.shape);
    let class = mark.role.class_name();
    let title = mark.label.as_deref().map(|label| format!("<title>{}</title>", escape(label)));
    let content = title.unwrap_or_default() + &escape(text);
    if content.is_empty() {
        format!("<{name} class=\"{class}\" {attributes}/>")
    } else {
        format!("<{name} class=\"{class}\" {attributes}>{content}</{name}>")
    }
}

fn parts(shape: &Shape) -> (&'static str, String, &str) {
    match shape {
        Shape::Path { .. } => ("path", format!("d=\"{}\"", shape.path_data().unwrap_or_default()), ""),
        Shape::Rectangle { corner, width, height } => {
            let (x, y) = (corner.x, corner.y);
            let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
            ("rect", place, "")
        }
        Shape::Circle { center, radius } => {
            ("circle", format!("cx=\"{}\" cy=\"{}\" r=\"{radius}\"", center.x, center.y), "")
        }
        Shape::Text { baseline, anchor, text } => {
            let (x, y, anchor) = (baseline.x, baseline.y, anchor.as_str());
            ("text", format!("x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\""), text)
        }
    }
}

/// Text for element content and attribute values. Directional isolates, which charts set
/// themselves, are kept.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{2068}' | '\u{2069}' => escaped.push(c),
            other => escaped.push_str(&clean_text(other.encode_utf8(&mut [0; 4]))),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_control_characters_do_not_get_through() {
        assert_eq!(escape("<b a=\"1\">&\u{0}\u{1b}\u{FFFE}x"), "&lt;b a=&quot;1&quot;&gt;&amp;x");
    }
}
