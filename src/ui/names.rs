//! The names of the attributes that the page's elements have.

/// Gives each attribute a name in Rust and its place in one table.
macro_rules! names {
    ($($name:ident $word:literal)*) => {
        /// An attribute, by its place in [`NAMES`].
        #[derive(Clone, Copy)]
        pub(super) enum Name {
            $($name),*
        }

        /// What the attributes are called in the page. Those of charts' marks come first: a chart may have a thousand
        /// marks, and an element holds a place for each name up to its last one.
        pub(super) static NAMES: &[&str] = &[$($word),*];
    };
}

names! {
    Class "class"
    Role "role"
    Tabindex "tabindex"
    AriaLabel "aria-label"
    AriaHidden "aria-hidden"
    DataFact "data-fact"
    DataEntry "data-entry"
    Cx "cx"
    Cy "cy"
    R "r"
    X "x"
    Y "y"
    Width "width"
    Height "height"
    D "d"
    TextAnchor "text-anchor"
    Scope "scope"
    DataFacts "data-facts"
    DataValue "data-value"
    DataTestid "data-testid"
    Title "title"
    Id "id"
    AriaPressed "aria-pressed"
    AriaDescribedby "aria-describedby"
    AriaCurrent "aria-current"
    AriaLabelledby "aria-labelledby"
    AriaLive "aria-live"
    DataCertainty "data-certainty"
    DataKind "data-kind"
    Disabled "disabled"
    Type "type"
    Multiple "multiple"
    Accept "accept"
    Placeholder "placeholder"
    Spellcheck "spellcheck"
    Autocomplete "autocomplete"
    Readonly "readonly"
    Value "value"
    Called "name"
    List "list"
    Selected "selected"
    Maxlength "maxlength"
    AriaInvalid "aria-invalid"
    Rx "rx"
    Fill "fill"
    Stroke "stroke"
    StrokeWidth "stroke-width"
    ViewBox "viewBox"
    Min "min"
    Max "max"
    Step "step"
    AriaSort "aria-sort"
    AriaValuetext "aria-valuetext"
    Colspan "colspan"
    Popover "popover"
    Popovertarget "popovertarget"
}
