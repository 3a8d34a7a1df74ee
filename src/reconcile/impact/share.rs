//! Whether a percentage is a share affected, and of what: by the words of its sentence.

use super::{DROP, ERROR_RATE, INVERTED, SHARE, noun};
use crate::incident::{Certainty, RuleId};
use crate::mention::{Mention, PercentageValue};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::{Span, TokenKind};

/// Words that say that the share suffered.
const AFFECTED: Phrases = phrases(
    "affect*|impact*|experienc*|unable|outage|unavailab*|lost|losing|fail*|error*|down|could not|couldn|\
     cannot|inaccessib*|disrupt*|drop*|timeout*|timed out|denied|rejected|loss|degrad*|slow*|5 xx|500|\
     503|502|504|without|delay*|stuck|offline|unreachab*|logged out|crash*|interrupt*|unrespons*|broken|\
     missing|blocked|corrupt*|not delivered|not processed|dead|unhealthy|wrong|late|longer than|bounce*|turned away|refused|vanish*|blank|errored|got nothing|never arrived|\
     never reached|not reach|did not arrive|didn t arrive|came back with|went missing|swallowed|garbled|stale|empty|hung|hanging|\
     drop out|died|duplicate*|struggl*|suffer*|\
     frustrat*|unusab*|exposed|leaked|not working|incorrect*|went dark|trouble",
);

/// Words near a percentage that make it something else than a share affected.
const OTHER: Phrases = phrases(
    "cpu|memory|ram|disk|storage|utilization|utilisation|usage|capacity|load|restored|back online|\
     recovered|recovery|rollout|rolled out|roll out|slo|sla|uptime|target*|threshold*|coverage|\
     confidence|credit*|discount|improve*|reduc*|increase*|hit rate|hit ratio|hit ratios|healthy|\
     normal|budget|quota|consumption|growth|grew|sampling|operational|revenue|price|of the time|canary|\
     ramped|ramp|deployed to|enabled for|migrated|upgraded|experiment|chance|probability|likelihood|\
     compression|refund*|bandwidth|heap|swap|space|iops|sampled|saved|savings|completed|done|\
     progress|battery|volatility|apy|interest|slippage|unaffected|not affected|not impacted|resumed|\
     no impact|shifted|balanced|rerouted|faster|cheaper|stake|quorum",
);

/// Words right behind a percentage that make it a state of progress or a comparison.
const OTHER_BEHIND: Phrases = phrases(
    "complete|completed|full|online|faster|slower|better|worse|improvement|increase|less|more|\
     higher|lower|growth|off|discount|recovered|restored|percentile|packet loss|bigger|larger|smaller|\
     above|below|cheaper|remaining|free|utilized|utilised|used|done|of these|of those|of them",
);

/// Words that make the sentence speak of a condition, a habit, an aim or another occasion.
const ELSEWHERE: Phrases = phrases(
    "if|unless|exceed*|fires|alert when|alert if|alerts when|trigger*|should|target|slo|sla|\
     error budget|would have|previously|in the past|last year|last month|normally|usually|typically|\
     never|goal|objective|guarantee*|promise*|commit to|committed to|expected to|aim|aims|previous incident|previous outage|plan to",
);

/// What a percentage is the height of, where it needs no noun.
const ERROR_RATES: Phrases = phrases(
    "error rate|error rates|failure rate|failure rates|rate of errors|failed rate|rate of failure*|\
     rejection rate|drop rate|errors rate",
);

/// Words that make a percentage a share that went well.
const SUCCESS: Phrases = phrases(
    "success rate|success rates|availability|success ratio|successful|succeeded|were available|success",
);
/// Words that say that the share was spared, which "only" turns around.
const SPARED: Phrases = phrases(
    "able to|could still|succeed|succeeds|still work*|were served|succeeded|being sent|being delivered|got through|operates|operated|operating|as normal|as usual|normally|was back|\
     were back|is back|are back|came back|recovered|\
     \
     went through|continued to|were processed|were delivered|remained available|reached us|functional|gone out|gone through|been sent|been delivered|been processed|\
     been served|caught up|have completed|has completed",
);

/// What is worked off after the outage.
const WAITING: Phrases =
    phrases("delayed|queued|pending|stuck|affected|impacted|missing|failed|backlog|waiting");

/// What went well only when it was tried once more.
const RETRIED: Phrases = phrases("retry|retried|retries|retrying|second attempt|again");

/// Words of a fall.
const FALL: Phrases = phrases(
    "drop|drops|dropped|decrease|decreased|decline|declined|reduction|fall|fell|fallen|loss|dip|dipped|\
     plunge*|shrank|down by|went down by",
);

/// A share affected.
pub(super) struct Share {
    /// What it is a share of.
    pub(super) noun: Option<String>,
    pub(super) rule: RuleId,
    /// Whether these words give it, or it was counted or worked out.
    pub(super) certainty: Certainty,
    /// Whether a field's name says that it is the impact.
    pub(super) labelled: bool,
    /// Whether it holds for the worst moment only.
    pub(super) peak: bool,
    /// Whether it covers only a part of what was affected.
    pub(super) part: bool,
    pub(super) evidence: Span,
}

/// The share that `mention` is; `None` where it is a percentage of something else.
pub(super) fn of(
    report: &Report,
    mention: &Mention,
    value: &PercentageValue,
    kind: SectionKind,
) -> Option<Share> {
    let sentence = report.sentence(mention.tokens.0);
    let (first, end) = mention.tokens;
    if is_elsewhere(&sentence, mention) || held(&sentence, mention) || is_a_day(report, mention) {
        return None;
    }
    let inverted = is_success(&sentence, mention);
    let drop = is_drop(&sentence, mention);
    if !inverted && (is_lessened(&sentence, first) || is_other(report, &sentence, mention, drop)) {
        return None;
    }
    let token = noun::find(report, &sentence, mention);
    let label = report.label_of(mention.span).filter(|label| label.split_whitespace().count() <= MOST_WORDS);
    let own = token.map(|token| report.tokens.lower(token).to_owned());
    let noun = own.or_else(|| label.as_deref().and_then(noun::in_label));
    let labelled = label.is_some_and(|label| NAMES.are_in(&label));
    let usual = noun.as_deref().is_some_and(noun::is_usual);
    let error_rate = sentence.has_before(first, 14, &ERROR_RATES) || sentence.has_after(end, 3, &ERROR_RATES);
    // In a summary, a share of users that nothing is said to be well with is a share affected.
    let in_summary = kind == SectionKind::Summary && noun.as_deref().is_some_and(noun::is_people);
    let counted = mention.rule.as_str() == "percentage-out-of" && !is_proportion(report, mention);
    // Counts of one sentence are often of different things: "10 of 45 nodes are done, 5 are stuck".
    let near =
        |most: usize| sentence.has_before(first, most, &AFFECTED) || sentence.has_after(end, most, &AFFECTED);
    let suffered = if counted { near(6) } else { sentence.has(&AFFECTED) };
    let affected = suffered || labelled || (in_summary && !counted);
    let rule = match () {
        () if inverted => INVERTED,
        () if drop && usual => DROP,
        () if drop => return None,
        () if noun.is_some() && affected => SHARE,
        () if error_rate && !value.fraction => ERROR_RATE,
        () if labelled && !value.fraction => SHARE,
        () => return None,
    };
    if value.fraction
        && !usual
        && !is_proportion(report, mention)
        && !report.words_in(mention.span).has(&const { phrases("half|third|quarter|thirds|quarters") })
    {
        return None;
    }
    let evidence = match token.filter(|noun| noun.span.start > mention.span.end) {
        Some(noun) => mention.span.cover(noun.span),
        None => mention.span,
    };
    Some(Share {
        noun,
        rule,
        certainty: if counted || inverted { Certainty::Derived } else { Certainty::Stated },
        labelled,
        peak: is_peak(&sentence, mention),
        part: is_part(&sentence, mention),
        evidence,
    })
}

/// What the name of a field holds that gives the impact.
const NAMES: Phrases = phrases("impact|affected|broke|symptom|effect");

/// "4 out of 5 users" is a share, while "120 of 450 users" counts them.
fn is_proportion(report: &Report, mention: &Mention) -> bool {
    const IN_WORDS: Phrases = phrases(
        "in two|in three|in four|in five|in six|in seven|in eight|in nine|in ten|of three|of four|of five|of six|of eight|of ten",
    );
    let words = report.words_in(mention.span);
    let whole = words.iter().last();
    mention.rule.as_str() == "percentage-every"
        || words.has(&IN_WORDS)
        || whole
            .is_some_and(|word| word == "10" || word.len() == 1 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Most times of a report among which the day of a share that may be a day is looked for.
const MOST_DAYS: usize = 50;

/// Whether "4/26" is a day that the report also writes out, rather than a share.
fn is_a_day(report: &Report, mention: &Mention) -> bool {
    let (first, end) = mention.tokens;
    let number = |at| report.tokens.get(at).and_then(|token| report.tokens.lower(token).parse::<u8>().ok());
    let slashed = end == first + 3 && report.tokens.mark_at(first + 1, "/");
    let Some((one, other)) = number(first).zip(number(first + 2)).filter(|_| slashed) else { return false };
    report.mentions.stamps.iter().take(MOST_DAYS).filter_map(|stamp| stamp.date).any(|date| {
        let day = (date.date.month, date.date.day);
        day == (one, other) || day == (other, one)
    })
}

/// Most words of a field's name.
const MOST_WORDS: usize = 5;

fn is_elsewhere(sentence: &Words, mention: &Mention) -> bool {
    let near = |words: Words| words.has(&const { phrases("target|slo|sla|error budget|objective") });
    sentence.has_before(mention.tokens.0, 16, &ELSEWHERE)
        || sentence.has_after(mention.tokens.1, 8, &const { phrases("if|unless|as usual") })
        || near(sentence.after(mention.tokens.1, 5))
}

/// "By 10:40 the error rate fell below 1%": what errors fell to is what was left of them.
fn is_lessened(sentence: &Words, first: usize) -> bool {
    const FELL: Phrases = phrases(
        "fell to|falls to|falling to|fell below|falls below|dropped to|drops to|dropping to|dropped below|drops below|\
         decreased to|declined to|subsided to|down to|fell under|drops under|dropped under|back below|back under",
    );
    sentence.has_before(first, 5, &FELL)
        && sentence.has_before(first, 12, &const { phrases("error*|failure*|failing|timeouts|rejections") })
}

/// "The success rate stayed above 96%", "the success rate was 100% again": nothing was lost by then.
fn held(sentence: &Words, mention: &Mention) -> bool {
    let before = sentence.before(mention.tokens.0, 6);
    let again = sentence.goes_on_with(mention.tokens.1, 2, &const { phrases("again") });
    before.has(&SUCCESS) && (again || before.has(&const { phrases("above") }))
}

fn is_other(report: &Report, sentence: &Words, mention: &Mention, drop: bool) -> bool {
    let (first, end) = mention.tokens;
    // The next line of a paragraph of fields speaks of something else.
    let line =
        report.block_of(mention.span).map_or(usize::MAX, |block| report.tokens.index_at(block.span.end));
    // What stands before a semicolon speaks of something else.
    let border = sentence.before(first, 4).last_mark(";").map_or(sentence.start(), |at| at + 1);
    let range = first.saturating_sub(4).max(border)..(end + 5).min(sentence.end()).min(line);
    let behind = sentence.after(end, 2);
    let compared = !drop && behind.begins_with(&OTHER_BEHIND) && !noun::is_of_them(sentence, mention);
    // Of what waits or failed, a share is one that was worked off since.
    let of_the_rest = sentence.has_after(end, 4, &WAITING);
    let suffers = || !of_the_rest && sentence.has_after(end, 10, &AFFECTED);
    let spared = sentence.has_after(end, 7, &SPARED) && !suffers();
    let changed_by = sentence.has_before(first, 1, &const { phrases("by") })
        && sentence.has_before(first, 9, &const { phrases("reduc*|improve*|increase*|grew|rose|raise*") });
    let around = Words::new(report.tokens, range);
    // The load of a machine is no share affected; load balancers are machines.
    let named =
        |at| around.has_after(at, 2, &const { phrases("load balanc*|storage account*|storage request*") });
    let let_through = sentence.has_before(first, 3, &LETS);
    let_through
        || is_rolled_out(sentence, first)
        || is_owed(sentence, mention)
        || around.any(&OTHER, &|at| !named(at))
        || compared
        || spared
        || changed_by
}

/// "We are rolling this out to 5% of users", "it is live for 20% of them": what a change has reached.
fn is_rolled_out(sentence: &Words, first: usize) -> bool {
    const ROLLED: Phrases = phrases("roll*|ramp*|ship*|push*|releas*|went|go|goes|expos*");
    let before = sentence.before(first, 3);
    before.has(&const { phrases("live for|live to") })
        || before.has(&const { phrases("out to|exposed to") }) && sentence.has_before(first, 8, &ROLLED)
}

/// "Customers get a credit of 10% of their bill, and 25% of ...": what is paid back.
fn is_owed(sentence: &Words, mention: &Mention) -> bool {
    const PAID_BACK: Phrases =
        phrases("credit|credits|credited|crediting|refund*|compensat*|reimburs*|discount*");
    sentence.has_before(mention.tokens.0, OWED, &PAID_BACK)
        && sentence
            .has_after(mention.tokens.1, 5, &const { phrases("charge|charges|bill|bills|fee|fees|invoice|invoices|price|subscription|spend|off") })
}

/// Most tokens from what is paid back to the last of several percentages of it.
const OWED: usize = 24;

/// What is done with a share that then is well, or hears of it.
const LETS: Phrases = phrases(
    "let|lets|letting|admit*|allowed|serve|serving|served|recover|recovers|recovering|restore|restores|restoring|\
     repaired|rescued|reprocessed|replayed|redelivered|rebuilt|fixed|refund*|contacted|notified|informed|\
     compensat*|worth|pushed to|rolled out to|deployed to|applied to|restored to|released to|shipped to|moved to|\
     routed to|restored for|fixed for|back for|reached",
);

/// Most tokens from a share to the verb of what it is a share of.
const WITH_A_NOUN: usize = 6;

/// "a success rate of 85%", "only 80% of mails got through". What went back to a hundred tells nothing.
fn is_success(sentence: &Words, mention: &Mention) -> bool {
    let (first, end) = mention.tokens;
    // "Availability suffered, with a 30% decrease in orders" tells the height of a fall.
    if sentence.goes_on_with(end, 2, &FALL) {
        return false;
    }
    let before = sentence.before(first, 6);
    if before
        .has(&const { phrases("back to|returned to|recover*|monthly|yearly|quarterly|uptime|unsuccessful") })
    {
        return false;
    }
    if sentence.has_after(end, 8, &RETRIED) {
        return false;
    }
    let only = sentence.has_before(first, 3, &const { phrases("only") });
    let behind = sentence.after(end, 4);
    // "87% succeeded, 13% failed": what succeeded is another share.
    let of_another =
        |at| sentence.before(at, WITH_A_NOUN).tokens().any(|token| token.kind == TokenKind::Mark('%'));
    before.last(&SUCCESS).is_some_and(|at| !of_another(at))
        || sentence.has_before(first, 10, &const { phrases("success rate*|success ratio") })
        || (behind.has(&SUCCESS) && !behind.has(&const { phrases("drop|decrease|loss|reduction|fall") }))
        || (only && sentence.has_after(end, 10, &SPARED))
}

/// "a 30% drop in traffic", "orders fell by 40%".
fn is_drop(sentence: &Words, mention: &Mention) -> bool {
    let (first, end) = mention.tokens;
    let by = sentence.has_before(
        first,
        4,
        &const { phrases("by|of|a|an|approximately|about|around|roughly|nearly|saw") },
    );
    sentence.goes_on_with(end, 2, &FALL) || (by && sentence.has_before(first, 5, &const {
        phrases("dropped by|fell by|decreased by|declined by|drop of|decrease of|decline of|reduction of|fall of|down by|loss of|dropped about|dropped around|dropped roughly|fell about|fell around|dropped approximately|dropped nearly|dropped an estimated|drop by|dip of")
    }))
}

fn is_peak(sentence: &Words, mention: &Mention) -> bool {
    let before = sentence.before(mention.tokens.0, 6);
    let named = before.has(&const { phrases("peak*|max|maximum|as high as|spik*") })
        || sentence.has_after(mention.tokens.1, 4, &const { phrases("peak") });
    named && !sentence.has_before(mention.tokens.0, 2, &const { phrases("averag*") })
}

/// The rest of a whole, a further part, or those of one place.
fn is_part(sentence: &Words, mention: &Mention) -> bool {
    sentence.has_before(
        mention.tokens.0,
        4,
        &const { phrases("remaining|rest|other|additional|further|another|of which|of whom|including") },
    )
}
