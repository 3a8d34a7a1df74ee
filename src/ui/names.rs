//! The names of the attributes that the page's elements have.

/// Gives each attribute a name in Rust and its place in one table.
macro_rules! names {
    ($($name:ident $word:literal)*) => {
        /// An attribute, by its place in [`NAMES`].
        #[derive(Clone, Copy)]
        pub(super) enum Name {
            $($name),*
        }

        /// What the attributes are called in the page, those that most elements have first.
        pub(super) static NAMES: &[&str] = &[$($word),*];
    };
}

names! {
    Class "class"
    Role "role"
    Scope "scope"
    DataFact "data-fact"
    DataFacts "data-facts"
    DataEntry "data-entry"
    DataValue "data-value"
    DataTestid "data-testid"
    Tabindex "tabindex"
    Title "title"
    Id "id"
    AriaLabel "aria-label"
    AriaHidden "aria-hidden"
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
    X "x"
    Y "y"
    Width "width"
    Height "height"
    Rx "rx"
    Cx "cx"
    Cy "cy"
    R "r"
    D "d"
    Fill "fill"
    Stroke "stroke"
    StrokeWidth "stroke-width"
    TextAnchor "text-anchor"
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
