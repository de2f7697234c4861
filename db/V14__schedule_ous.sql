-- Paths of organizational units: a schedule means their accounts and those of account_ids; all when both are null.
alter table schedule
    add column ou_paths text[] check (cardinality(ou_paths) > 0);
