-- The holders of the stale documents' speakers, those that a reviewer has united as one, with the
-- kind that a reviewer gave them.
create or replace temp table stale_holders as
with recursive united as (
    select holder_id, into_holder_id
    from verdicts
    where kind = 'unite'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
),
followed as (
    select holder_id, holder_id as kept_id, 0 as steps from assigned
    union
    select followed.holder_id, united.into_holder_id, followed.steps + 1
    from followed
    inner join united on united.holder_id = followed.kept_id
    where followed.steps < 10
),
kept as (
    select holder_id, max_by(kept_id, steps) as kept_id
    from followed
    group by holder_id
),
classified as (
    select distinct on (holder_id) holder_id, speaker_kind
    from verdicts
    where kind = 'classify'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by holder_id, decided desc, verdict_id desc
),
names as (
    select holder_id, min(holder) as holder, bool_or(is_named) as is_named
    from facts
    where superseded is null
        and holder_id in (select kept_id from kept where kept_id <> holder_id)
    group by holder_id
)
select
    assigned.document_id,
    assigned.speaker_id,
    kept.kept_id as holder_id,
    coalesce(holders."name", names.holder, assigned.holder) as holder,
    coalesce(names.is_named, assigned.is_named) as is_named,
    classified.speaker_kind,
    assigned.is_shared or kept.kept_id <> assigned.holder_id as is_shared
from assigned
inner join kept on kept.holder_id = assigned.holder_id
left join names on names.holder_id = kept.kept_id
left join classified on classified.holder_id = kept.kept_id
left join holders on holders.holder_id = kept.kept_id and kept.kept_id <> assigned.holder_id;
