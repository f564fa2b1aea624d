-- question: Which groups of victims do texts name, and as what are they counted?
-- grain: one name of a group, or words for victims whom no group names
with told as (
    select
        coalesce(victim_group, victims_text) as "name",
        victim_group is not null as is_group,
        claim_id,
        document_id
    from claims
    where superseded is null and coalesce(victim_group, victims_text) is not null
),
decided as (
    select distinct on (strip_accents(lower(victim_group)))
        strip_accents(lower(victim_group)) as "name", into_victim_group, reviewer
    from verdicts
    where kind = 'group'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by strip_accents(lower(victim_group)), decided desc, verdict_id desc
)
select
    told."name",
    told.is_group,
    count(distinct told.claim_id) as claims,
    count(distinct told.document_id) as documents,
    any_value(decided.into_victim_group) as counted_as,
    any_value(decided.reviewer) as reviewer
from told
left join decided on decided."name" = strip_accents(lower(told."name"))
group by told."name", told.is_group
