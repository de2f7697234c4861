-- Reasons are sentences, in English where they stand, and in Japanese where that is another text.
alter table finding add column reason_ja text;
alter table transition add column reason_ja text;
