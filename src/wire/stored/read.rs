//! Records field by field from JSON.
//!
//! By hand, because what serde derives for a record is heavy in the page. Fields that are not known are passed over;
//! `null` is the same as none.

use super::{
    StoredCorrection, StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredIncident, StoredMoment,
    StoredReport, StoredValue, StoredZone,
};
use crate::text::Gather;
use crate::wire::json::{Field, Value};

/// What is wrong with a record: "`added_ms` is missing".
type Fault = String;

/// What a field holds.
struct Kind<T> {
    read: fn(Value) -> Option<T>,
    words: &'static str,
}

const TEXT: Kind<String> = Kind { read: |node| node.text().map(str::to_owned), words: "a text" };
const NUMBER: Kind<f64> = Kind { read: |node| node.number(), words: "a number" };
const TRUTH: Kind<bool> = Kind { read: |node| node.truth(), words: "true or false" };

// OK because the range is that of the type.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
const COUNT: Kind<u32> = Kind {
    read: |node| whole(node, 0.0, f64::from(u32::MAX)).map(|number| number as u32),
    words: "a whole number from 0 on",
};

// OK because the range is that of the type.
#[expect(clippy::cast_possible_truncation)]
const MINUTES_EAST: Kind<i32> = Kind {
    read: |node| whole(node, f64::from(i32::MIN), f64::from(i32::MAX)).map(|number| number as i32),
    words: "a whole number of minutes",
};

fn whole(node: Value, from: f64, to: f64) -> Option<f64> {
    node.number().filter(|number| number.fract().abs() <= 0.0 && (from..=to).contains(number))
}

impl<'j> Field<'j> {
    fn optional<T>(self, kind: &Kind<T>) -> Result<Option<T>, Fault> {
        let Some(value) = self.value else { return Ok(None) };
        (kind.read)(value).map(Some).ok_or_else(|| self.must_be(kind.words))
    }

    fn required<T>(self, kind: &Kind<T>) -> Result<T, Fault> {
        self.optional(kind)?.ok_or_else(|| self.missing())
    }

    /// Whether it is true; one that is missing is not.
    fn is_true(self) -> Result<bool, Fault> {
        Ok(self.optional(&TRUTH)?.unwrap_or_default())
    }

    fn part<T>(self, read: fn(Value) -> Result<T, Fault>) -> Result<Option<T>, Fault> {
        match self.value {
            None => Ok(None),
            Some(value) if value.is_object() => read(value).map(Some),
            Some(_) => Err(self.must_be("an object")),
        }
    }

    fn items(self) -> Result<Option<impl Iterator<Item = Value<'j>>>, Fault> {
        let Some(value) = self.value else { return Ok(None) };
        value.items().map(Some).ok_or_else(|| self.must_be("a list"))
    }

    /// The items of a list; one that is missing is empty.
    fn list<T>(self, read: fn(Value) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
        // Counted first, because mostly there is one, of a large kind.
        let mut all = Vec::with_capacity(self.items()?.map_or(0, Iterator::count));
        for item in self.items()?.into_iter().flatten() {
            all.push(read(item)?);
        }
        Ok(all)
    }

    fn must_be(self, words: &str) -> Fault {
        ["`", self.name, "` must be ", words].concat()
    }

    fn missing(self) -> Fault {
        ["`", self.name, "` is missing"].concat()
    }
}

/// The report of a record of the newest version.
pub(super) fn report(node: Value) -> Result<StoredReport, Fault> {
    let [version, id, added_ms, changed_ms, deleted_ms, source, file_name, reader, opening, incidents] = node
        .named([
            "version", "id", "added_ms", "changed_ms", "deleted_ms", "source", "file_name", "reader",
            "opening", "incidents",
        ]);
    if incidents.value.is_none() {
        return Err(incidents.missing());
    }
    Ok(StoredReport {
        version: version.required(&COUNT)?,
        id: id.required(&NUMBER)?,
        added_ms: added_ms.required(&NUMBER)?,
        changed_ms: changed_ms.required(&NUMBER)?,
        deleted_ms: deleted_ms.optional(&NUMBER)?,
        source: source.required(&TEXT)?,
        file_name: file_name.optional(&TEXT)?,
        reader: reader.required(&TEXT)?,
        opening: opening.optional(&TEXT)?,
        incidents: incidents.list(incident)?,
    })
}

fn incident(node: Value) -> Result<StoredIncident, Fault> {
    let [facts, name, tags, corrections] = node.named(["facts", "name", "tags", "corrections"]);
    let tag = |tag: Value| tag.text().map(str::to_owned).ok_or_else(|| "`tags` must be texts".to_owned());
    Ok(StoredIncident {
        facts: facts.part(self::facts)?.ok_or_else(|| facts.missing())?,
        name: name.optional(&TEXT)?,
        tags: tags.list(tag)?,
        corrections: corrections.list(correction)?,
    })
}

fn facts(node: Value) -> Result<StoredFacts, Fault> {
    let [
        title,
        severity,
        service,
        zone,
        start,
        detected,
        acknowledged,
        mitigated,
        end,
        duration,
        stated_duration,
        impact,
        entries,
        events,
        discrepancies,
    ] = node.named([
        "title", "severity", "service", "zone", "start", "detected", "acknowledged", "mitigated", "end",
        "duration", "stated_duration", "impact", "entries", "events", "discrepancies",
    ]);
    Ok(StoredFacts {
        title: title.optional(&TEXT)?,
        severity: severity.optional(&TEXT)?,
        service: service.optional(&TEXT)?,
        zone: zone.part(self::zone)?,
        start: start.part(moment)?,
        detected: detected.part(moment)?,
        acknowledged: acknowledged.part(moment)?,
        mitigated: mitigated.part(moment)?,
        end: end.part(moment)?,
        duration: duration.part(self::duration)?,
        stated_duration: stated_duration.part(self::duration)?,
        impact: impact.part(self::impact)?,
        entries: entries.list(entry)?,
        events: events.optional(&COUNT)?.unwrap_or_default(),
        discrepancies: discrepancies.optional(&COUNT)?.unwrap_or_default(),
    })
}

fn zone(node: Value) -> Result<StoredZone, Fault> {
    let [name, offset_minutes] = node.named(["name", "offset_minutes"]);
    Ok(StoredZone { name: name.required(&TEXT)?, offset_minutes: offset_minutes.optional(&MINUTES_EAST)? })
}

fn moment(node: Value) -> Result<StoredMoment, Fault> {
    let [at, offset_minutes, certainty, approximate, from_entry] =
        node.named(["at", "offset_minutes", "certainty", "approximate", "from_entry"]);
    Ok(StoredMoment {
        at: at.required(&TEXT)?,
        offset_minutes: offset_minutes.optional(&MINUTES_EAST)?,
        certainty: certainty.required(&TEXT)?,
        approximate: approximate.is_true()?,
        from_entry: from_entry.is_true()?,
    })
}

fn duration(node: Value) -> Result<StoredDuration, Fault> {
    let [minutes, low, high, approximate, basis, certainty] =
        node.named(["minutes", "low", "high", "approximate", "basis", "certainty"]);
    Ok(StoredDuration {
        minutes: minutes.optional(&NUMBER)?,
        low: low.optional(&NUMBER)?,
        high: high.optional(&NUMBER)?,
        approximate: approximate.is_true()?,
        basis: basis.required(&TEXT)?,
        certainty: certainty.required(&TEXT)?,
    })
}

fn impact(node: Value) -> Result<StoredImpact, Fault> {
    let [percent, low, high, of, approximate, bound, peak, certainty] =
        node.named(["percent", "low", "high", "of", "approximate", "bound", "peak", "certainty"]);
    Ok(StoredImpact {
        percent: percent.optional(&NUMBER)?,
        low: low.optional(&NUMBER)?,
        high: high.optional(&NUMBER)?,
        of: of.optional(&TEXT)?,
        approximate: approximate.is_true()?,
        bound: bound.optional(&TEXT)?,
        peak: peak.is_true()?,
        certainty: certainty.required(&TEXT)?,
    })
}

fn entry(node: Value) -> Result<StoredEntry, Fault> {
    let [at, offset_minutes, phase, text, approximate] =
        node.named(["at", "offset_minutes", "phase", "text", "approximate"]);
    Ok(StoredEntry {
        at: at.required(&TEXT)?,
        offset_minutes: offset_minutes.optional(&MINUTES_EAST)?,
        phase: phase.required(&TEXT)?,
        text: text.required(&TEXT)?,
        approximate: approximate.is_true()?,
    })
}

fn correction(node: Value) -> Result<StoredCorrection, Fault> {
    let [fact, value, entry] = node.named(["fact", "value", "entry"]);
    Ok(StoredCorrection {
        fact: fact.required(&TEXT)?,
        value: value.part(self::value)?,
        entry: entry.optional(&TEXT)?,
    })
}

/// The value is an object whose one field says which kind it is.
fn value(node: Value) -> Result<StoredValue, Fault> {
    let [minutes, minutes_range, share, share_range, moment, text] =
        node.named(["minutes", "minutes-range", "share", "share-range", "moment", "text"]);
    if let Some(minutes) = minutes.optional(&NUMBER)? {
        return Ok(StoredValue::Minutes(minutes));
    }
    if let Some(ends) = minutes_range.items()? {
        let ends: Vec<Option<f64>> = ends.map(Value::number).gather();
        let [Some(low), Some(high)] = ends[..] else { return Err(minutes_range.must_be("two numbers")) };
        return Ok(StoredValue::MinutesRange(low, high));
    }
    if let Some(share) = share.value {
        let [percent, of] = share.named(["percent", "of"]);
        return Ok(StoredValue::Share { percent: percent.required(&NUMBER)?, of: of.optional(&TEXT)? });
    }
    if let Some(range) = share_range.value {
        let [low, high, of] = range.named(["low", "high", "of"]);
        let (low, high) = (low.required(&NUMBER)?, high.required(&NUMBER)?);
        return Ok(StoredValue::ShareRange { low, high, of: of.optional(&TEXT)? });
    }
    if let Some(moment) = moment.value {
        let [at, offset_minutes] = moment.named(["at", "offset_minutes"]);
        let (at, offset_minutes) = (at.required(&TEXT)?, offset_minutes.optional(&MINUTES_EAST)?);
        return Ok(StoredValue::Moment { at, offset_minutes });
    }
    text.optional(&TEXT)?.map(StoredValue::Text).ok_or_else(|| "`value` is of no known kind".to_owned())
}
