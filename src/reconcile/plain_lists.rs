//! The plain words for what fails, works, grows, falls, is noticed and is gone.

use super::phrases::{Phrases, phrases};

/// Something ceases to do what it is for.
pub(super) const FAILS: Phrases = phrases(
    "fail|fails|failed|failing|failure*|crash*|die|dies|died|dead|hang|hangs|hung|hanging|freezes|froze|\
     frozen|stall*|breaks|broke|broken|expire|expires|expired|expiry|\
     lapses|lapsed|falls over|fell over|fall over|falls off|fell off|drop out|drops out|dropped out|\
     drop off|drops off|dropped off|drop from|drops from|goes away|went away|goes dark|went dark|lose|\
     loses|lost|losing|lock up|locks up|locked up|wedged|stuck|unreachable|unavailable|unresponsive|\
     inaccessible|offline|site down|service down|servers down|timeouts|time out|\
     times out|timed out|timing out|panic*|reject*|refuse|refuses|refused|cut by|fibre cut|fiber cut|\
     crashloop*|block|blocks|blocked|cannot|can t|couldn|unable|no longer|degrad*|slows|slow|sluggish|\
     slowdown|corrupt*|nobody|no one|deadlock*|disconnect*|\
     keels over|keeled over|keel over|toppl*|topple*|tips over|tipped over|buckle*|choke|chokes|choked|choking|conk*|gives up|gave up|\
     give up|gives way|gave way|give way|gave in|gives out|gave out|seizes up|seized up|drown*|blew up|blows up|blow up|went south|\
     goes south|went sideways|goes sideways|went white|goes white|went blank|goes blank|went silent|goes silent|\
     went quiet|went missing|went wrong|goes wrong|went haywire|goes haywire|standstill|to a halt|trouble set in|\
     problems set in|trouble sets in|snaps|snapped|severed|collaps*|starve*|knocked out|knocked offline|shut itself|\
     shut themselves|itself off|themselves off|bounce|bounces|bounced|bouncing|swamped|overwhelm*|clogged|jammed|\
     thrash*|flapping|struggle*|struggling|blacked out|black out|misbehav*|wouldn|weren t able|wasn t able|run out|shorted|shorts out|short circuited|empty page*|empty result*|first error*|\
     first failure*|first failed|\
     in vain|unanswered|spinner|blank page*|blank screen*|turn people away|\
     unhealthy|errors|error messages|500 error|502 error|503 error|504 error|http 500|http 502|http 503|http 504|error 500|error 502|\
     error 503|error 504|internal server error|bad gateway|service unavailable|gateway timeout|exceptions|500 s|502 s|503 s|504 s|5 xx|melt*|power loss|power outage|\
     power cut|brick|bricks|bricked|fried|burned out|burnt out|loss of|split brain|queueing|pile up|piles up|piling up|piled up|trips|tripped|error out|errors out|gone|\
     is evicted|are evicted|gets evicted|get evicted|not come|didn t come|doesn t come|don t come|won t|never came|\
     never comes|not start|not boot|didn t start|doesn t start|\
     go down|goes down|went down|turning away|turns away|turned away|throws errors|throwing|too many|last successful|\
     last good|last seen|last block|completely down|totally down|entirely down|fully down|load slowly|loads slowly|\
     loading slowly|respond slowly|responding slowly",
);
/// What is a failure although its words could also tell of what would be.
pub(super) const FLATLY_FAILS: Phrases = phrases(
    "nobody could|no one could|could not|could no longer|would not|would no longer|none of them could|\
     none could|would only|could only|did not start|did not run|did not boot|did not respond|did not work|\
     did not load|did not arrive|failed to start",
);
/// What comes in while all is well; the last of it is the beginning of a failure.
pub(super) const CAME_IN: Phrases = phrases(
    "came in|was received|were received|arrived|was seen|were seen|got through|was recorded|was written|reached us|\
     went through",
);
/// Something is used up or about to give way, which need not be felt at once.
pub(super) const GIVES_WAY: Phrases = phrases(
    "exhaust*|fills|fills up|filled up|disk full|is full|hits 100|reaches 100|runs out|ran out|out of memory|\
     out of disk|out of space|hit its|hits its|hit the limit|hits the limit|hit the ceiling|reached its limit|reached the limit|\
     at its limit|oom*|reboots|saturat*|overload*",
);
/// Something sets in, and what people set about.
pub(super) const SETS_IN: Phrases = phrases("begin|begins|began|start|starts|started");
pub(super) const WORK: Phrases = phrases(
    "investigating|looking|working|seeing|reporting|getting|recovering|monitoring|rolling|restarting|debugging|\
     digging|troubleshooting|deploying|testing|migrating|upgrading|draining|scaling|restoring|rebuilding|\
     receiving|accepting|serving|responding|writing|planning|discussing|clearing|coming|falling|dropping|using|\
     running|preparing|moving|bringing|collecting|checking|reading|trying|tracing|training|meeting|picking|returning to",
);
/// Something stops, or somebody stops it.
pub(super) const STOPS: Phrases = phrases(
    "stop|stops|stopped|halt|halts|halted|cease|ceases|ceased|drop|drops|dropped|leave|leaves|vanish*|\
     disappear|disappears|disappeared",
);
/// What is worse the more there is of it.
pub(super) const BURDEN: Phrases = phrases(
    "error*|latenc*|failure*|timeouts|5 xx|50*|response times|response time|queue*|backlog*|lag|replag|\
     replication lag|packet loss|connections|pending|alerts|load|retries",
);
/// There is more of it.
pub(super) const GROWS: Phrases = phrases(
    "climb*|spike|spikes|spiked|spiking|rise|rises|rose|rising|increase|increases|increased|jump|jumps|\
     jumped|surge|surges|surged|soar*|grow|grows|grew|growing|shot up|shoots up|go up|goes up|went up|\
     appear|appears|appeared|build up|builds up|begin|begins|begun|double*|explode*",
);
/// What is worse the less there is of it.
pub(super) const GOOD: Phrases = phrases(
    "success rate|success rates|traffic|throughput|availability|uptime|orders|sessions|sign ups|signups|checkouts|conversion*|\
     requests per second|hit rate|hit ratio|successful requests|healthy hosts|healthy nodes",
);
pub(super) const FALLS: Phrases = phrases(
    "fall|falls|fell|drop|drops|dropped|plummet*|tank|tanks|tanked|crater*|nosedive*|slump*|tumble*|halve|halved|plunge*|dip|dips|dipped|sink|sinks|sank|collapse*|\
     decline|declines|declined|decrease*|goes to|go to zero",
);
/// What may fail or be full without anybody being affected.
pub(super) const PREPARES: Phrases = phrases(
    "terminat*|removed|replaced|failed node|deploy*|pipeline*|merg*|upgrad*|test|tests|testing|staging|plan|plans|planned|schedul*|maintenance|\
     will|prevent*|avoid*|without|no error*|no failure*|fix*|attempt*|tried|rollback|revert*|restart*|\
     retry*|failover*|warn*|draft*|if|would|could",
);
/// Somebody or something notices.
pub(super) const NOTICES: Phrases = phrases(
    "sees|saw|seen by|spots|spotted|realiz*|realis*|hears|heard|woken|woke me|woke us|woke our|woke the|woke an|woke a|woke up our|woke up the|woke on call|woke up on|\
     wakes the|wakes our|wakes me|wakes us|wakes up|wakes an|wakes on|wake up|calls from|call from|\
     called by|calls at|calls the|calls in|mails from|mail from|email from|emails from|message from|\
     messages from|messaged|pings|pinged|ping|writes in|write in|wrote in|posts in|post in|posted in|\
     mentions in|mentioned in|asks|ask|asking|asked|wonder*|opens an issue|opened an issue|opens a ticket|\
     opened a ticket|tweet*|pointed out|points out|raised by|raised an issue|raises an issue|scream*|\
     rings|icinga|nagios|alertmanager|opsgenie|victorops|uptime robot|uptimerobot|statuscake|zabbix|\
     new relic|stackdriver|sensu|pages from|pages arrive|gets paged|got paged|gets called|got called|\
     is called|was called|are aware|is aware|aware of|learn|learns|learned|sheriff*|brought to|contacted by|\
     contacts us|gets a call|receive|receives|received|manual message|emails us|emails the|emails our|\
     emails support|emails in|mails us|mails the|mails our|mails support|mails in|writes to|wrote to|phoned|phoning|\
     phones in|phones us|phones the|phones our|phone call*|phones up|\
     buzz*|text|texts|texted|turns red|turn red|contacts|contacted|tells|told|flags|flagged|lets us|let us know|\
     heads up|pager*|mentions|first call*|inquir*|enquir*|lights up|lit up|light up|went off|goes off|go off|rang|\
     chirp*|beep*|paging|writing in|writing to us|wrote us|rings us|reached out|reaches out|\
     stumbled upon|stumbled over|came across|caught wind|got wind|caught our eye|caught our attention|tipped us off|\
     brought up|surfaced|dawned on|found out|came to our attention|dropped us a|calling in|called in about|\
     started calling|anybody else|anyone else|called our|call our|knocked on|pinging|dm d us|mailed us|complaint|complaints|complained|\
     complaining|fired",
);
/// What ends when a burden does.
pub(super) const GONE: Phrases = phrases(
    "gone|clear|clears|cleared|died down|dried up|faded|evaporated|ebbed|flat|flattened|stop|stops|stopped|cease*|vanish*|disappear*|empty|emptied|empties|drained|\
     zero|none|subside*|subsiding|normal|baseline|as usual|at usual|to usual|the usual level*|its usual|their usual|away|end|ended|ends|over|finished|at 0|is 0|to 0",
);
/// Something does what it is for.
pub(super) const WELL: Phrases = phrases(
    "healthy|green|responsive|reachable|accessible|operational|back online|in sync|up to date|caught up|\
     catch up|catches up|as before|as usual|as normal|as they should|as it should|as intended|usual rate|\
     usual level*|resume|resumes|resumed|reopened|re opened|full rate|full speed|full capacity|full strength|\
     serves traffic|serve traffic|serving traffic|pick up tasks|picks up work|pick up work|pick up jobs|\
     unblock*|stabilized|stabilised|stable|succeed|succeeds|succeeded|passing|normal|nominal|is ok|are ok|is fine|are fine|is well|are well|come up|comes up|\
     came up|up and running|is online|are online|was online|were online|back online|now online|\
     all online|come online|comes online|came online|coming online|site online|service online|\
     services online|servers online|nodes online|online again|back under|back below|back within|once more|reached the chain head|reached the head|reached the tip|fully synced|resynced|no more 500|no more 502|\
     no more 503|no more 504|no more 5 xx|no more timeouts|no more alerts|no more failures|no more errors|no further errors|no more failures|no errors|at 100|rate 100|\
     to 100|recovered|restored|service is up|operate*|humming|purring|chugging along|ticking along|to baseline|at baseline|\
     all good|we re good|we are good|we were good|flowing|flowed|flows|snappy|in the clear|smoothly|as designed|as ever|\
     back on its feet|back on their feet|business as usual|normalcy|normality|rectified|rectification|usable|settled down|\
     calmed down|calm|quieted down|quietened down|came right|back in action|back in business|back in shape|good as new|\
     fully back|now running|now serving|now responding|now loading|no longer fail*|as it always|as they always|as always|wide open|200 ok|http 200|status 200|code 200|returns 200|returned 200|return 200|\
     successfully load*|successfully reload*|loads successfully|loaded successfully|reloaded successfully|\
     successfully log in|logged in successfully|successfully connect*|successfully serv*|successfully process*|\
     successfully deliver*|successfully access*|successfully render*|successfully display*|accessed successfully|\
     now showing|now shows|now displays|now displaying|now sees|now see|now returns|now return|now returning|\
     proper results|were accepted|was accepted|are accepted|back to life",
);
/// All of it.
pub(super) const WHOLE: Phrases = phrases(
    "all|every|everything|everyone|everybody|everywhere|both|last|final|fully|full|each|entire|whole|anyone|\
     remaining|100|completely",
);
/// What all of it does or had done to it when it is well.
pub(super) const WELL_IF_WHOLE: Phrases = phrases(
    "ready|available|connected|updated|online|up|complete|completed|done|deployed|rolled out|roll out|load|\
     loads|works|work|working|accept|accepts|answer|answers|sent|mounted|scheduled|processed|delivered|\
     released|carry|picked up|can|log in|joined|start|starts|started|migrated|moved|reissued|restarted|\
     finished|through|replaced|running|booted|rejoined|respond|responds|serve|serves|reconnected|synced|fixed|live|back|established|registered|\
     go through|goes through|come back|came back|take|takes|well|right|correct|correctly|good|open|\
     worked|loaded|visible|shown|caught up|drained|clean|usable|settled|arrive|arrives|arrived",
);
/// Only a part is well, or not yet.
pub(super) const NOT_YET: Phrases = phrases(
    "working on|working to|working towards|times its|times the|times our|times their|times normal|times as|than usual|than normal|not|never|cannot|can t|unable|fail|fails|failed|failing|still|except|first|half|some|most|partial*|\
     partly|many|slowly|few|one of|until|will|should be|would|expect*|try|tries|trying|tried|attempt*|wait*|\
     to be|if|nobody|no one|didn|doesn|isn|aren|wasn|weren|begin*|began|start to|starts to|started to|test|tests|staging|plan|restarted to|\
     almost|nearly|up with|seem*|appear*|might|may",
);
/// Where or how something is so again.
pub(super) const ALL_ROUND: Phrases = phrases(
    "everywhere|for all|for everyone|for everybody|for every|on all|in all|across|at all|normally|as usual|as normal|\
     as before|as expected|without|with no|correctly|properly|as they should|as it should",
);
/// What is done or happens once more, which says nothing of how things are.
pub(super) const REPEATED: Phrases = phrases(
    "restart*|reboot*|deploy*|redeploy*|retr*|halt*|stop*|fire|fires|fired|page|paged|alert*|alarm*|happen*|occurr*|down|ran|run|\
     drop*|spike*|climb*|rise|rises|rose|rising|check*|look*|met|ask*|call|called|escalat*|appeared|began|problem*|issue*|outage*",
);
/// Something of the entry is not over.
pub(super) const LEFT: Phrases =
    phrases("still|remain|remains|remained|again fail*|dies again|crashes again");
/// What is done when the outage is over.
pub(super) const AFTERMATH: Phrases = phrases(
    "retrospective*|retro|post mortem*|postmortem*|review|reviews|meeting|meet|follow up*|followup*|clean up|\
     cleanup|cleans up|cleaned up|cleaned|leftover*|status page|statuspage|all clear|announce*|email*|mail|\
     mails|mailing list|post on|posts on|posted|monitor*|close|closes|closed|blog|bed|lessons|planning|\
     session|communicat*|statement|thank*|informed|notified|debrief*|handover|document*|upgrade*|\
     prevent*|permanent*|apolog*|published|publishes|ticket|discuss*|rca|stand down|stood down|summary|disabled|\
     enabled|added|adds|hotwash|call ends|call ended|bridge",
);
/// Words after a verb that are no object of it.
pub(super) const AROUND: Phrases =
    phrases("to|at|in|on|for|after|from|across|as|one|before|without|and|again");
/// What becomes of a burden in the end, where its own word says so.
pub(super) const FADES: Phrases = phrases(
    "to zero|to none|to normal|to baseline|to usual|to their usual|to its usual|to their normal|to its normal|to expected|\
     to acceptable|to nominal|to regular|to previous|to pre incident|to the usual|to the normal|died down|dried up|faded|\
     cleared|drained|emptied|flushed|worked down|worked off|worked through|caught up|vanished|disappeared|were gone|was gone|was empty|\
     were empty|at zero|zero again|normalis*|normaliz*|stabilis*|stabiliz*|levelled off|leveled off|flattened|\
     ebbed|evaporated|within normal|within usual|back under|back below|back within|fell below|fell under|dropped below|dropped under|at normal|at usual|to healthy|as low as usual",
);
/// Who is asked or told to do something has noticed nothing.
pub(super) const TO_ACT: Phrases = phrases(
    "asked to|told to|asked them to|asked users to|asked everyone to|asked customers to|asks users to|\
     asks everyone to",
);
/// What responders do while service may be back: "searches succeed, we keep watching".
pub(super) const WATCHES: Phrases = phrases("watch*|keep an eye*|kept an eye*");
