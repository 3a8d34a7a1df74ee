//! Values as JavaScript objects, by calls of a few functions that stand in `static/embed/objects.js`.
//!
//! Every field is two calls without generics, which is less code than building objects from here, and numbers arrive
//! as they are, without being written and read again.

use std::fmt::{self, Display};

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "outage-lens-objects")]
extern "C" {
    /// Begins an object.
    fn object();
    /// Begins an array.
    fn array();
    /// Ends the object or array that was begun last.
    fn close();
    /// Names the next value.
    fn key(name: &str);
    fn string(value: &str);
    fn number(value: f64);
    fn boolean(value: bool);
    fn null();
    /// The whole value.
    fn take() -> JsValue;
}

/// `value` as plain objects, with `null` for what is missing.
///
/// # Errors
///
/// The shapes of this program are all taken; an error would be a fault of it.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let written = value.serialize(Objects);
    let value = take();
    written.map(|()| value).map_err(|Refused| JsValue::NULL)
}

/// Writes one value. What JavaScript has no counterpart for, and this program no use, is refused.
struct Objects;

/// A shape that is not written.
#[derive(Debug)]
struct Refused;

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not written")
    }
}

impl std::error::Error for Refused {}

impl serde::ser::Error for Refused {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Refused>;

/// Numbers of these types are exact in JavaScript.
macro_rules! numbers {
    ($($name:ident: $type:ty),*) => {$(
        fn $name(self, value: $type) -> Written {
            number(f64::from(value));
            Ok(())
        }
    )*};
}

impl Serializer for Objects {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Refused>;
    type SerializeTupleVariant = Impossible<(), Refused>;
    type SerializeMap = Impossible<(), Refused>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Refused>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_f32: f32, serialize_f64: f64
    }

    // OK because what is counted here, such as places in a text, is far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    fn serialize_i64(self, value: i64) -> Written {
        number(value as f64);
        Ok(())
    }

    // OK for the same reason.
    #[expect(clippy::cast_precision_loss)]
    fn serialize_u64(self, value: u64) -> Written {
        number(value as f64);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Written {
        boolean(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        string(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Refused)
    }

    fn serialize_none(self) -> Written {
        null();
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Refused)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Refused> {
        array();
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Refused> {
        array();
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), Refused>, Refused> {
        Err(Refused)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Refused>, Refused> {
        Err(Refused)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Impossible<(), Refused>, Refused> {
        Err(Refused)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Refused> {
        object();
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Refused>, Refused> {
        Err(Refused)
    }
}

impl SerializeSeq for Objects {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(Self)
    }

    fn end(self) -> Written {
        close();
        Ok(())
    }
}

impl SerializeTuple for Objects {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(Self)
    }

    fn end(self) -> Written {
        close();
        Ok(())
    }
}

impl SerializeStruct for Objects {
    type Ok = ();
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        key(name);
        value.serialize(Self)
    }

    fn end(self) -> Written {
        close();
        Ok(())
    }
}
