-- question: Which claims should a reviewer look at first?
-- grain: one claim that nobody has reviewed
-- reads: facts, figures, comparisons, quality_results
create or replace view review_queue as
with failed as (
    select distinct unnest(failing_ids) as claim_id
    from quality_results
    where not passed
        and run_id = (select arg_max(run_id, checked_at) from quality_results)
),
disputed as (
    select event_id, harm, victim_group, class, positions
    from comparisons
    where class not in ('agreement', 'one_source')
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
        disputed.class,
        failed.claim_id is not null as has_failed_check,
        facts.published,
        facts.learned
    from facts
    inner join figures on figures.figure_id = facts.figure_id
    left join disputed
        on disputed.event_id = facts.event_id
        and disputed.harm = facts.harm
        and disputed.victim_group is not distinct from facts.victim_group
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
    coalesce(class, 'one_source') as class,
    has_failed_check,
    published,
    learned,
    round(
        case class when 'conflict' then 4 when 'who_died' then 4 when 'check' then 3 when 'revised' then 1 else 0 end
        + case when has_failed_check then 2 else 0 end
        + case when stance = 'denies' then 1 else 0 end
        + 2 * (1 - confidence),
        3
    ) as priority
from waiting;
