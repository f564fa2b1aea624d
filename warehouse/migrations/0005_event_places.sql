-- Where events lie on the map. place is the name that was looked up; without coordinates nothing
-- tells where it is, and level says whose coordinates they are: of the place, or of the province
-- or country around it.
create table event_places (
    event_id varchar primary key,
    place varchar not null,
    name varchar,
    level varchar,
    country varchar,
    province varchar,
    latitude double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    learned timestamp not null
);
