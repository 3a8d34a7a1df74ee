//! Layer 8: the page's components. They show what [`crate::state`] computes and tell it what happened.
//!
//! Two habits keep the page light. Elements are built by calls (see `element`), not by `html!`. And
//! components are structs, only where something has to outlive a drawing or a drawing is worth saving:
//! each hook of a component that is a function is compiled once more for its types.

mod app;
mod compare;
mod correction_form;
mod deleted_view;
mod dialog;
mod discrepancies;
mod element;
mod fact_cell;
mod facts_card;
mod figure;
mod figure_menu;
mod incident_heading;
mod incident_view;
mod keys_dialog;
mod list_item;
mod list_tools;
mod listing;
mod names;
mod note_form;
mod notice_bar;
mod paste_panel;
mod pieces;
mod privacy_dialog;
mod proof_strip;
mod range;
mod report_list;
mod report_panel;
mod report_view;
mod samples_menu;
mod scene_view;
mod share_dialog;
mod storage_banner;
mod store;
mod text_field;
mod timeline_chart;
mod timeline_table;
mod told;
mod top_bar;
mod welcome;

use crate::platform;

/// Draws the page into the element `app`, and hands any failure to the panel of `static/boot.js`.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|info| platform::show_failure(&info.to_string())));
    if let Some(root) = platform::element_by_id("app") {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
