-- By database: until when history of a kind was dropped. What is older is not all there, though it may be meant to be kept for longer
-- by now.
create table history_cut (
    kind  text primary key,
    until date not null
);
