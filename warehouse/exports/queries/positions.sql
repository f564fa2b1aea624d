-- question: Who says what on which event?
-- grain: one figure that one holder gives for one harm and victim group of one event
select
    event,
    harm,
    victim_group,
    holder,
    speaker_kind,
    speaker_role,
    figure,
    said,
    low,
    high,
    stance,
    is_part,
    claims,
    documents,
    first_seen,
    last_seen,
    confidence,
    is_reviewed,
    policy
from positions
order by event, harm, victim_group nulls last, low nulls last, holder
