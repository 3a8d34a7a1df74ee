//! Months, quarters and longer stretches of the calendar, one after the other.

use crate::incident::{PartialDate, month_name};

const MONTHS_PER_YEAR: i32 = 12;

/// How long the periods are that incidents are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PeriodLength {
    /// A month of the calendar.
    #[default]
    Month,
    /// January to March, April to June, July to September, October to December.
    Quarter,
    /// A year of the calendar.
    Year,
    /// The years from one that ends in 0 to one that ends in 9.
    Decade,
    /// A hundred years from one that ends in 00.
    Century,
    /// A thousand years from one that ends in 000.
    Millennium,
}

impl PeriodLength {
    /// Every length, the shortest first.
    pub const ALL: [Self; 6] =
        [Self::Month, Self::Quarter, Self::Year, Self::Decade, Self::Century, Self::Millennium];

    /// One word for a period of this length.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => MONTHS_PER_YEAR,
            Self::Decade => 10 * MONTHS_PER_YEAR,
            Self::Century => 100 * MONTHS_PER_YEAR,
            Self::Millennium => 1000 * MONTHS_PER_YEAR,
        }
    }
}

/// One period of the calendar. Periods of one length are ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// How long it is.
    pub length: PeriodLength,
    /// How many periods of this length lie between year 0 and it; negative before that year.
    number: i32,
}

impl Period {
    /// The period that `date` falls into; `None` where its year is not known.
    #[must_use]
    pub fn of(date: PartialDate, length: PeriodLength) -> Option<Self> {
        // OK because the calendar ends at the year 9999, whose months are far below 2^31.
        let months = date.year?.saturating_mul(MONTHS_PER_YEAR) + i32::from(date.month) - 1;
        Some(Self { length, number: months.div_euclid(length.months()) })
    }

    /// How many periods later `other` is; negative where it is earlier. Both must be of one length.
    #[must_use]
    pub const fn periods_until(self, other: Self) -> i32 {
        other.number - self.number
    }

    /// The period `count` periods later.
    #[must_use]
    pub const fn later(self, count: i32) -> Self {
        Self { number: self.number + count, ..self }
    }

    /// The year in which it begins.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.first_month().div_euclid(MONTHS_PER_YEAR)
    }

    /// Whether it is the first of its year, as every period of a year or more is.
    #[must_use]
    pub const fn opens_year(self) -> bool {
        self.first_month().rem_euclid(MONTHS_PER_YEAR) == 0
    }

    /// Its name: `Mar 2024`, `Q2 2024`, `2024`, `2020s`, `1900 to 1999`.
    #[must_use]
    pub fn label(self) -> String {
        let year = self.year();
        match self.length {
            PeriodLength::Month | PeriodLength::Quarter => format!("{} {year}", self.label_in_year()),
            PeriodLength::Year => year.to_string(),
            PeriodLength::Decade => format!("{year}s"),
            PeriodLength::Century | PeriodLength::Millennium => {
                format!("{year} to {}", self.later(1).year() - 1)
            }
        }
    }

    /// Its name where the year stands elsewhere: `Mar`, `Q2`; its whole name from a year on.
    #[must_use]
    pub fn label_in_year(self) -> String {
        let month = self.first_month().rem_euclid(MONTHS_PER_YEAR);
        match self.length {
            // OK because a remainder of twelve fits a byte.
            PeriodLength::Month => month_name(u8::try_from(month + 1).unwrap_or(0)).to_owned(),
            PeriodLength::Quarter => format!("Q{}", month / 3 + 1),
            _ => self.label(),
        }
    }

    const fn first_month(self) -> i32 {
        self.number * self.length.months()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(year: i32, month: u8, length: PeriodLength) -> Option<Period> {
        Period::of(PartialDate { year: Some(year), month, day: 28 }, length)
    }

    #[test]
    fn every_length_names_the_same_day_in_its_way() {
        let names = PeriodLength::ALL.map(|length| period(2024, 5, length).map(Period::label));
        let names = names.map(Option::unwrap_or_default);
        assert_eq!(names, ["May 2024", "Q2 2024", "2024", "2020s", "2000 to 2099", "2000 to 2999"]);
    }

    #[test]
    fn periods_follow_each_other_across_the_turn_of_the_year() {
        let december = period(2023, 12, PeriodLength::Month);
        assert_eq!(december.map(|december| december.later(1).label()).as_deref(), Some("Jan 2024"));
        let fall = period(2023, 11, PeriodLength::Quarter).zip(period(2024, 8, PeriodLength::Quarter));
        assert_eq!(fall.map(|(fall, summer)| fall.periods_until(summer)), Some(3));
    }

    #[test]
    fn years_before_the_first_are_periods_too() {
        assert_eq!(period(-1, 12, PeriodLength::Month).map(Period::label).as_deref(), Some("Dec -1"));
        assert_eq!(period(-9999, 1, PeriodLength::Month).map(Period::year), Some(-9999));
    }

    #[test]
    fn a_day_without_a_year_is_in_no_period() {
        let day = PartialDate { year: None, month: 3, day: 3 };
        assert_eq!(Period::of(day, PeriodLength::Month), None);
    }
}
