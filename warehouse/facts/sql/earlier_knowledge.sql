update facts
set learned = claims.learned
from claims, loading
where facts.superseded is null
    and facts.learned = loading.learned
    and claims.claim_id = facts.claim_id
    and claims.origin = facts.origin
    and claims.superseded is null
    and not exists (
        from gone_facts where gone_facts.claim_id = facts.claim_id
    );
