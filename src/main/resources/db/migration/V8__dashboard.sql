-- Roll-ups of the activity log: how many contacts count for a figure, by the day it became so.

create table tally (
    workspace_id uuid not null,
    figure text not null,
    day date not null,
    n bigint not null,
    primary key (workspace_id, figure, day)
);
call portico_isolate('tally', workers => true);
