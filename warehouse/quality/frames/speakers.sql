-- question: What do the suites check of each speaker?
-- grain: one speaker
select
    speaker_id,
    length(trim(name)) as name_length,
    kind
from speakers
