-- Roll-ups of the activity log: how many contacts count for a figure, by the day it became so.

create table tally (
    workspace_id uuid not null,
    figure text not null,
    day date not null,
    n bigint not null,
    primary key (workspace_id, figure, day)
);
call portico_isolate('tally', workers => true);

-- The time zone that a workspace's days were counted in. When the workspace moves, its roll-up is made anew.
create table tally_zone (
    workspace_id uuid primary key,
    time_zone text not null
);
call portico_isolate('tally_zone', workers => true);

-- How far into the log the roll-ups stand. Written with them, so that no entry counts twice, however often it comes.
create table tally_position (
    one boolean primary key default true check (one),
    xact xid8 not null,
    id bigint not null
);
insert into tally_position (xact, id) values ('0', 0);

-- The full list of activity, filtered by kind, reads as many rows as it shows.
create index activity_by_kind on activity (workspace_id, kind, id desc);
