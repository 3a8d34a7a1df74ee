//! What marks are drawn with, and how it travels through `plotters`, which knows only colors.

use plotters::style::Color;
use plotters_backend::BackendColor;

use super::{MarkKey, Role};

/// What a mark is, says and stands for. Style sheets give the paint.
#[derive(Clone, Debug)]
pub(super) struct Ink {
    pub role: Role,
    pub label: Option<String>,
    pub key: Option<MarkKey>,
}

/// The ink of scaffolding, which says nothing.
pub(super) const fn plain(role: Role) -> Ink {
    Ink { role, label: None, key: None }
}

/// The ink of a mark that says `label` and stands for `key`.
pub(super) const fn noted(role: Role, label: String, key: MarkKey) -> Ink {
    Ink { role, label: Some(label), key: Some(key) }
}

/// A role dressed as a color. The backend never paints, so the first byte of a color is free to carry
/// what a mark is, as its place in [`Role::ALL`].
#[derive(Clone, Copy)]
pub(super) struct RoleColor(pub Role);

impl RoleColor {
    /// The role that a color carries.
    pub fn read(color: BackendColor) -> Role {
        // OK because a color that carries no role is drawn as grid, the quietest of all.
        Role::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Role::Grid)
    }
}

impl Color for RoleColor {
    fn to_backend_color(&self) -> BackendColor {
        let place = Role::ALL.iter().position(|role| *role == self.0).unwrap_or(0);
        // OK because there are far fewer than 256 roles.
        let role = u8::try_from(place).unwrap_or(0);
        BackendColor { alpha: 1.0, rgb: (role, 0, 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_survives_being_a_color() {
        for role in Role::ALL {
            assert_eq!(RoleColor::read(RoleColor(role).to_backend_color()), role);
        }
    }
}
