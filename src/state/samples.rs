//! The sample reports that come with the page.

/// A report written for the page, to try it with.
#[derive(Debug)]
pub struct Sample {
    /// Its name in the page's addresses and tests.
    pub name: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// What can be seen in it.
    pub teaser: &'static str,
    /// The report itself.
    pub text: &'static str,
}

macro_rules! sample {
    ($name:literal, $title:literal, $teaser:literal) => {
        Sample {
            name: $name,
            title: $title,
            teaser: $teaser,
            text: include_str!(concat!("../../static/samples/", $name, ".md")),
        }
    };
}

/// Every sample, in the order of the menu.
pub const SAMPLES: [Sample; 8] = [
    sample!("checkout-errors", "Checkout errors", "12-hour clock; the summary and the timeline disagree"),
    sample!("image-uploads", "Image uploads rejected", "A table of events"),
    sample!("overnight-login", "Locked out overnight", "Across midnight, no year, no zone"),
    sample!("payments-api", "Payment API timeouts", "Labelled fields; mitigated, then restored"),
    sample!("eastern-region-network", "Network errors in a region", "Prose of a cloud provider"),
    sample!("message-delivery", "Delayed messages", "Status page updates, newest first"),
    sample!("search-overload", "Search overload", "A long postmortem with outage markers"),
    sample!("slow-dashboards", "Slow dashboards", "A report that settles almost nothing"),
];
