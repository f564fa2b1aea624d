-- question: Which parts or repetitions point to a claim that their document does not have?
-- expects: The whole of a part, and what a claim repeats, is a claim of the same document.
-- subject: claims
-- severity: error
select claims.claim_id, claims.document_id, pointers.relation, pointers.points_to
from checked_claims as claims
cross join lateral (
    select unnest([
        struct_pack(relation := 'part_of', points_to := part_of),
        struct_pack(relation := 'repeats', points_to := repeats)
    ], recursive := true)
) as pointers
where pointers.points_to is not null
    and not exists (
        from claims as told
        where told.claim_id = pointers.points_to
            and told.document_id = claims.document_id
            and told.superseded is null
    )
