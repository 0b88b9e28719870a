-- Which support groups a digest lists cases of: whoever may see all of them may see the digest (H1). Filled for digests
-- that are there from what they say. Few are of one portal, so that its index of periods is enough for lists, too.
ALTER TABLE digest ADD COLUMN support_groups text[] NOT NULL DEFAULT '{}';

UPDATE digest SET support_groups =
    ARRAY(SELECT DISTINCT item #>> '{decision,supportGroup}'
          FROM json_array_elements(convert_from(content, 'UTF8')::json -> 'items') AS item
          WHERE item #>> '{decision,supportGroup}' IS NOT NULL);
