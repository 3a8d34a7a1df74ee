//! How a mark's role travels through `plotters`, which knows only colors.
//!
//! The backend never paints, so the three bytes of a color are free to carry what a mark is: the
//! first is the role, as its place in [`Role::ALL`], the other two are the number of its [`Note`]
//! (0 for none). Style sheets give the paint.

use plotters::style::{Color, ShapeStyle};
use plotters_backend::BackendColor;

use super::{MarkKey, Role};

/// What a mark says and stands for.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub label: String,
    pub key: Option<MarkKey>,
}

/// A role and the number of a note, dressed as a color.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub role: Role,
    pub note: u16,
}

impl Ink {
    /// Reads a color that [`Ink::to_backend_color`] made.
    pub fn of(color: BackendColor) -> Self {
        let (role, high, low) = color.rgb;
        // OK because a color that no ink made is drawn as grid, the quietest of all.
        let role = Role::ALL.get(usize::from(role)).copied().unwrap_or(Role::Grid);
        Self { role, note: u16::from_be_bytes([high, low]) }
    }

    /// The style of a shape that this ink fills.
    pub fn style(self) -> ShapeStyle {
        ShapeStyle::from(self).filled()
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        let place = Role::ALL.iter().position(|role| *role == self.role).unwrap_or(0);
        let [high, low] = self.note.to_be_bytes();
        // OK because there are far fewer than 256 roles.
        let role = u8::try_from(place).unwrap_or(0);
        BackendColor { alpha: 1.0, rgb: (role, high, low) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_and_note_survives_being_a_color() {
        for role in Role::ALL {
            for note in [0, 1, 255, 256, u16::MAX] {
                let back = Ink::of(Ink { role, note }.to_backend_color());
                assert_eq!((back.role, back.note), (role, note));
            }
        }
    }
}
