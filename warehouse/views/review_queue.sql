-- question: Which claims should a reviewer look at first?
-- grain: one claim that nobody has reviewed
-- reads: facts, figures, comparisons, quality_results
create or replace view review_queue as
with failed as (
    select distinct unnest(failing_ids) as claim_id
    from internal.quality_results
    where not passed
        and run_id = (select arg_max(run_id, checked_at) from internal.quality_results)
),
-- Disputes come before all else; what a reader is shown first is reviewed first.
weighed as (
    select
        event_id, harm, victim_group, class, parting,
        case class
            when 'conflict' then 60
            when 'who_died' then 50
            when 'revised' then 40
            when 'check' then 30
            when 'different_meaning' then 20
            when 'different_people' then 10
            else 0
        end as weight
    from internal.comparisons
),
-- A total of other people that parts from a row's is as urgent as the row.
partners as (
    select event_id, side.victims as victim_group, side.holder_id, max_by(class, weight) as class,
        max(weight) as weight
    from (
        select event_id, class, weight, unnest(parting) as side
        from weighed
        where weight > 0
    )
    group by event_id, side.victims, side.holder_id
),
waiting as (
    select
        facts.claim_id,
        facts.document_id,
        facts.event_id,
        facts.harm,
        facts.victim_group,
        figures.display as figure,
        facts.holder,
        facts.stance,
        facts.confidence,
        case when coalesce(partners.weight, 0) > coalesce(weighed.weight, 0)
            then partners.class else coalesce(weighed.class, 'one_source') end as class,
        greatest(coalesce(partners.weight, 0), coalesce(weighed.weight, 0)) as weight,
        failed.claim_id is not null as has_failed_check,
        facts.published,
        facts.learned
    from internal.facts
    inner join internal.figures on figures.figure_id = facts.figure_id
    left join weighed
        on weighed.event_id = facts.event_id
        and weighed.harm = facts.harm
        and weighed.victim_group = facts.victim_group
    left join partners
        on partners.event_id = facts.event_id
        and partners.victim_group = facts.victim_group
        and partners.holder_id = facts.holder_id
    left join failed on failed.claim_id = facts.claim_id
    where facts.superseded is null and facts.standing = 'machine' and facts.repeats is null
)
select
    claim_id,
    document_id,
    event_id,
    harm,
    victim_group,
    figure,
    holder,
    stance,
    confidence,
    class,
    has_failed_check,
    published,
    learned,
    round(
        weight
        + case when has_failed_check then 4 else 0 end
        + case when stance = 'denies' then 2 else 0 end
        + 2 * (1 - confidence),
        3
    ) as priority
from waiting;
