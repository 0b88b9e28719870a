-- Whom to contact was once to be told from whether there are notes; now the case says it, so that history is a candidate
-- like any other: without an open case nobody waits.
update response
set candidate = true
where not candidate and decision @> '{"history": true}'
  and decision ->> 'kind' <> 'NONE' and decision ->> 'contact' <> 'FORBIDDEN';
drop index response_waiting;
create index response_waiting on response (portal, received_at) include (ticket_id)
    where listed and candidate and not ever_spoke;
create index case_open on ticket_case (portal, ticket_id) where state <> 'CLOSED';
