-- question: Where does a part exceed its whole?
-- grain: one claim of a part
-- reads: facts, bounds, figures
create or replace view parts_over_whole as
select
    parts.document_id,
    parts.event_id,
    parts.harm,
    parts.claim_id as part_id,
    part_figures.display as part,
    parts.holder as part_holder,
    wholes.claim_id as whole_id,
    whole_figures.display as whole,
    wholes.holder as whole_holder
from internal.facts as parts
inner join internal.facts as wholes
    on wholes.claim_id = parts.part_of and wholes.superseded is null
inner join internal.figures as part_figures on part_figures.figure_id = parts.figure_id
inner join internal.figures as whole_figures on whole_figures.figure_id = wholes.figure_id
inner join internal.bounds as part_bounds
    on part_bounds.figure_id = parts.figure_id and part_bounds.policy = 'strict'
inner join internal.bounds as whole_bounds
    on whole_bounds.figure_id = wholes.figure_id and whole_bounds.policy = 'strict'
where parts.superseded is null
    and parts.part_of is not null
    and part_bounds.low > whole_bounds.high;
