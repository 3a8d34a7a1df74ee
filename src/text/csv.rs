//! Tables as CSV, RFC 4180.

/// Adds a row of `cells` to `csv`, ended by CR LF.
///
/// A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a line break,
/// also after spaces, gets an apostrophe before it: the words of a report are not to be computed.
///
/// ```
/// let mut csv = String::new();
/// outage_lens::text::push_csv_row(&mut csv, &["Title", "say \"hi\"", "=1+1", ""]);
/// assert_eq!(csv, "Title,\"say \"\"hi\"\"\",'=1+1,\r\n");
/// ```
pub fn push_csv_row<S: AsRef<str>>(csv: &mut String, cells: &[S]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            csv.push(',');
        }
        push_cell(csv, cell.as_ref());
    }
    csv.push_str("\r\n");
}

fn push_cell(csv: &mut String, cell: &str) {
    let is_formula = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let is_quoted = cell.contains(['"', ',', '\r', '\n']);
    if is_quoted {
        csv.push('"');
    }
    if is_formula {
        csv.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            csv.push('"');
        }
        csv.push(c);
    }
    if is_quoted {
        csv.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::push_csv_row;

    fn row(cells: &[&str]) -> String {
        let mut csv = String::new();
        push_csv_row(&mut csv, cells);
        csv
    }

    #[test]
    fn cells_are_quoted_only_where_they_must_be() {
        assert_eq!(row(&["a", "b c", "1.5", "تعطل 🚨"]), "a,b c,1.5,تعطل 🚨\r\n");
        assert_eq!(row(&["a,b", "c\nd", "e\r\nf", "\"g\""]), "\"a,b\",\"c\nd\",\"e\r\nf\",\"\"\"g\"\"\"\r\n");
        assert_eq!(row(&[]), "\r\n");
        assert_eq!(row(&["", ""]), ",\r\n");
    }

    #[test]
    fn what_a_spreadsheet_would_compute_is_kept_from_it() {
        assert_eq!(row(&["=1+1", "+1", "-1", "@sum"]), "'=1+1,'+1,'-1,'@sum\r\n");
        assert_eq!(row(&["  =1", "\t=1", "\r=1", " \n=1"]), "'  =1,'\t=1,\"'\r=1\",\"' \n=1\"\r\n");
        assert_eq!(
            row(&["=HYPERLINK(\"http://x\",\"y\")"]),
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n"
        );
        assert_eq!(row(&["a=1", "1-2", "a@b"]), "a=1,1-2,a@b\r\n");
    }
}
