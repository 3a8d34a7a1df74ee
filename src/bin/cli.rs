//! The command line: `outage-lens analyze` and `outage-lens mentions`.

use std::process::ExitCode;

fn main() -> ExitCode {
    outage_lens::command::run(std::env::args().skip(1))
}
