-- Where and when the text says it happened: totals of other days and places are no rivals.
alter table facts add column event_date_from date;
alter table facts add column event_date_to date;
alter table facts add column event_place struct(
    "level" varchar, "name" varchar, "key" varchar, latitude double, longitude double
)[];
