-- Whose case it is (H1): a ticket's case is in the group of its newest response, and older ones may be in other groups.
-- Null: nobody has said so yet, and only who sees every group sees it.
alter table ticket_case add column support_group text;
update ticket_case t
set support_group = (select r.support_group from response r
                     where r.portal = t.portal and r.ticket_id = t.ticket_id
                     order by r.listed desc, r.received_at desc, r.response_id desc limit 1);
