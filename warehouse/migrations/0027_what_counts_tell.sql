-- What extraction knows of a count: whether its words leave open who died, and whether it counts
-- bodies or others who are some of those harmed. Of claims that are kept from before, the name of the rule that found them tells it.
alter table claims add column outcome_is_open boolean;
alter table claims add column counts_some boolean;
update claims
set outcome_is_open = harm = 'casualties'
        and regexp_matches(
            rule,
            '^(object-shoot|object-hit-by-bullets|gunfire|shooting-of|adjacent|noun-count-victims)'
        ),
    counts_some = rule in ('count-bodies', 'noun-count-bodies');
