-- Events on which a person decided: claims were pinned to them, folded into them or split off, or
-- they were told apart from others.
select distinct event_id
from event_claims
where superseded is null and origin = 'reviewer' and event_id in (select event_id from sought_events)
union
select distinct verdicts.event_id
from verdicts
where verdicts.kind = 'split'
    and verdicts.event_id in (select event_id from sought_events)
    and verdicts.verdict_id not in (select undoes from verdicts where undoes is not null)
union
select distinct sought.event_id
from sought_events as sought
inner join verdicts on sought.event_id in (verdicts.event_id, verdicts.into_event_id)
where verdicts.kind = 'distinct'
    and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
