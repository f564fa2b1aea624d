-- question: What may need a decision, and what makes it urgent?
-- grain: one claim, also where a reviewer rejected it
select
    claims.claim_id, claims.document_id, claims.event_id, events.label as event, claims.harm,
    claims.quantity_start,
    claims.figure, claims.victim_group, claims.speaker, claims.stance, claims.evidence_text,
    claims.confidence, claims.learned,
    compared.event_id is not null as is_conflict,
    failing.claim_id is not null as is_failed,
    claims.confidence < 0.8 as is_doubtful,
    claims.standing, claims.decided, claims.reviewer,
    coalesce(own.assignee, whole.assignee) as assignee
from marked_claims as claims
left join events on events.event_id = claims.event_id
left join assigned_reviews as own on own.claim_id = claims.claim_id
left join assigned_reviews as whole on whole.event_id = claims.event_id
left join (
    select event_id, harm, victim_group from discrepancies where class in ('conflict', 'who_died')
)
    as compared
    on compared.event_id = claims.event_id
    and compared.harm = claims.harm
    and compared.victim_group is not distinct from claims.victim_group
left join (
    select distinct unnest(failing_ids) as claim_id
    from quality_results
    where not passed
        and run_id = (select arg_max(run_id, checked_at) from quality_results)
) as failing on failing.claim_id = claims.claim_id
