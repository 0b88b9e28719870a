-- Where an answer had gone to another ticket, its notes were still counted on the answer that had stood for it.
update response r set note_count = c.n, ever_spoke = c.spoke
from (select i.portal, i.response_id, count(n.note_id)::integer as n, coalesce(bool_or(n.spoke), false) as spoke
      from response i left join note n on n.portal = i.portal and n.response_id = i.response_id
      where i.note_count > 0 or i.ever_spoke
      group by i.portal, i.response_id) c
where r.portal = c.portal and r.response_id = c.response_id
  and (r.note_count, r.ever_spoke) is distinct from (c.n, c.spoke);
