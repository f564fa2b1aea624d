-- Events on which a person decided: claims were pinned to them, folded into them or split off.
select distinct event_id
from event_claims
where superseded is null and origin = 'reviewer' and event_id in (select event_id from sought_events)
union
select distinct verdicts.event_id
from verdicts
where verdicts.kind = 'split'
    and verdicts.event_id in (select event_id from sought_events)
    and verdicts.verdict_id not in (select undoes from verdicts where undoes is not null)
