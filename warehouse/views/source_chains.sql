-- question: Through whom did a figure reach the reader, from its speaker to the outlet?
-- grain: one figure of one event, told by one holder through one chain
-- reads: current_claims, figures
create or replace view source_chains as
select
    claims.event_id,
    claims.harm,
    claims.victim_group,
    figures.display as figure,
    claims.stance,
    claims.holder,
    claims.speaker_kind,
    claims.hops,
    claims.originator,
    count(*) as claims,
    min(claims.published) as first_seen,
    min(claims.claim_id) as example
from current_claims as claims
inner join internal.figures on figures.figure_id = claims.figure_id
where claims.event_id is not null
group by
    claims.event_id,
    claims.harm,
    claims.victim_group,
    figures.display,
    claims.stance,
    claims.holder,
    claims.speaker_kind,
    claims.hops,
    claims.originator;
