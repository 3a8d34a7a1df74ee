//! Layer 4, the façade: from a text to its incidents.
//!
//! Extraction cannot fail. The worst text gives an empty list of incidents, and whatever is wrong
//! with a report stands beside its facts as a discrepancy.

use crate::document::Document;
use crate::incident::Incident;
use crate::mention;
use crate::reconcile::reconcile;
use crate::text::Tokens;

/// What the caller knows besides the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The file's name, which may carry a date and tells HTML from Markdown.
    pub file_name: Option<&'a str>,
}

/// Everything read from one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// The text's structure and what a reader sees of it.
    pub document: Document,
    /// The incidents, in document order.
    pub incidents: Vec<Incident>,
}

/// Reads `text`. Spans in the result are byte ranges of `text`.
#[must_use]
pub fn extract(text: &str, options: &Options) -> Extraction {
    let document = Document::parse(text, options.file_name);
    let tokens = Tokens::scan(document.visible());
    let mentions = mention::recognize(&tokens);
    let incidents = reconcile(&document, &tokens, &mentions, options.file_name);
    Extraction { document, incidents }
}
