-- The version whose text stands in search as SearchText folds it now. All others are written anew by SearchUpgrade.
alter table response add column folded bigint;
create index response_unfolded on response (portal, response_id) where folded is distinct from version;
