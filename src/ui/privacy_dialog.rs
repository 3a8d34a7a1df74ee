//! How to check that nothing leaves the page.

use super::element::{Element, element, group, words};

/// Three ways to check: what to do, how, and for the last one a piece of code and what follows from it.
const WAYS: [(&str, &str, &str, &str); 3] = [
    ("Go offline. ", "Switch the network off and paste a report: everything works as before.", "", ""),
    (
        "Watch the network. ",
        "Open the developer tools (F12), tab Network, and paste. No request appears.",
        "",
        "",
    ),
    (
        "Read the policy. ",
        "In the page's source the content security policy allows only the page's own files, and once \
         the page has started it adds ",
        "connect-src 'none'",
        ": from then on the browser itself refuses every connection that a script could open.",
    ),
];

/// What stays, where, and how to be rid of it.
const KEPT: &str = "Reports are kept in this browser, in a database of this page alone (IndexedDB), until you delete \
                    them. To erase everything, choose “Delete all”, then “Recently deleted” and “Delete all for \
                    good”, or clear the browser’s data of this site.";

/// Three ways to check.
pub(super) fn privacy_dialog() -> Element {
    let mut ways = element("ul");
    for (name, how, code, effect) in WAYS {
        let way = element("li").with(words("b", "", name)).text(how);
        let way = if code.is_empty() { way } else { way.with(words("code", "", code)).text(effect) };
        ways = ways.with(way);
    }
    let claim = "Reports are read by a program that runs in this tab. Do not take our word for it:";
    group().with(words("p", "", claim)).with(ways).with(words("p", "", KEPT))
}
