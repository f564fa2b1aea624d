-- The reviewers' own claims.
insert into speakers
select distinct on (speaker_id)
    speaker_id, speaker, speaker_kind, speaker_role, speaker_is_named, loading.learned
from incoming_reviewed cross join loading
where speaker_id is not null
on conflict do nothing;

insert into figures
select distinct on (figure_id) figure_id, figure_display, value, value_to, modifier, figure_word
from incoming_reviewed
on conflict do nothing;

insert into victim_groups
select distinct victim_group, loading.learned
from incoming_reviewed cross join loading
where victim_group is not null
on conflict do nothing;

update claims
set superseded = loading.learned
from loading
where claims.superseded is null
    and claims.origin = 'reviewer'
    and claims.document_id in (
        select documents.document_id from documents
        where documents.lineage_id in (select lineage_id from incoming_lineages)
    )
    and not exists (
        from incoming_reviewed as held
        where held.verdict_id = claims.verdict_id
            and held.document_id = claims.document_id
            and held.document_version = claims.document_version
            and held.content_hash = claims.content_hash
    );

insert into claims by name
select
    held.* exclude (figure_display, figure_word),
    'reviewer' as origin, loading.run_id, loading.learned
from incoming_reviewed as held cross join loading
where not exists (
    from claims as known
    where known.superseded is null
        and known.origin = 'reviewer'
        and known.verdict_id = held.verdict_id
);

-- Which verdict holds for which claim.
update reviews
set superseded = loading.learned
from loading
where reviews.superseded is null
    and reviews.claim_id in (
        select claims.claim_id from claims
        inner join documents on documents.document_id = claims.document_id
        where documents.lineage_id in (select lineage_id from incoming_lineages)
    )
    and not exists (
        from incoming_reviews as held
        where held.claim_id = reviews.claim_id and held.verdict_id = reviews.verdict_id
    );

insert into reviews by name
select held.* from incoming_reviews as held
where not exists (
    from reviews as known
    where known.superseded is null
        and known.claim_id = held.claim_id
        and known.verdict_id = held.verdict_id
);
