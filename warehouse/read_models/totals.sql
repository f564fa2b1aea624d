-- question: How much is there?
-- grain: one row
select
    (select count(*) from documents where superseded is null),
    (select count(*) from current_claims),
    (select count(*) from current_claims where standing = 'reviewed'),
    (select count(distinct event_id) from current_claims),
    (select count(distinct holder_id) from current_claims where speaker_id is not null),
    (select count(distinct outlet) from documents where superseded is null),
    (select count(*) from rejections),
    (select count(*) from current_claims where event_id is null)
